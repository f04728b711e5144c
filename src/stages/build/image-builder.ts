import pLimit from "p-limit";
import type { PlannedImage } from "../../model/documents/plan.ts";
import type { ImageFacts } from "../../model/oci/image-facts.ts";
import type { Service } from "../../model/service/service.ts";
import { sleep, systemClock } from "../../util/clock.ts";
import { stoppedOutcome } from "../../util/deadline.ts";
import { defined } from "../../util/defined.ts";
import type { Countdown } from "../../util/progress.ts";
import { type Redact, redactor } from "../../util/redact.ts";
import { readBack, rowFromFacts, writeContentTag } from "../shared/built-images/read-back.ts";
import { type Cache, noCache } from "./bake/cache.ts";
import { pushesByDigest } from "./bake/output.ts";
import { type BakedImage, type BakeRun, runBake } from "./bake/run-bake.ts";
import { imageId } from "./bake/targets.ts";
import { type BakeError, isCacheConfigError, mayBeCausedByCache, type Recovery, recoveryFor } from "./bake-failure.ts";
import { bakeDetails, buildError, redactStep } from "./bake-result.ts";
import { BuildAttempts } from "./build-attempts.ts";
import type { BuildInput } from "./build-input.ts";
import type { BuildRows } from "./build-rows.ts";
import { ContentHashes } from "./contexts/content-hashes.ts";
import type { ContextCopies } from "./contexts/copy-contexts.ts";
import { retagUnchanged } from "./retag-unchanged.ts";
import { missingSshAgents, readSecrets } from "./secrets.ts";

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
	readonly #hashes: ContentHashes;
	/** Values that no output may show: the job's credentials, and all secrets that were read. */
	readonly #secrets: Set<string>;
	#redact: Redact;
	readonly #limitImages: ReturnType<typeof pLimit>;
	readonly #limitBakes: ReturnType<typeof pLimit>;
	#cache: Cache;
	/** By `imageId`: why it was built again, as a warning of its row. */
	readonly #retried = new Map<string, string>();

	constructor(input: BuilderInput, rows: BuildRows) {
		this.#input = input;
		this.#rows = rows;
		this.#services = new Map(input.plan.services.map((service) => [service.name, service]));
		this.#hashes = new ContentHashes(input.plan, input.registry);
		this.#limitImages = pLimit(input.options?.parallel ?? 4);
		this.#limitBakes = pLimit(bakesAtOnce);
		this.#cache = input.options?.cache ?? noCache;
		this.#secrets = new Set(input.masked);
		this.#redact = redactor(this.#secrets);
	}

	isInRegistry({ service, platform }: Pick<PlannedImage, "service" | "platform">): boolean {
		const id = imageId({ service, platform });
		if (this.#pushed.has(id)) return true;
		return this.#input.plan.images.some((image) => imageId(image) === id && image.decision.kind === "unchanged");
	}

	/** Builds in a few bakes, or one by one if the user limits their number. Resolves when each image has its row. */
	async build(batch: readonly PlannedImage[]): Promise<void> {
		await Promise.all(batch.map((image) => this.#retag(image)));
		const images = await this.#withSecrets(this.#unfinished(batch));
		if (this.#input.options?.parallel !== undefined) {
			await Promise.all(images.map((image) => this.#limitImages(() => this.#buildAlone(image, { kind: "none" }))));
			return;
		}
		const bakes = splitIntoBakes(images, this.#services);
		await Promise.all(bakes.map((bake) => this.#limitBakes(() => this.#buildTogether(bake))));
	}

	/**
	 * Builds all in one bake, which stops at the first failure. Repeats it if the engine lost a build; after any other
	 * failure builds the rest one by one, so that each image gets its own result.
	 */
	async #buildTogether(images: readonly PlannedImage[], attempts = new BuildAttempts({ kind: "none" })): Promise<void> {
		const { signal } = this.#input;
		await this.#startAttempt(images, attempts);
		const run = await this.#bake(images);
		await this.#endPushed(run);
		if (run.failure === undefined) return this.#endWithoutDigest(images);
		if (isCacheConfigError(run.failure.error) && this.#cache.kind !== "none") {
			this.#cache = noCache;
			for (const image of images) this.#warnCache(image, run.failure.error);
			return this.#buildTogether(this.#unfinished(images));
		}
		const { image: failed, error, step } = run.failure;
		const recovery = failed === undefined ? recoveryFor(error, step) : this.#recovery(failed, run);
		if (recovery.kind === "lost" && !signal.aborted && attempts.shouldRetry(recovery)) {
			const unfinished = this.#unfinished(images);
			for (const image of unfinished) this.#warnLost(image, error);
			return this.#buildTogether(unfinished, attempts);
		}
		if (recovery.kind === "engine-gone" && !signal.aborted)
			for (const image of this.#unfinished(images)) this.#fail(image, run);
		else if (failed !== undefined && recovery.kind === "none" && this.#unfinished([failed]).length > 0)
			this.#fail(failed, run);
		const alone = (image: PlannedImage) => this.#buildAlone(image, image === failed ? recovery : { kind: "none" });
		await Promise.all(this.#unfinished(images).map((image) => this.#limitImages(() => alone(image))));
	}

	/** Ends an image that does not have to be built after all. */
	async #retag(image: PlannedImage): Promise<void> {
		const { plan, registry, signal, options } = this.#input;
		const service = this.#services.get(image.service);
		const { decision, platform } = image;
		if (decision.kind !== "build" || decision.keep === undefined || service === undefined) return;
		if (options?.steps === "uncached") return;
		const finish = async () => {
			const retagged = await retagUnchanged(image, await this.#hashes.ofParents(image), registry, plan.source);
			if (retagged === undefined) return undefined;
			const { facts, reason } = retagged;
			const outcome = "unchanged" as const;
			this.#markPushed(image, facts);
			return { outcome, reason, ...rowFromFacts(facts, service, plan.source, { platform, outcome }) };
		};
		await this.#rows.endWith(image, finish, { signal });
	}

	/** Marks an image as present in the registry for those that are FROM it. */
	#markPushed(image: PlannedImage, facts: ImageFacts): void {
		// The image without its attestations, which differ in every build.
		this.#pushed.set(imageId(image), facts.digest);
		this.#hashes.add(image, facts);
	}

	/** Waits for the delay of the next attempt, or until an abort. */
	async #startAttempt(images: readonly PlannedImage[], attempts: BuildAttempts): Promise<void> {
		const ms = attempts.delayMs();
		const countdown = ms > 0 ? ({ until: systemClock.now() + ms, next: "retry" } as const) : undefined;
		for (const image of images) this.#rows.report(image, "started", attempts.retryReason, countdown);
		if (ms > 0) await sleep(ms, this.#input.signal).catch(() => {});
	}

	/** `last` is the result of the image's first attempt; an image that was stopped with others starts from zero. */
	async #buildAlone(image: PlannedImage, last: Recovery): Promise<void> {
		const { signal } = this.#input;
		const attempts = new BuildAttempts(last);
		this.#rows.report(image, "started");
		for (;;) {
			if (attempts.retryReason !== undefined) await this.#startAttempt([image], attempts);
			if (signal.aborted) return this.#rows.end(image, stoppedOutcome(signal));
			const run = await this.#bake([image], attempts.cache);
			await this.#endPushed(run);
			if (this.#unfinished([image]).length === 0) return;
			if (run.failure === undefined) return this.#endWithoutDigest([image]);
			if (!attempts.shouldRetry(this.#recovery(image, run))) return this.#fail(image, run);
		}
	}

	#recovery(image: PlannedImage, { failure }: BakeRun): Recovery {
		if (failure === undefined) return { kind: "none" };
		const { native } = this.#input.options ?? {};
		const recovery = recoveryFor(failure.error, failure.step);
		if (recovery.kind === "emulator" && image.platform === native) return { kind: "none" };
		if (recovery.kind === "lost") this.#warnLost(image, failure.error);
		if (recovery.kind !== "none" || this.#cache.kind === "none" || !mayBeCausedByCache(failure.error)) return recovery;
		this.#warnCache(image, failure.error);
		return { kind: "cache" };
	}

	#warnLost(image: PlannedImage, { message }: BakeError): void {
		this.#retried.set(imageId(image), `built again because the engine lost the build: ${message}`);
	}

	#warnCache(image: PlannedImage, { message }: BakeError): void {
		this.#retried.set(imageId(image), `built without the cache; with it the build failed: ${message}`);
	}

	async #bake(
		images: readonly PlannedImage[],
		cacheUse: "with-cache" | "without-cache" = "with-cache",
	): Promise<BakeRun> {
		const { plan, root, docker, signal, env, secrets, copies, options = {} } = this.#input;
		// With a cache to write, cache warnings come after the push and belong to the row.
		const endsOnPush = this.#cache.write === undefined;
		const ending: Promise<void>[] = [];
		try {
			const parentHashes = await Promise.all(
				images.map(async (image) => [imageId(image), await this.#hashes.ofParents(image)] as const),
			);
			return await runBake({
				...options,
				cache: cacheUse === "without-cache" ? noCache : this.#cache,
				...{ plan, root, env, docker, signal, images, copies },
				...defined({ secretValues: secrets?.values }),
				pushed: this.#pushed,
				parentHashes: new Map(parentHashes),
				onStep: (image, step) => this.#rows.reportStep(image, redactStep(step, this.#redact)),
				onPushed: (baked, digest) => endsOnPush && ending.push(this.#endPushedImage(baked, digest)),
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
				await this.#endPushedImage(baked, baked.digest);
			}),
		);
	}

	async #endPushedImage(baked: BakedImage, digest: string): Promise<void> {
		const { image } = baked;
		const { plan, registry, signal, options } = this.#input;
		const service = this.#services.get(image.service);
		if (service === undefined) return;
		const { platform } = image;
		const { row, steps } = bakeDetails(baked, this.#redact, this.#retried.get(imageId(image)));
		this.#rows.report(image, "update", "reading the pushed image back");
		const report = (countdown: Countdown) =>
			this.#rows.report(image, "update", "the registry does not show the push yet", countdown);
		const waiting = { signal, report };
		const finish = async () => {
			const byDigest = pushesByDigest(options?.driver ?? "docker");
			if (byDigest) await writeContentTag(registry, image, digest, waiting);
			const { facts } = await readBack(registry, image, digest, waiting);
			const outcome = "built" as const;
			this.#markPushed(image, facts);
			return { outcome, ...rowFromFacts(facts, service, plan.source, { platform, outcome }) };
		};
		await this.#rows.endWith(image, finish, { signal, row, steps });
	}

	/** Bake succeeded but reported no digest. */
	#endWithoutDigest(images: readonly PlannedImage[]): void {
		for (const image of this.#unfinished(images))
			this.#rows.end(image, { outcome: "failed", error: { message: "docker buildx bake reported no digest for it" } });
	}

	#fail(image: PlannedImage, { failure, images }: BakeRun): void {
		const { signal } = this.#input;
		if (signal.aborted) {
			this.#rows.end(image, stoppedOutcome(signal));
			return;
		}
		const baked = images.find((candidate) => candidate.image === image) ?? { image, steps: [], warnings: [] };
		const { row, steps } = bakeDetails(baked, this.#redact);
		const error = buildError(failure, this.#services.get(image.service), this.#redact);
		this.#rows.end(image, { outcome: "failed", ...row, ...defined({ error }) }, steps);
	}

	#unfinished(images: readonly PlannedImage[]): readonly PlannedImage[] {
		return images.filter((image) => this.#rows.get(image) === undefined);
	}

	/** Ends images whose secrets or agents are missing, and returns the others. */
	async #withSecrets(images: readonly PlannedImage[]): Promise<readonly PlannedImage[]> {
		const { root, env, secrets: source } = this.#input;
		const known = this.#secrets.size;
		for (const image of images) {
			const service = this.#services.get(image.service);
			if (service === undefined) continue;
			const secrets = await readSecrets(service, root, env, source);
			for (const value of secrets.values) this.#secrets.add(value);
			const missing = [...secrets.missing, ...missingSshAgents(service, env, source)];
			if (missing.length > 0) this.#rows.end(image, { outcome: "failed", error: { message: missing.join("; ") } });
		}
		if (this.#secrets.size > known) this.#redact = redactor(this.#secrets);
		return this.#unfinished(images);
	}
}

/** Images of one Dockerfile are adjacent, so that a bake runs their shared steps once even without a cache. */
function splitIntoBakes(
	images: readonly PlannedImage[],
	services: ReadonlyMap<string, Service>,
): readonly (readonly PlannedImage[])[] {
	const ordered = [...Map.groupBy(images, ({ service }) => services.get(service)?.dockerfile).values()].flat();
	return Array.from({ length: Math.ceil(ordered.length / bakeSize) }, (_, i) =>
		ordered.slice(i * bakeSize, (i + 1) * bakeSize),
	);
}
