import { formatException, type PublishedTag } from "../../../model/documents/publish.ts";
import { plannedOrBuiltDigest } from "../../../model/documents/results.ts";
import { branchRef } from "../../../model/documents/source.ts";
import { mediaTypes } from "../../../model/oci/manifest.ts";
import { repositoryOfSource } from "../../../model/service/image-identity.ts";
import { imagesOfNeeds, smokeCriteria } from "../../../model/service/smoke-criteria.ts";
import { stoppedOutcome, timeoutMessage } from "../../../util/deadline.ts";
import { defined } from "../../../util/defined.ts";
import { readSmokeStanding, writeSmokeRecord } from "../../shared/records/smoke-record.ts";
import { lagBackoffFor, putManifestWithBackoff } from "../backoff.ts";
import { copyBundles } from "../copy-bundles.ts";
import { type PlatformImage, smokeGate, sourceHoldReason } from "../gates.ts";
import type { ImageIndex } from "../image-index.ts";
import type { PublishInput } from "../publish-input.ts";
import { outcomeOfTags, type PublishTarget, plannedTags, reportActivity } from "../publish-target.ts";
import { type PromotionResult, promote } from "./promote.ts";

/** The last step for one service in one repository: moves its floating tags if it may. */
export async function moveFloatingTags(target: PublishTarget, input: PublishInput): Promise<void> {
	const { indexes, tags } = target;
	const { floating: floatingTags, versioned = [] } = plannedTags(target, input.plan);
	if (indexes === undefined) return;
	const releaseOf = (tag: string) => (versioned.includes(tag) ? ({ release: true } as const) : {});
	const held = floatingTags.length === 0 ? undefined : await holdReason(target, input);
	if (held !== undefined) {
		target.reason = held;
		for (const tag of floatingTags) tags.push({ tag, kind: "floating", state: "held", ...releaseOf(tag), why: held });
	} else {
		const indexOf = (tag: string) => (releaseOf(tag).release ? indexes.release : indexes.plain);
		// If there are floating tags, all indexes of this run must be signed, also that of the release.
		const written = tags.flatMap(({ tag, state }) => (floatingTags.length === 0 || state === "kept" ? [] : tag));
		for (const index of new Set([...floatingTags, ...written].map(indexOf))) await prepare(target, index, input);
		for (const tag of floatingTags)
			await move(target, indexOf(tag), { tag, kind: "floating", ...releaseOf(tag) }, input);
	}
	target.outcome ??= outcomeOfTags(tags);
}

/** Uploads an index before a floating tag names it, and requires its signature. */
async function prepare(target: PublishTarget, index: ImageIndex, input: PublishInput): Promise<void> {
	const ref = `${target.image}@${index.digest}`;
	if (!target.stored.has(index.digest))
		await putManifestWithBackoff(
			input.registry,
			{ ref, bytes: index.bytes, mediaType: mediaTypes.index },
			lagBackoffFor(input, "signalled"),
		);
	if (input.requireIndexSigner === undefined) return;
	const original = target.copyOf ?? target;
	reportActivity(target, "verifying its signature", input.progress);
	const { digest } = index;
	original.signer = await input.requireIndexSigner({
		service: target.service.name,
		repository: original.image,
		digest,
	});
	if (target !== original) await copyBundles(input.registry, index, { from: original.image, to: target.image });
}

type FloatingTag = Pick<PublishedTag, "tag" | "kind" | "release">;

async function move(
	target: PublishTarget,
	index: ImageIndex,
	floatingTag: FloatingTag,
	input: PublishInput,
): Promise<void> {
	const { tag } = floatingTag;
	const { registry, compareCommits, readBranchHead, signal, plan, options } = input;
	const { revision: built, committedAt, event } = plan.source;
	const ref = branchRef(plan.source);
	const { exception } = target.copyOf ?? target;
	// GitHub's merge commits of one pull request are not ancestors of each other; its heads are.
	const revision = event.kind === "pull_request" ? (event.headRevision ?? built) : built;
	reportActivity(target, `moving ${tag}`, input.progress);
	const repository = repositoryOfSource(plan.source);
	const promoted = await promote({
		...{ registry, compareCommits, image: target.image, tag, index, revision, committedAt },
		allowUnordered: options?.allowUnordered ?? false,
		backoff: lagBackoffFor(input, "to the end"),
		...defined({ ref, readBranchHead, exception, signal }),
		...(Object.keys(repository).length > 0 && { repository }),
		services: Object.fromEntries(plan.services.map(({ name, image, dockerfile }) => [name, { image, dockerfile }])),
	});
	if (promoted.kind !== "cancelled") return recordPromotion(target, floatingTag, promoted);
	const why = (signal && timeoutMessage(signal)) ?? "cancelled";
	target.tags.push({ ...floatingTag, state: "held", why });
	target.reason ??= why;
	target.outcome ??= signal === undefined ? "cancelled" : stoppedOutcome(signal).outcome;
}

