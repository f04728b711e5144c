import pLimit from "p-limit";
import type { PlannedImage } from "../../model/documents/plan.ts";
import type { ImageFacts } from "../../model/oci/image-facts.ts";
import type { Service } from "../../model/service/service.ts";
import { sleep, systemClock } from "../../util/clock.ts";
import { stoppedOutcome } from "../../util/deadline.ts";
import { defined } from "../../util/defined.ts";
import type { Countdown } from "../../util/progress.ts";
import { readBack, rowFromFacts, writeContentTag } from "../shared/built-images/read-back.ts";
import { type Cache, noCache } from "./bake/cache.ts";
import { pushesByDigest } from "./bake/output.ts";
import { type BakedImage, type BakeRun, runBake } from "./bake/run-bake.ts";
import { imageId } from "./bake/targets.ts";
import { type BakeError, isCacheConfigError, mayBeCausedByCache, type Recovery, recoveryFor } from "./bake-failure.ts";
import { bakeDetails, buildError, redactStep } from "./bake-result.ts";
import type { BuildInput } from "./build-input.ts";
import type { BuildRows } from "./build-rows.ts";
import { ContentHashes } from "./contexts/content-hashes.ts";
import type { ContextCopies } from "./contexts/copy-contexts.ts";
import { retagUnchanged } from "./retag-unchanged.ts";
import { BuildAttempts } from "./retry-policy.ts";
import { missingSshAgents, readSecrets, redactor } from "./secrets.ts";

/**
 * An engine loses builds when it gets more than it can start within seconds (docker/buildx#3810). With 300 small
 * services on 2 cores (`script/bench many`), 60 targets in 3 bakes lose none and are fastest; 300 in one bake lose one
 * each time and take ten times as long.
 */
const bakeSize = 20;
const bakesAtOnce = 3;

interface BuilderInput extends BuildInput {
	/** Copies of contexts whose file modes differ. */
	readonly copies?: ContextCopies | undefined;
}

/** Builds batches of images whose bases are in the registry, and ends each in its row. */
export class ImageBuilder {
	readonly #input: BuilderInput;
	readonly #rows: BuildRows;
	readonly #services: ReadonlyMap<string, Service>;
	/** By `imageId`: digests that were pushed and read back. */
	readonly #pushed = new Map<string, string>();
	readonly #contents: ContentHashes;
	/** Values of all secrets that were read. */
	readonly #secrets = new Set<string>();
	readonly #apart: ReturnType<typeof pLimit>;
	readonly #bakes: ReturnType<typeof pLimit>;
	#cache: Cache;
	/** By `imageId`: why it was built again, as a warning of its row. */
	readonly #retried = new Map<string, string>();

	constructor(input: BuilderInput, rows: BuildRows) {
		this.#input = input;
		this.#rows = rows;
		this.#services = new Map(input.plan.services.map((service) => [service.name, service]));
		this.#contents = new ContentHashes(input.plan, input.registry);
		this.#apart = pLimit(input.options?.parallel ?? 4);
		this.#bakes = pLimit(bakesAtOnce);
		this.#cache = input.options?.cache ?? noCache;
	}

