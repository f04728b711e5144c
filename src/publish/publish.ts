import type { PublishOutcome, PublishResult } from "../documents/publish.ts";
import { noGitRevision } from "../documents/source.ts";
import { UserError } from "../errors.ts";
import { gather, indexOver } from "./candidate.ts";
import { failedVerification, heldForSource, smokeGate } from "./gates.ts";
import { indexType } from "./image-index.ts";
import { writeImmutable } from "./immutable.ts";
import type { OrderOf, PublishInput } from "./input.ts";
import { patience, putPatiently, waitFor } from "./patience.ts";
import { type Promoted, promote } from "./promote.ts";
import { type Candidate, outcomeOf, reasonOf, tagsOf, tell, toRow } from "./row.ts";

export type { Order, OrderOf, PublishInput, PublishOptions, PublishRegistry } from "./input.ts";

/**
 * Gives the built digests their tags, by the publishing protocol: verify what is in the registry, immutable tags of all
 * services, then floating tags of those that have earned them and are not older than what is published, each read back.
 * Every selected service ends in exactly one row; a service that fails does not stop the others. Running again completes.
 */
export async function publish(input: PublishInput): Promise<PublishResult> {
	const started = performance.now();
	const { plan } = input;
	const services = plan.selected.flatMap((name) => plan.services.find((service) => service.name === name) ?? []);
	const candidates = services.map((service): Candidate => ({ service, images: [], tags: [] }));
	const context = { ...input, order: remembering(input.order) };

	for (const step of [verify, immutable, floating])
		await each(candidates, input.options?.concurrency ?? 8, (candidate) => guarded(step, candidate, context));

	return {
		kind: "lucid.publish",
		version: 1,
		revision: plan.source.revision,
		services: candidates.map((candidate) => toRow(candidate, plan)),
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
	try {
		if (context.signal?.aborted) end(candidate, "skipped", "cancelled");
		else await step(candidate, context);
	} catch (error) {
		// A tag that may have moved is told even when the run was called off.
		const unconfirmed = error instanceof UserError && error.problems[0]?.code === "publish/unconfirmed";
		if (context.signal?.aborted && !unconfirmed) end(candidate, "skipped", "cancelled");
		else end(candidate, "failed", reasonOf(error));
	}
	if (candidate.outcome !== undefined) tell(candidate, context.progress);
}

/** Every platform there, every check passed, and the registry holds these very digests. */
async function verify(candidate: Candidate, context: PublishInput): Promise<void> {
	const { service } = candidate;
	const { plan, build, registry, progress } = context;
	progress?.({ stage: "publish", subject: service.name, state: "started" });
	const built = build?.images.filter((image) => image.service === service.name) ?? [];
	const complete = gather(service, plan.images, built);
	if (complete.kind !== "complete") return end(candidate, complete.kind, complete.reason);
	candidate.images = complete.images;
	const failed = failedVerification(service, built);
	if (failed !== undefined) return end(candidate, "failed", failed);
	candidate.index = await indexOver(registry, complete.images, patient(context, context.signal));
}

async function immutable(candidate: Candidate, context: PublishInput): Promise<void> {
	const { service, index, tags } = candidate;
	if (index === undefined) return;
	const wanted = tagsOf(candidate, context.plan).immutable;
	await writeImmutable(context.registry, service.image, wanted, index, patient(context, context.signal), (tag) => {
		tags.push(tag);
		context.signal?.throwIfAborted();
	});
}

async function floating(candidate: Candidate, context: PublishInput): Promise<void> {
	const { service, index, tags } = candidate;
	const wanted = tagsOf(candidate, context.plan).floating;
	if (index === undefined) return;
	const held = wanted.length === 0 ? undefined : await whyHeld(candidate, wanted, context);
	if (held !== undefined) {
		candidate.reason = held;
		for (const tag of wanted) tags.push({ tag, kind: "floating", state: "held", why: held });
	} else {
		// Without an immutable tag nothing has brought the index there yet.
		if (wanted.length > 0 && tags.length === 0)
			await putPatiently(
				context.registry,
				`${service.image}@${index.digest}`,
				index.bytes,
				indexType,
				patient(context, context.signal),
			);
		for (const tag of wanted) {
			const { registry, order, signal, plan, options } = context;
			const { revision, committedAt } = plan.source;
			const promoted = await promote({
				registry,
				order,
				image: service.image,
				tag,
				index,
				revision,
				committedAt,
				allowUnordered: options?.allowUnordered ?? false,
				patient: patient(context),
				...(signal && { signal }),
			});
			note(candidate, tag, promoted, revision);
		}
	}
	candidate.outcome ??= outcomeOf(tags);
}

/** Why no floating tag of a service moves: the tree, or smoke, unless a floating tag names the images already, and so they passed before. */
async function whyHeld(
	{ service, images }: Candidate,
	wanted: readonly string[],
	{ plan, smoke, options = {}, registry }: PublishInput,
): Promise<string | undefined> {
	const source = heldForSource(plan.source, options);
	if (source !== undefined) return source;
	const gate = smokeGate(service, images, smoke?.services ?? [], options);
	if (gate.kind === "open") return undefined;
	for (const tag of gate.kind === "unproven" ? wanted : []) {
		const named = (await registry.manifest(`${service.image}:${tag}`))?.content;
		const earned = new Set(named?.kind === "index" ? named.manifests.map(({ digest }) => digest) : []);
		if (gate.kind === "unproven" && gate.images.every(({ digest }) => earned.has(digest))) return undefined;
	}
	return gate.why;
}

function note(candidate: Candidate, tag: string, promoted: Promoted, revision: string): void {
	const kind = "floating";
	const hold = (why: string) => {
		candidate.tags.push({ tag, kind, state: "held", why });
		candidate.reason ??= why;
	};
	switch (promoted.kind) {
		case "present":
			candidate.tags.push({ tag, kind, state: "present" });
			return;
		case "moved": {
			const { previous } = promoted;
			const state = previous === undefined ? "written" : "moved";
			candidate.tags.push({ tag, kind, state, ...(previous !== undefined && { previous }) });
			return;
		}
		case "superseded":
			hold(promoted.why);
			candidate.outcome = "superseded";
			return;
		case "unordered":
			hold(unorderedWords(tag, promoted.than.revision, revision));
			return;
		case "cancelled":
			hold("cancelled");
			candidate.outcome ??= "skipped";
			return;
	}
}

function unorderedWords(tag: string, published: string, ours: string): string {
	const nameless = [published, ours].includes(noGitRevision);
	const fix = nameless
		? "one of them was built without git; --allow-unordered moves the tag all the same"
		: "check out the whole history (fetch-depth: 0), or bring the branches together; --allow-unordered moves the tag all the same";
	return `${tag}: cannot tell whether ${published.slice(0, 12)}, which is published, comes before ${ours.slice(0, 12)}: ${fix}`;
}

function end(candidate: Candidate, outcome: PublishOutcome, reason: string): void {
	candidate.outcome = outcome;
	candidate.reason = reason;
}

/** Without a signal it also waits for what was begun before an abort. */
function patient({ options }: PublishInput, signal?: AbortSignal) {
	return patience(options?.lagMs ?? 20_000, waitFor(signal), signal);
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