/** Why floating tags are held, computed once for a service and its copies. */
function holdReason(target: PublishTarget, input: PublishInput): Promise<string | undefined> {
	const first = target.copyOf ?? target;
	first.gate ??= whyHeld(first, input);
	return first.gate;
}

/** Because of the tree, or of smoke without an exception. */
async function whyHeld(target: PublishTarget, input: PublishInput): Promise<string | undefined> {
	const { plan, options = {} } = input;
	const source = sourceHoldReason(plan.source, options);
	if (source !== undefined) return source;
	const smoke = await smokeHoldReason(target, input);
	if (smoke === undefined || options.despiteSmoke === undefined) return smoke && `${smoke.why}${smoke.fix}`;
	target.exception = { ...options.despiteSmoke, smoke: smoke.why };
	target.warnings.push(formatException(target.exception));
	return undefined;
}

/** By this run's smoke, else by the record in the registry. `fix` is blank if smoke failed. */
async function smokeHoldReason(
	target: PublishTarget,
	{ plan, smoke, build, options = {}, registry, signatures }: PublishInput,
): Promise<{ readonly why: string; readonly fix: string } | undefined> {
	const { service, images } = target;
	const gate = smokeGate({ plan, service, images, smoked: smoke?.services ?? [] }, options);
	if (gate.kind === "shut") return { why: gate.why, fix: "" };
	await recordSmoke(target, gate.proven, { plan, registry, ...defined({ build }) });
	if (gate.kind === "open") return undefined;
	for (const { platform, digest, why } of gate.images) {
		const standing = await readSmokeStanding(registry, { plan, service, platform, digest }, signatures);
		if (standing.kind === "failed")
			return {
				why: `smoke on ${platform}: unhealthy in another job or run, for commit ${standing.revision.slice(0, 12)}`,
				fix: "",
			};
		if (standing.kind === "unknown")
			return { why: standing.unproven ? `${why}; ${standing.why}` : why, fix: `; ${unsmokedFix}` };
	}
	return undefined;
}

const unsmokedFix = "let smoke run, or publish with `--no-require-smoke`, in a workflow with `require-smoke: false`";

/** Records what this run's smoke proved, unless that is recorded already. */
async function recordSmoke(
	{ service }: PublishTarget,
	proven: readonly PlatformImage[],
	{ plan, build, registry }: Pick<PublishInput, "plan" | "build" | "registry">,
): Promise<void> {
	const { revision } = plan.source;
	for (const { digest, platform } of proven) {
		if ((await readSmokeStanding(registry, { plan, service, platform, digest })).kind === "passed") continue;
		const needs = imagesOfNeeds(plan, service, (name) => plannedOrBuiltDigest(plan, build, name, platform));
		const criteria = { ...smokeCriteria(plan, service), ...defined({ needs }) };
		await writeSmokeRecord(registry, service.image, digest, {
			...{ service: service.name, verdict: "healthy", revision, ...criteria },
			...repositoryOfSource(plan.source),
		});
	}
}

function recordPromotion(
	target: PublishTarget,
	floatingTag: FloatingTag,
	promoted: Exclude<PromotionResult, { readonly kind: "cancelled" }>,
): void {
	const hold = (why: string, reason = why) => {
		target.tags.push({ ...floatingTag, state: "held", why });
		target.reason ??= reason;
	};
	const { warning } = promoted;
	if (warning !== undefined && !target.warnings.includes(warning)) target.warnings.push(warning);
	switch (promoted.kind) {
		case "present":
		case "moved": {
			const { kind } = promoted;
			const previous = kind === "moved" ? promoted.previous : undefined;
			const state = kind === "present" ? kind : previous === undefined ? "written" : kind;
			target.tags.push({ ...floatingTag, state, ...defined({ previous, why: warning }) });
			return;
		}
		case "superseded":
			hold(promoted.why);
			target.outcome = "superseded";
			return;
		case "unordered":
			hold(`${promoted.why}; ${promoted.fix}`, `${floatingTag.tag} held: ${promoted.why}; ${promoted.fix}`);
			return;
	}
}
