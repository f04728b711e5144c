import type { PublishOutcome, PublishResult } from "../../model/documents/publish.ts";
import { stoppedOutcome, timeoutMessage } from "../../util/deadline.ts";
import { UserError } from "../../util/errors.ts";
import type { CompareCommits } from "../shared/records/publication-ledger.ts";
import { lagBackoffFor } from "./backoff.ts";
import { copyIndex } from "./copy-index.ts";
import { verificationFailure } from "./gates.ts";
import { gatherPlatforms, readContentFacts } from "./gather-platforms.ts";
import type { PublishInput } from "./publish-input.ts";
import {
	type PublishTarget,
	plannedTags,
	reasonOfError,
	reportActivity,
	reportEnd,
	targetsFor,
	toRow,
} from "./publish-target.ts";
import { makeIndexes } from "./tags/make-indexes.ts";
import { moveFloatingTags } from "./tags/move-floating.ts";
import { writeImmutableTags } from "./tags/write-immutable.ts";

export type { CommitOrder, CompareCommits } from "../shared/records/publication-ledger.ts";
export type { PublishRegistry } from "../shared/records/publish-registry.ts";
export type { PublishInput, PublishOptions, ReadBranchHead, SignIndex } from "./publish-input.ts";

/**
 * Gives the built digests their tags, by the publishing protocol: verify what is in the registry, immutable tags of all services, there and
 * where copies go, then floating tags of those that have earned them and are not older than what is published, each read back.
 * Every selected service ends in exactly one row; a service that fails does not stop the others. Running again completes.
 */
export async function runPublish(input: PublishInput): Promise<PublishResult> {
	const started = performance.now();
	const { plan } = input;
	const services = plan.selected.flatMap((name) => plan.services.find((service) => service.name === name) ?? []);
	const candidates = services.flatMap(targetsFor);
	const context = { ...input, compareCommits: remembering(input.compareCommits) };

	for (const step of [verify, immutable, copy, moveFloatingTags])
		await each(candidates, input.options?.concurrency ?? 16, (candidate) => guarded(step, candidate, context));

	return {
		kind: "lucid.publish",
		version: 1,
		revision: plan.source.revision,
		services: candidates
			.filter(({ copyOf: of }) => of === undefined)
			.map((one) =>
				toRow(
					one,
					candidates.filter(({ copyOf: of }) => of === one),
					plan,
				),
			),
		durationMs: Math.round(performance.now() - started),
	};
}

/** A step on one service: its failure, or an abort, ends that service alone. */
async function guarded(
	step: (candidate: PublishTarget, context: PublishInput) => Promise<void>,
	candidate: PublishTarget,
	context: PublishInput,
): Promise<void> {
	if (candidate.outcome !== undefined) return;
	const started = performance.now();
	try {
		if (context.signal?.aborted) stop(candidate, context.signal);
		else await step(candidate, context);
	} catch (error) {
		// A tag that may have moved is told even when the run was called off.
		const unconfirmed = error instanceof UserError && error.problems[0]?.code === "publish/unconfirmed";
		if (context.signal?.aborted && !unconfirmed) stop(candidate, context.signal);
		else {
			end(candidate, "failed", reasonOfError(error));
			if (error instanceof UserError && error.problems[0]) candidate.code = error.problems[0].code;
		}
	}
	candidate.spentMs += performance.now() - started;
	if (candidate.outcome !== undefined) reportEnd(candidate, context.progress);
}

/** Every platform there, every check passed, and the registry holds these very digests. */
async function verify(candidate: PublishTarget, context: PublishInput): Promise<void> {
	const { service } = candidate;
	const { plan, build, registry, progress } = context;
	if (candidate.copyOf !== undefined) return;
	const { immutable: once, floating: moving, kept = [] } = plannedTags(candidate, plan);
	// One that is blocked has no tags where its tag rules are the reason.
	const isBlocked = plan.images.some((one) => one.service === service.name && one.decision.kind === "blocked");
	if (once.length + moving.length + kept.length === 0 && !isBlocked)
		return end(candidate, notPart, "this run gives it no tag");
	progress?.({ stage: "publish", subject: service.name, state: "started" });
	const built = build?.images.filter((image) => image.service === service.name) ?? [];
	const complete = gatherPlatforms(service, plan.images, built);
	if (complete.kind !== "complete") return end(candidate, complete.kind, complete.reason);
	candidate.images = complete.images;
	const failed = verificationFailure(service, built);
	if (failed !== undefined) return end(candidate, "failed", failed);
	candidate.facts = await readContentFacts(registry, complete.images, lagBackoffFor(context, "signalled"));
}

