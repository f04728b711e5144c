import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import type { BuiltImage } from "../documents/build.ts";
import type { PlannedImage } from "../documents/plan.ts";
import type { Service } from "../documents/service.ts";
import { type BakedImage, type BakeRun, runBake } from "./bake-run.ts";
import { type Cache, noCache } from "./cache.ts";
import { giveContentTag, readBack, rowFacts } from "./collect.ts";
import { Contents } from "./contents.ts";
import { type BakeError, type Cure, cause, cureFor, isCacheRefused, mayBeCache } from "./failure.ts";
import { keepSame } from "./keep.ts";
import { pushesByDigest } from "./output.ts";
import { progressSteps, type Rows } from "./rows.ts";
import type { BuildInput } from "./run.ts";
import { missingAgents, readSecrets, striker } from "./secrets.ts";
import { imageId } from "./targets.ts";

const registryTries = 4;

/** Builds batches of images whose parents are all in the registry, and ends each in its row. */
export class Builder {
	readonly #input: BuildInput;
	readonly #rows: Rows;
	readonly #services: ReadonlyMap<string, Service>;
	/** By `imageId`: what was pushed and read back. */
	readonly #pushed = new Map<string, string>();
	readonly #contents: Contents;
	/** Values of all secrets that were looked at. */
	readonly #secrets = new Set<string>();
	readonly #apart: ReturnType<typeof pLimit>;
	#cache: Cache;
	/** By `imageId`: what a cache did to it, whose fault another try made good. */
	readonly #spoiled = new Map<string, string>();

	constructor(input: BuildInput, rows: Rows) {
		this.#input = input;
		this.#rows = rows;
		this.#services = new Map(input.plan.services.map((service) => [service.name, service]));
		this.#contents = new Contents(input.plan, input.registry);
		this.#apart = pLimit(input.options?.parallel ?? 4);
		this.#cache = input.options?.cache ?? noCache;
	}

