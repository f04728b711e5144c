import { plannedOrBuiltDigest } from "../../../model/documents/build.ts";
import { formatException, type PublishedTag } from "../../../model/documents/publish.ts";
import { branchRef } from "../../../model/documents/source.ts";
import { imagesOfNeeds, smokeCriteria } from "../../../model/service/smoke-criteria.ts";
import { stoppedOutcome, timeoutMessage } from "../../../util/deadline.ts";
import { defined } from "../../../util/defined.ts";
import { readSmokeStanding, writeSmokeRecord } from "../../shared/records/smoke-record.ts";
import { lagBackoffFor, putManifestWithBackoff } from "../backoff.ts";
import { type PlatformImage, smokeGate, sourceHoldReason } from "../gates.ts";
import { type ImageIndex, indexType } from "../image-index.ts";
import type { PublishInput } from "../publish-input.ts";
import { outcomeOfTags, type PublishTarget, plannedTags, reportActivity } from "../publish-target.ts";
import { type PromotionResult, promote } from "./promote.ts";

/** The last step of the protocol for one service in one repository: floating tags, where they are earned. */
export async function moveFloatingTags(candidate: PublishTarget, context: PublishInput): Promise<void> {
	const { indexes, tags } = candidate;
	const { floating: wanted, versioned = [] } = plannedTags(candidate, context.plan);
	if (indexes === undefined) return;
	const releaseOf = (tag: string) => (versioned.includes(tag) ? ({ release: true } as const) : {});
	const held = wanted.length === 0 ? undefined : await gateOf(candidate, context);
	if (held !== undefined) {
		candidate.reason = held;
		for (const tag of wanted) tags.push({ tag, kind: "floating", state: "held", ...releaseOf(tag), why: held });
	} else {
		const indexOf = (tag: string) => (releaseOf(tag).release ? indexes.release : indexes.plain);
		// With a floating tag all that this run names is signed, the release under its version, too.
		const written = tags.flatMap(({ tag, state }) => (wanted.length === 0 || state === "kept" ? [] : tag));
		for (const index of new Set([...wanted, ...written].map(indexOf))) await prepare(candidate, index, context);
		for (const tag of wanted)
			await move(candidate, indexOf(tag), { tag, kind: "floating", ...releaseOf(tag) }, context);
	}
	candidate.outcome ??= outcomeOfTags(tags);
}

/** The index has to be there before a tag may name it, and to be signed before anybody pulls it by that name. */
async function prepare(candidate: PublishTarget, index: ImageIndex, context: PublishInput): Promise<void> {
	const ref = `${candidate.image}@${index.digest}`;
	if (!candidate.stored.has(index.digest))
		await putManifestWithBackoff(context.registry, ref, index.bytes, indexType, lagBackoffFor(context, "signalled"));
	if (context.sign === undefined) return;
	reportActivity(candidate, "signing", context.progress);
	await context.sign(ref);
	candidate.signed = true;
}

type Floating = Pick<PublishedTag, "tag" | "kind" | "release">;

async function move(
	candidate: PublishTarget,
	index: ImageIndex,
	about: Floating,
	context: PublishInput,
): Promise<void> {
	const { tag } = about;
	const { registry, compareCommits: order, readBranchHead: headOf, signal, plan, options } = context;
	const { revision: built, committedAt, event } = plan.source;
	const ref = branchRef(plan.source);
	const { exception } = candidate.copyOf ?? candidate;
	// GitHub's merges of one pull request do not come after one another; the heads do.
	const revision = event.kind === "pull_request" ? (event.headRevision ?? built) : built;
	reportActivity(candidate, `moving ${tag}`, context.progress);
	const promoted = await promote({
		...{ registry, order, image: candidate.image, tag, index, revision, committedAt },
		allowUnordered: options?.allowUnordered ?? false,
		patient: lagBackoffFor(context, "to the end"),
		...defined({ ref, headOf, exception }),
		services: Object.fromEntries(plan.services.map(({ name, image, dockerfile }) => [name, { image, dockerfile }])),
		...defined({ signal }),
	});
	if (promoted.kind !== "cancelled") return note(candidate, about, promoted);
	const why = (signal && timeoutMessage(signal)) ?? "cancelled";
	candidate.tags.push({ ...about, state: "held", why });
	candidate.reason ??= why;
	candidate.outcome ??= signal === undefined ? "cancelled" : stoppedOutcome(signal).outcome;
}

