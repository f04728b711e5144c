import pLimit from "p-limit";
import type { PublishResult } from "../../model/documents/publish.ts";
import { repositoryOfSource } from "../../model/service/image-identity.ts";
import { stoppedOutcome, timeoutMessage } from "../../util/deadline.ts";
import { UserError } from "../../util/errors.ts";
import type { CompareCommits } from "../shared/records/publication-ledger.ts";
import { lagBackoffFor } from "./backoff.ts";
import { copyIndex } from "./copy-index.ts";
import { notInRelease, prepareIndexes } from "./prepare-indexes.ts";
import type { PublishInput } from "./publish-input.ts";
import {
	endTarget,
	type PublishTarget,
	plannedTags,
	reasonOfError,
	reportActivity,
	reportEnd,
	targetsFor,
	toRow,
} from "./publish-target.ts";
import { moveFloatingTags } from "./tags/move-floating.ts";
import { writeImmutableTags } from "./tags/write-immutable.ts";

export type { CommitOrder } from "../../adapters/git/revisions.ts";
export type { CompareCommits, PublishRegistry } from "../shared/records/publication-ledger.ts";
export type { PublishInput, PublishOptions, ReadBranchHead } from "./publish-input.ts";

/**
 * Gives the built digests their tags (docs/publish.md): verifies what is in the registry, writes the immutable tags of
 * all services, copies them, then moves the floating tags that may move. Every selected service ends in exactly one
 * row; a service that fails does not stop the others.
 */
export async function runPublish(input: PublishInput): Promise<PublishResult> {
	const started = performance.now();
	const { plan } = input;
	const services = plan.selected.flatMap((name) => plan.services.find((service) => service.name === name) ?? []);
	const targets = services.flatMap(targetsFor);
	const cached = { ...input, compareCommits: cacheComparisons(input.compareCommits) };
	const limit = pLimit(input.options?.concurrency ?? 16);
	for (const step of [prepareIndexes, writeImmutable, copy, moveFloatingTags])
		await Promise.all(targets.map((target) => limit(() => runStep(step, target, cached))));

	return {
		kind: "lucid.publish",
		version: 1,
		revision: plan.source.revision,
		services: targets
			.filter(({ copyOf }) => copyOf === undefined)
			.map((target) => {
				const copies = targets.filter(({ copyOf }) => copyOf === target);
				return toRow(target, copies, plan);
			}),
		durationMs: Math.round(performance.now() - started),
	};
}

/** A failure or an abort ends its own service alone. */
async function runStep(
	step: (target: PublishTarget, input: PublishInput) => Promise<void>,
	target: PublishTarget,
	input: PublishInput,
): Promise<void> {
	if (target.outcome !== undefined) return;
	const started = performance.now();
	try {
		if (input.signal?.aborted) stop(target, input.signal);
		else await step(target, input);
	} catch (error) {
		// A tag that may have moved is reported even after an abort.
		const unconfirmed = error instanceof UserError && error.problems[0]?.code === "publish/unconfirmed";
		if (input.signal?.aborted && !unconfirmed) stop(target, input.signal);
		else {
			endTarget(target, "failed", reasonOfError(error));
			if (error instanceof UserError && error.problems[0]) target.code = error.problems[0].code;
		}
	}
	target.spentMs += performance.now() - started;
	if (target.outcome !== undefined) reportEnd(target, input.progress);
}

async function writeImmutable(target: PublishTarget, input: PublishInput): Promise<void> {
	if (target.copyOf === undefined) await writeTags(target, input);
}

/** Copies the index of the first repository and tags it: the digest is the same everywhere. */
async function copy(target: PublishTarget, input: PublishInput): Promise<void> {
	const { copyOf: original, image, service } = target;
	if (original === undefined) return;
	const { indexes, images } = original;
	if (original.outcome === notInRelease) return endTarget(target, notInRelease, "this run gives it no tag");
	if (original.outcome !== undefined || indexes === undefined)
		return endTarget(target, "skipped", `${service.name} was not published`);
	const { immutable: immutableTags, floating: floatingTags, versioned = [] } = plannedTags(target, input.plan);
	const isNeeded = {
		plain: immutableTags.concat(floatingTags).some((tag) => !versioned.includes(tag)),
		release: versioned.length > 0,
	};
	const bytes = { done: 0 };
	const onChunk = (length: number) => {
		bytes.done += length;
	};
	reportActivity(target, `copying to ${image}`, input.progress, bytes);
	for (const kind of ["plain", "release"] as const) {
		if (!isNeeded[kind] || target.stored.has(indexes[kind].digest)) continue;
		const backoff = lagBackoffFor(input, "signalled");
		await copyIndex(input.registry, indexes[kind], { from: original.image, to: image, backoff, onChunk });
		target.stored.add(indexes[kind].digest);
	}
	Object.assign(target, { indexes, images });
	await writeTags(target, input);
}

async function writeTags(target: PublishTarget, input: PublishInput): Promise<void> {
	const { image, service, indexes } = target;
	if (indexes === undefined) return;
	const { registry, plan, signal, progress } = input;
	reportActivity(target, "writing tags", progress);
	const { immutable: tags, versioned = [] } = plannedTags(target, plan);
	await writeImmutableTags(
		{
			...{ registry, image, tags, versioned: new Set(versioned), revision: plan.source.revision },
			...{ service: service.name, repository: repositoryOfSource(plan.source) },
			backoff: lagBackoffFor(input, "signalled"),
			done: (tag) => {
				target.tags.push(tag);
				signal?.throwIfAborted();
			},
		},
		indexes,
	);
	for (const { kind, state, release } of target.tags)
		if (kind === "immutable" && state !== "kept") target.stored.add(indexes[release ? "release" : "plain"].digest);
}

function stop(target: PublishTarget, signal: AbortSignal): void {
	endTarget(target, stoppedOutcome(signal).outcome, timeoutMessage(signal) ?? "cancelled");
}

/** One comparison per pair of commits; one that fails is `unknown`. */
function cacheComparisons(compare: CompareCommits): CompareCommits {
	const answers = new Map<string, ReturnType<CompareCommits>>();
	return (published, own) => {
		const key = `${published} ${own}`;
		const answer = answers.get(key) ?? compare(published, own).catch(() => "unknown" as const);
		answers.set(key, answer);
		return answer;
	};
}