	isInRegistry({ service, platform }: Pick<PlannedImage, "service" | "platform">): boolean {
		const id = imageId({ service, platform });
		if (this.#pushed.has(id)) return true;
		return this.#input.plan.images.some((one) => imageId(one) === id && one.decision.kind === "unchanged");
	}

	/** Builds in a few bakes, or one by one if the user limits their number. Resolves when each image has its row. */
	async build(batch: readonly PlannedImage[]): Promise<void> {
		await Promise.all(batch.map((image) => this.#keep(image)));
		const images = await this.#withSecrets(this.#open(batch));
		if (this.#input.options?.parallel !== undefined) {
			await Promise.all(images.map((image) => this.#apart(() => this.#buildAlone(image, { kind: "none" }))));
			return;
		}
		const bakes = bakesOf(images, this.#services);
		await Promise.all(bakes.map((bake) => this.#bakes(() => this.#buildTogether(bake))));
	}

	/**
	 * Builds all in one bake, which stops at the first failure. Repeats it if the engine lost a build; after any other
	 * failure builds the rest one by one, so that each image gets its own result.
	 */
	async #buildTogether(images: readonly PlannedImage[], tries = new BuildAttempts({ kind: "none" })): Promise<void> {
		const { signal } = this.#input;
		await this.#startTry(images, tries);
		const run = await this.#bake(images);
		await this.#endPushed(run);
		if (run.failure === undefined) return this.#endLost(images);
		if (isCacheConfigError(run.failure.error) && this.#cache.kind !== "none") {
			this.#cache = noCache;
			for (const image of images) this.#blameCache(image, run.failure.error);
			return this.#buildTogether(this.#open(images));
		}
		const { image: broken, error, step } = run.failure;
		const cure = broken === undefined ? recoveryFor(error, step) : this.#cure(broken, run);
		if (cure.kind === "lost" && !signal.aborted && tries.shouldRetry(cure)) {
			const open = this.#open(images);
			for (const image of open) this.#noteLost(image, error);
			return this.#buildTogether(open, tries);
		}
		if (cure.kind === "engine-gone" && !signal.aborted) for (const image of this.#open(images)) this.#fail(image, run);
		else if (broken !== undefined && cure.kind === "none" && this.#open([broken]).length > 0) this.#fail(broken, run);
		const tried = (image: PlannedImage): Recovery => (image === broken ? cure : { kind: "none" });
		await Promise.all(this.#open(images).map((image) => this.#apart(() => this.#buildAlone(image, tried(image)))));
	}

	/** Ends an image that does not have to be built after all. */
	async #keep(image: PlannedImage): Promise<void> {
		const { plan, registry, signal, options } = this.#input;
		const service = this.#services.get(image.service);
		const { decision, platform } = image;
		if (decision.kind !== "build" || decision.keep === undefined || service === undefined) return;
		if (options?.steps === "anew") return;
		const find = async () => {
			const kept = await retagUnchanged(image, await this.#contents.ofParents(image), registry);
			if (kept === undefined) return undefined;
			const { facts, reason } = kept;
			const outcome = "unchanged" as const;
			this.#take(image, facts);
			return { outcome, reason, ...rowFromFacts(facts, service, plan.source, { platform, outcome }) };
		};
		await this.#rows.endWith(image, find, { signal });
	}

	/** Marks an image as present in the registry for those that are FROM it. */
	#take(image: PlannedImage, facts: ImageFacts): void {
		// The image without its attestations, which differ in every build.
		this.#pushed.set(imageId(image), facts.digest);
		this.#contents.add(image, facts);
	}

	/** Waits for the delay of the next attempt, or until an abort. */
	async #startTry(images: readonly PlannedImage[], tries: BuildAttempts): Promise<void> {
		const ms = tries.delayMs();
		const countdown = ms > 0 ? ({ until: systemClock.now() + ms, next: "retry" } as const) : undefined;
		for (const image of images) this.#rows.report(image, "started", tries.retryReason, countdown);
		if (ms > 0) await sleep(ms, this.#input.signal).catch(() => {});
	}

	/** `last` is the result of the image's first attempt; an image that was stopped with others starts from zero. */
	async #buildAlone(image: PlannedImage, last: Recovery): Promise<void> {
		const { signal } = this.#input;
		const tries = new BuildAttempts(last);
		this.#rows.report(image, "started");
		for (;;) {
			if (tries.retryReason !== undefined) await this.#startTry([image], tries);
			if (signal.aborted) return this.#rows.end(image, stoppedOutcome(signal));
			const run = await this.#bake([image], tries.cache);
			await this.#endPushed(run);
			if (this.#open([image]).length === 0) return;
			if (run.failure === undefined) return this.#endLost([image]);
			if (!tries.shouldRetry(this.#cure(image, run))) return this.#fail(image, run);
		}
	}

	#cure(image: PlannedImage, { failure }: BakeRun): Recovery {
		if (failure === undefined) return { kind: "none" };
		const { native } = this.#input.options ?? {};
		const cure = recoveryFor(failure.error, failure.step);
		if (cure.kind === "emulator" && image.platform === native) return { kind: "none" };
		if (cure.kind === "lost") this.#noteLost(image, failure.error);
		if (cure.kind !== "none" || this.#cache.kind === "none" || !mayBeCausedByCache(failure.error)) return cure;
		this.#blameCache(image, failure.error);
		return { kind: "cache" };
	}

	#noteLost(image: PlannedImage, { message }: BakeError): void {
		this.#retried.set(imageId(image), `built again because the engine lost the build: ${message}`);
	}

	#blameCache(image: PlannedImage, { message }: BakeError): void {
		this.#retried.set(imageId(image), `built without the cache; with it the build failed: ${message}`);
	}

	async #bake(images: readonly PlannedImage[], how: "with-cache" | "without-cache" = "with-cache"): Promise<BakeRun> {
		const { plan, root, docker, signal, env, secrets, copies, options = {} } = this.#input;
		const strike = this.#strike();
		// With a cache to write, cache warnings come after the push and belong to the row.
		const early = this.#cache.write === undefined;
		const ending: Promise<void>[] = [];
		try {
			const under = await Promise.all(
				images.map(async (image) => [imageId(image), await this.#contents.ofParents(image)] as const),
			);
			return await runBake({
				...options,
				cache: how === "without-cache" ? noCache : this.#cache,
				plan,
				root,
				env,
				...(secrets && { secretValues: secrets.values }),
				docker,
				signal,
				images,
				copies,
				pushed: this.#pushed,
				parentHashes: new Map(under),
				onStep: (image, step) => this.#rows.reportStep(image, redactStep(step, strike)),
				onPushed: (baked, digest) => early && ending.push(this.#endOne(baked, digest)),
			});
		} catch (error) {
			const failure = { error: { message: (error as Error).message } };
			return { images: images.map((image) => ({ image, steps: [], warnings: [] })), failure };
		} finally {
			await Promise.all(ending);
		}
	}

	async #endPushed(run: BakeRun): Promise<void> {
		await Promise.all(
			run.images.map(async (baked) => {
				if (baked.digest === undefined || this.#rows.get(baked.image) !== undefined) return;
				await this.#endOne(baked, baked.digest);
			}),
		);
	}

	async #endOne(baked: BakedImage, digest: string): Promise<void> {
		const { image } = baked;
		const { plan, registry, signal, options } = this.#input;
		const service = this.#services.get(image.service);
		if (service === undefined) return;
		const { platform } = image;
		const { row: told, steps } = bakeDetails(baked, this.#strike(), this.#retried.get(imageId(image)));
		this.#rows.report(image, "update", "reading the pushed image back");
		const report = (countdown: Countdown) =>
			this.#rows.report(image, "update", "the registry does not show the push yet", countdown);
		const waiting = { signal, report };
		const find = async () => {
			const byDigest = pushesByDigest(options?.driver ?? "docker");
			if (byDigest) await writeContentTag(registry, image, digest, waiting);
			const { facts } = await readBack(registry, image, digest, waiting);
			const outcome = "built" as const;
			this.#take(image, facts);
			return { outcome, ...rowFromFacts(facts, service, plan.source, { platform, outcome }) };
		};
		await this.#rows.endWith(image, find, { signal, told, steps });
	}

	/** Bake succeeded but reported no digest. */
	#endLost(images: readonly PlannedImage[]): void {
		for (const image of this.#open(images))
			this.#rows.end(image, { outcome: "failed", error: { message: "docker buildx bake reported no digest for it" } });
	}

	#fail(image: PlannedImage, { failure, images }: BakeRun): void {
		if (this.#input.signal.aborted) {
			this.#rows.end(image, stoppedOutcome(this.#input.signal));
			return;
		}
		const baked = images.find((one) => one.image === image) ?? { image, steps: [], warnings: [] };
		const { row, steps } = bakeDetails(baked, this.#strike());
		const error = buildError(failure, this.#services.get(image.service), this.#strike());
		this.#rows.end(image, { outcome: "failed", ...row, ...defined({ error }) }, steps);
	}

	#strike(): (text: string) => string {
		return redactor([...this.#secrets]);
	}

	#open(images: readonly PlannedImage[]): readonly PlannedImage[] {
		return images.filter((image) => this.#rows.get(image) === undefined);
	}

	/** Ends images whose secrets or agents are missing, and returns the others. */
	async #withSecrets(images: readonly PlannedImage[]): Promise<readonly PlannedImage[]> {
		const { root, env, secrets: source } = this.#input;
		for (const image of images) {
			const service = this.#services.get(image.service);
			if (service === undefined) continue;
			const secrets = await readSecrets(service, root, env, source);
			for (const value of secrets.values) this.#secrets.add(value);
			const missing = [...secrets.missing, ...(await missingSshAgents(service, env))];
			if (missing.length > 0) this.#rows.end(image, { outcome: "failed", error: { message: missing.join("; ") } });
		}
		return this.#open(images);
	}
}

/** Images of one Dockerfile are adjacent, so that a bake runs their shared steps once even without a cache. */
function bakesOf(
	images: readonly PlannedImage[],
	services: ReadonlyMap<string, Service>,
): readonly (readonly PlannedImage[])[] {
	const ordered = [...Map.groupBy(images, ({ service }) => services.get(service)?.dockerfile).values()].flat();
	return Array.from({ length: Math.ceil(ordered.length / bakeSize) }, (_, i) =>
		ordered.slice(i * bakeSize, (i + 1) * bakeSize),
	);
}