/** The same answer for a service and its copies. */
function gateOf(candidate: PublishTarget, context: PublishInput): Promise<string | undefined> {
	const first = candidate.copyOf ?? candidate;
	first.gate ??= whyHeld(first, context);
	return first.gate;
}

/** Why no floating tag of a service moves: the tree, or smoke, unless somebody answers for that. */
async function whyHeld(candidate: PublishTarget, context: PublishInput): Promise<string | undefined> {
	const { plan, options = {} } = context;
	const source = sourceHoldReason(plan.source, options);
	if (source !== undefined) return source;
	const smoke = await whyUnsmoked(candidate, context);
	if (smoke === undefined || options.despiteSmoke === undefined) return smoke && `${smoke.why}${smoke.fix}`;
	candidate.exception = { ...options.despiteSmoke, smoke: smoke.why };
	candidate.warnings.push(formatException(candidate.exception));
	return undefined;
}

/** What smoke has against it; it is asked of the registry where this run did not do it. `fix` is blank where smoke failed. */
async function whyUnsmoked(
	candidate: PublishTarget,
	{ plan, smoke, build, options = {}, registry }: PublishInput,
): Promise<{ readonly why: string; readonly fix: string } | undefined> {
	const { service, images } = candidate;
	const gate = smokeGate({ plan, service, images, smoked: smoke?.services ?? [] }, options);
	if (gate.kind === "shut") return { why: gate.why, fix: "" };
	await record(candidate, gate.proven, { plan, registry, ...defined({ build }) });
	if (gate.kind === "open") return undefined;
	for (const { platform, digest, why } of gate.images) {
		const found = await readSmokeStanding(registry, { plan, service, digest });
		if (found.kind === "failed")
			return {
				why: `smoke on ${platform}: unhealthy in another job or run, for commit ${found.revision.slice(0, 12)}`,
				fix: "",
			};
		if (found.kind === "unknown") return { why, fix: `; ${unsmokedFix}` };
	}
	return undefined;
}

const unsmokedFix = "let smoke run, or publish with `--no-require-smoke`, in a workflow with `require-smoke: false`";

/** So that a later run of the same image knows. What is written down already is left. */
async function record(
	{ service }: PublishTarget,
	proven: readonly PlatformImage[],
	{ plan, build, registry }: Pick<PublishInput, "plan" | "build" | "registry">,
): Promise<void> {
	const { revision } = plan.source;
	for (const { digest, platform } of proven) {
		if ((await readSmokeStanding(registry, { plan, service, digest })).kind === "passed") continue;
		const needs = imagesOfNeeds(plan, service, (name) => plannedOrBuiltDigest(plan, build, name, platform));
		const trial = { ...smokeCriteria(plan, service), ...defined({ needs }) };
		await writeSmokeRecord(registry, service.image, digest, {
			service: service.name,
			verdict: "healthy",
			revision,
			...trial,
		});
	}
}

function note(
	candidate: PublishTarget,
	about: Floating,
	promoted: Exclude<PromotionResult, { readonly kind: "cancelled" }>,
): void {
	const hold = (why: string, reason = why) => {
		candidate.tags.push({ ...about, state: "held", why });
		candidate.reason ??= reason;
	};
	switch (promoted.kind) {
		case "present":
		case "moved": {
			const { kind, warning } = promoted;
			const previous = kind === "moved" ? promoted.previous : undefined;
			const state = kind === "present" ? kind : previous === undefined ? "written" : kind;
			candidate.tags.push({
				...{ ...about, state },
				...defined({ previous, why: warning }),
			});
			if (warning !== undefined && !candidate.warnings.includes(warning)) candidate.warnings.push(warning);
			return;
		}
		case "superseded":
			hold(promoted.why);
			candidate.outcome = "superseded";
			return;
		case "unordered":
			hold(`${promoted.why}; ${promoted.fix}`, `${about.tag} held: ${promoted.why}; ${promoted.fix}`);
			return;
	}
}
