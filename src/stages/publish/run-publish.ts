import type { PublishOutcome, PublishResult } from "../../model/documents/publish.ts";
import { stoppedBy, timeoutOf } from "../../util/deadline.ts";
import { UserError } from "../../util/errors.ts";
import type { OrderOf } from "../shared/records/publication-ledger.ts";
import { patientOf } from "./backoff.ts";
import { factsOfAll, gather } from "./candidate.ts";
import { copyIndex } from "./copy-index.ts";
import { failedVerification } from "./gates.ts";
import type { PublishInput } from "./input.ts";
import { type Candidate, candidatesFor, reasonOf, tagsOf, tell, tellDoing, toRow } from "./rows.ts";
import { floating } from "./tags/floating.ts";
import { writeImmutable } from "./tags/immutable.ts";
import { indexesOf } from "./tags/indexes.ts";

export type { Order, OrderOf } from "../shared/records/publication-ledger.ts";
export type { PublishRegistry } from "../shared/records/publish-registry.ts";
export type { HeadOf, PublishInput, PublishOptions, Sign } from "./input.ts";

/**
 * Gives the built digests their tags, by the publishing protocol: verify what is in the registry, immutable tags of all services, there and
 * where copies go, then floating tags of those that have earned them and are not older than what is published, each read back.
 * Every selected service ends in exactly one row; a service that fails does not stop the others. Running again completes.
 */
export async function publish(input: PublishInput): Promise<PublishResult> {
	const started = performance.now();
	const { plan } = input;
	const services = plan.selected.flatMap((name) => plan.services.find((service) => service.name === name) ?? []);
	const candidates = services.flatMap(candidatesFor);
	const context = { ...input, order: remembering(input.order) };

	for (const step of [verify, immutable, copy, floating])
		await each(candidates, input.options?.concurrency ?? 16, (candidate) => guarded(step, candidate, context));

	return {
		kind: "lucid.publish",
		version: 1,
		revision: plan.source.revision,
		services: candidates
			.filter(({ of }) => of === undefined)
			.map((one) =>
				toRow(
					one,
					candidates.filter(({ of }) => of === one),
					plan,
				),
			),
		durationMs: Math.round(performance.now() - started),
	};
}

/** A step on one service: its failure, or an abort, ends that service alone. */
async function guarded(
	step: (candidate: Candidate, context: PublishInput) => Promise<void>,
	candidate: Candidate,
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
			end(candidate, "failed", reasonOf(error));
			if (error instanceof UserError && error.problems[0]) candidate.code = error.problems[0].code;
		}
	}
	candidate.spent += performance.now() - started;
	if (candidate.outcome !== undefined) tell(candidate, context.progress);
}

/** Every platform there, every check passed, and the registry holds these very digests. */
async function verify(candidate: Candidate, context: PublishInput): Promise<void> {
	const { service } = candidate;
	const { plan, build, registry, progress } = context;
	if (candidate.of !== undefined) return;
	const { immutable: once, floating: moving, kept = [] } = tagsOf(candidate, plan);
	// One that is blocked has no tags where its tag rules are the reason.
	const isBlocked = plan.images.some((one) => one.service === service.name && one.decision.kind === "blocked");
	if (once.length + moving.length + kept.length === 0 && !isBlocked)
		return end(candidate, notPart, "this run gives it no tag");
	progress?.({ stage: "publish", subject: service.name, state: "started" });
	const built = build?.images.filter((image) => image.service === service.name) ?? [];
	const complete = gather(service, plan.images, built);
	if (complete.kind !== "complete") return end(candidate, complete.kind, complete.reason);
	candidate.images = complete.images;
	const failed = failedVerification(service, built);
	if (failed !== undefined) return end(candidate, "failed", failed);
	candidate.facts = await factsOfAll(registry, complete.images, patientOf(context, "signalled"));
}

const notPart = "not part of this release";

async function immutable(candidate: Candidate, context: PublishInput): Promise<void> {
	if (candidate.of !== undefined) return;
	Object.assign(candidate, await indexesOf(candidate, context));
	await tagOnce(candidate, context);
}

/** The index that the first repository's tags name goes on to the others, and is tagged there: one digest everywhere. */
async function copy(candidate: Candidate, context: PublishInput): Promise<void> {
	const { of, image, service } = candidate;
	if (of === undefined) return;
	const { indexes, images } = of;
	if (of.outcome === notPart) return end(candidate, notPart, "this run gives it no tag");
	if (of.outcome !== undefined || indexes === undefined)
		return end(candidate, "skipped", `${service.name} was not published`);
	const { immutable: once, floating: moving, versioned = [] } = tagsOf(candidate, context.plan);
	const isNeeded = {
		plain: once.concat(moving).some((tag) => !versioned.includes(tag)),
		release: versioned.length > 0,
	};
	const bytes = { done: 0 };
	const onChunk = (length: number) => {
		bytes.done += length;
	};
	tellDoing(candidate, `copying to ${image}`, context.progress, bytes);
	for (const kind of ["plain", "release"] as const) {
		if (!isNeeded[kind] || candidate.stored.has(indexes[kind].digest)) continue;
		const how = { patient: patientOf(context, "signalled"), onChunk };
		await copyIndex(context.registry, of.image, image, indexes[kind], how);
		candidate.stored.add(indexes[kind].digest);
	}
	Object.assign(candidate, { indexes, images });
	await tagOnce(candidate, context);
}

async function tagOnce(candidate: Candidate, context: PublishInput): Promise<void> {
	const { image, indexes } = candidate;
	if (indexes === undefined) return;
	const { registry, plan, signal, progress } = context;
	tellDoing(candidate, "writing tags", progress);
	const { immutable: tags, versioned = [] } = tagsOf(candidate, plan);
	const named = await writeImmutable(
		{
			...{ registry, image, tags, versioned: new Set(versioned), revision: plan.source.revision },
			patient: patientOf(context, "signalled"),
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

function stop(candidate: Candidate, signal: AbortSignal): void {
	end(candidate, stoppedBy(signal).outcome, timeoutOf(signal) ?? "cancelled");
}

function end(candidate: Candidate, outcome: PublishOutcome, reason: string): void {
	candidate.outcome = outcome;
	candidate.reason = reason;
}

/** One answer per pair of commits; a question that cannot be answered is `unknown`. */
function remembering(order: OrderOf): OrderOf {
	const answers = new Map<string, ReturnType<OrderOf>>();
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