const notPart = "not part of this release";

async function immutable(candidate: PublishTarget, context: PublishInput): Promise<void> {
	if (candidate.copyOf !== undefined) return;
	Object.assign(candidate, await makeIndexes(candidate, context));
	await tagOnce(candidate, context);
}

/** The index that the first repository's tags name goes on to the others, and is tagged there: one digest everywhere. */
async function copy(candidate: PublishTarget, context: PublishInput): Promise<void> {
	const { copyOf: of, image, service } = candidate;
	if (of === undefined) return;
	const { indexes, images } = of;
	if (of.outcome === notPart) return end(candidate, notPart, "this run gives it no tag");
	if (of.outcome !== undefined || indexes === undefined)
		return end(candidate, "skipped", `${service.name} was not published`);
	const { immutable: once, floating: moving, versioned = [] } = plannedTags(candidate, context.plan);
	const isNeeded = {
		plain: once.concat(moving).some((tag) => !versioned.includes(tag)),
		release: versioned.length > 0,
	};
	const bytes = { done: 0 };
	const onChunk = (length: number) => {
		bytes.done += length;
	};
	reportActivity(candidate, `copying to ${image}`, context.progress, bytes);
	for (const kind of ["plain", "release"] as const) {
		if (!isNeeded[kind] || candidate.stored.has(indexes[kind].digest)) continue;
		const how = { patient: lagBackoffFor(context, "signalled"), onChunk };
		await copyIndex(context.registry, of.image, image, indexes[kind], how);
		candidate.stored.add(indexes[kind].digest);
	}
	Object.assign(candidate, { indexes, images });
	await tagOnce(candidate, context);
}

async function tagOnce(candidate: PublishTarget, context: PublishInput): Promise<void> {
	const { image, indexes } = candidate;
	if (indexes === undefined) return;
	const { registry, plan, signal, progress } = context;
	reportActivity(candidate, "writing tags", progress);
	const { immutable: tags, versioned = [] } = plannedTags(candidate, plan);
	const named = await writeImmutableTags(
		{
			...{ registry, image, tags, versioned: new Set(versioned), revision: plan.source.revision },
			patient: lagBackoffFor(context, "signalled"),
			done: (tag) => {
				candidate.tags.push(tag);
				signal?.throwIfAborted();
			},
		},
		indexes,
	);
	for (const { kind, state, release } of candidate.tags)
		if (kind === "immutable" && state !== "kept") candidate.stored.add(named[release ? "release" : "plain"].digest);
	candidate.indexes = named;
}

function stop(candidate: PublishTarget, signal: AbortSignal): void {
	end(candidate, stoppedOutcome(signal).outcome, timeoutMessage(signal) ?? "cancelled");
}

function end(candidate: PublishTarget, outcome: PublishOutcome, reason: string): void {
	candidate.outcome = outcome;
	candidate.reason = reason;
}

/** One answer per pair of commits; a question that cannot be answered is `unknown`. */
function remembering(order: CompareCommits): CompareCommits {
	const answers = new Map<string, ReturnType<CompareCommits>>();
	return (published, ours) => {
		const key = `${published} ${ours}`;
		const ask = async () => order(published, ours);
		const answer = answers.get(key) ?? ask().catch(() => "unknown" as const);
		answers.set(key, answer);
		return answer;
	};
}

async function each<T>(items: readonly T[], limit: number, work: (item: T) => Promise<void>): Promise<void> {
	const queue = items.values();
	const worker = async () => {
		for (const item of queue) await work(item);
	};
	await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
}