	isThere({ service, platform }: Pick<PlannedImage, "service" | "platform">): boolean {
		const id = imageId({ service, platform });
		if (this.#pushed.has(id)) return true;
		return this.#input.plan.images.some((one) => imageId(one) === id && one.decision.kind === "unchanged");
	}

	/**
	 * All in one bake, or each in its own where their number is limited. Bake stops everything at the first failure: what is left then is built one by one, so that each gets to its own end
	 * and no image is started more than a few times.
	 */
	async build(batch: readonly PlannedImage[]): Promise<void> {
		await Promise.all(batch.map((image) => this.#keep(image)));
		const images = await this.#withSecrets(this.#open(batch));
		if (images.length === 0) return;
		if (this.#input.options?.parallel !== undefined) {
			await Promise.all(images.map((image) => this.#apart(() => this.#buildAlone(image, { kind: "none" }))));
			return;
		}
		for (const image of images) this.#rows.tell(image, "started");
		const run = await this.#bake(images);
		await this.#endPushed(run);
		if (run.failure === undefined) return this.#endLost(images);
		if (isCacheRefused(run.failure.error) && this.#cache.kind !== "none") {
			this.#cache = noCache;
			for (const image of images) this.#blameCache(image, run.failure.error);
			return this.build(this.#open(images));
		}
		const { image: broken, error, step } = run.failure;
		const cure = broken === undefined ? cureFor(error, step) : this.#cure(broken, run);
		if (cure.kind === "engine-gone" && !this.#input.signal.aborted)
			for (const image of this.#open(images)) this.#fail(image, run);
		else if (broken !== undefined && cure.kind === "none" && this.#open([broken]).length > 0) this.#fail(broken, run);
		const tried = (image: PlannedImage): Cure => (image === broken ? cure : { kind: "none" });
		await Promise.all(this.#open(images).map((image) => this.#apart(() => this.#buildAlone(image, tried(image)))));
	}

	/** Ends an image that need not be built after all. */
	async #keep(image: PlannedImage): Promise<void> {
		const { plan, registry, signal, options } = this.#input;
		const service = this.#services.get(image.service);
		const { decision, platform } = image;
		if (decision.kind !== "build" || decision.keep === undefined || service === undefined) return;
		if (options?.steps === "anew") return;
		try {
			const kept = await keepSame(image, await this.#contents.under(image), registry);
			if (kept === undefined) return;
			const { facts, reason } = kept;
			this.#pushed.set(imageId(image), facts.digest);
			this.#contents.add(image, facts);
			const row = rowFacts(facts, service, plan.source, { platform, outcome: "unchanged" });
			this.#rows.end(image, { outcome: "unchanged", reason, ...row });
		} catch (error) {
			if (signal.aborted) this.#rows.end(image, { outcome: "cancelled" });
			else this.#rows.end(image, { outcome: "failed", error: { message: (error as Error).message } });
		}
	}

	/** `last` is what the first try of this image came to; an image that was only stopped with others starts afresh. */
	async #buildAlone(image: PlannedImage, last: Cure): Promise<void> {
		let cure = last;
		let crashed = false;
		let uncached = false;
		this.#rows.tell(image, "started");
		for (let tries = cure.kind === "none" ? 0 : 1; ; tries++) {
			if (this.#input.signal.aborted) return this.#rows.end(image, { outcome: "cancelled" });
			if (cure.kind === "emulator") {
				crashed = true;
				this.#rows.tell(image, "update", "the emulator crashed; once more");
			}
			if (cure.kind === "cache") {
				uncached = true;
				this.#rows.tell(image, "update", "once more without the cache");
			}
			if (cure.kind === "registry") {
				this.#rows.tell(image, "update", "the registry was busy; again");
				await this.#pause(tries);
			}
			const run = await this.#bake([image], uncached ? "without-cache" : "with-cache");
			await this.#endPushed(run);
			if (this.#open([image]).length === 0) return;
			if (run.failure === undefined) return this.#endLost([image]);
			cure = this.#cure(image, run);
			const again =
				cure.kind === "emulator"
					? !crashed
					: cure.kind === "cache"
						? !uncached
						: cure.kind === "registry" && tries + 1 < registryTries;
			if (!again) return this.#fail(image, run);
		}
	}

	#cure(image: PlannedImage, { failure }: BakeRun): Cure {
		if (failure === undefined) return { kind: "none" };
		const { native } = this.#input.options ?? {};
		const cure = cureFor(failure.error, failure.step);
		if (cure.kind === "emulator" && image.platform === native) return { kind: "none" };
		if (cure.kind !== "none" || this.#cache.kind === "none" || !mayBeCache(failure.error)) return cure;
		this.#blameCache(image, failure.error);
		return { kind: "cache" };
	}

	#blameCache(image: PlannedImage, { message }: BakeError): void {
		this.#spoiled.set(imageId(image), `built without the cache, with it came: ${message}`);
	}

	async #bake(images: readonly PlannedImage[], how: "with-cache" | "without-cache" = "with-cache"): Promise<BakeRun> {
		const { plan, root, docker, signal, env, options = {} } = this.#input;
		const strike = striker([...this.#secrets]);
		// What a cache has to say comes after the push, and belongs to the image.
		const early = this.#cache.write === undefined;
		const ending: Promise<void>[] = [];
		try {
			const under = await Promise.all(
				images.map(async (image) => [imageId(image), await this.#contents.under(image)] as const),
			);
			const run = await runBake({
				...options,
				cache: how === "without-cache" ? noCache : this.#cache,
				plan,
				root,
				env,
				docker,
				signal,
				images,
				pushed: this.#pushed,
				under: new Map(under),
				onStep: (image, step) => this.#rows.tell(image, "update", strike(step)),
				onPushed: (baked, digest) => early && ending.push(this.#endOne(baked, digest)),
			});
			await Promise.all(ending);
			return run;
		} catch (error) {
			const failure = { error: { message: (error as Error).message } };
			return { images: images.map((image) => ({ image, steps: [], warnings: [] })), failure };
		}
	}

	async #endPushed(run: BakeRun): Promise<void> {
		await Promise.all(
			run.images.map(async (baked) => {
				if (baked.digest === undefined || this.#rows.of(baked.image) !== undefined) return;
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
		const took = this.#took(baked);
		try {
			const byDigest = pushesByDigest(options?.driver ?? "docker");
			if (byDigest) await giveContentTag(registry, image, digest, signal);
			const { facts } = await readBack(registry, image, digest, signal);
			// Without what attests it, which is another on every build.
			this.#pushed.set(imageId(image), facts.digest);
			this.#contents.add(image, facts);
			this.#rows.end(
				image,
				{
					outcome: "built",
					...took.row,
					...rowFacts(facts, service, plan.source, { platform, outcome: "built" }),
				},
				took.steps,
			);
		} catch (error) {
			if (signal.aborted) this.#rows.end(image, { outcome: "cancelled" });
			else
				this.#rows.end(
					image,
					{ outcome: "failed", ...took.row, error: { message: (error as Error).message } },
					took.steps,
				);
		}
	}

	/** What is told of a bake of one image, secrets struck out. */
	#took({ image, durationMs, steps, ...baked }: BakedImage) {
		const strike = striker([...this.#secrets]);
		const warnings = [...baked.warnings, ...[this.#spoiled.get(imageId(image)) ?? []].flat()];
		const named = steps.map((step) => ({ ...step, name: strike(step.name) }));
		return {
			row: {
				...(durationMs !== undefined && { durationMs }),
				...(steps.length > 0 && {
					steps: named.map(({ name, durationMs, cached }) => ({ name, durationMs, cached })),
				}),
				...(warnings.length > 0 && { warnings: warnings.map(strike) }),
			},
			steps: progressSteps(named, strike),
		};
	}

	/** Bake said that all is well, but told of no digest. */
	#endLost(images: readonly PlannedImage[]): void {
		for (const image of this.#open(images))
			this.#rows.end(image, { outcome: "failed", error: { message: "docker buildx bake told of no digest for it" } });
	}

	#fail(image: PlannedImage, { failure, images }: BakeRun): void {
		if (this.#input.signal.aborted) {
			this.#rows.end(image, { outcome: "cancelled" });
			return;
		}
		const { error, step } = failure ?? { error: { message: "docker buildx bake failed" } };
		const strike = striker([...this.#secrets]);
		const baked = images.find((one) => one.image === image);
		const took = this.#took(baked ?? { image, steps: [], warnings: [] });
		const details: BuiltImage["error"] = {
			message: strike(cause(error, step)),
			...(step !== undefined && step.log.length > 0 && { log: step.log.map(strike) }),
			...(error.line !== undefined && { file: this.#services.get(image.service)?.dockerfile ?? "", line: error.line }),
		};
		this.#rows.end(image, { outcome: "failed", ...took.row, error: details }, took.steps);
	}

	#open(images: readonly PlannedImage[]): readonly PlannedImage[] {
		return images.filter((image) => this.#rows.of(image) === undefined);
	}

	/** Those whose secrets and agents are all there; the others end here. */
	async #withSecrets(images: readonly PlannedImage[]): Promise<readonly PlannedImage[]> {
		const { root, env } = this.#input;
		for (const image of images) {
			const service = this.#services.get(image.service);
			if (service === undefined) continue;
			const secrets = await readSecrets(service, root, env);
			for (const value of secrets.values) this.#secrets.add(value);
			const missing = [...secrets.missing, ...(await missingAgents(service, env))];
			if (missing.length > 0) this.#rows.end(image, { outcome: "failed", error: { message: missing.join("; ") } });
		}
		return this.#open(images);
	}

	async #pause(tried: number): Promise<void> {
		const { signal } = this.#input;
		const ms = 1000 * 2 ** (tried - 1) * (0.5 + Math.random() / 2);
		await sleep(ms, undefined, { signal }).catch(() => {});
	}
}
