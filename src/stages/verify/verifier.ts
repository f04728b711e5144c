import pLimit from "p-limit";
import type { Docker } from "../../adapters/docker/docker.ts";
import type { Registry } from "../../adapters/registry/registry.ts";
import type { BuiltImage } from "../../model/documents/build.ts";
import type { Plan, PlannedImage } from "../../model/documents/plan.ts";
import { failedChecks } from "../../model/documents/results.ts";
import type { VerifiedImage, VerifyResult } from "../../model/documents/verify.ts";
import type { ImageFacts } from "../../model/oci/image-facts.ts";
import { repositoryOf } from "../../model/oci/reference.ts";
import type { Service } from "../../model/service/service.ts";
import { defined } from "../../util/defined.ts";
import type { ByteProgress, Progress, ProgressEvent } from "../../util/progress.ts";
import { checkImage, type ImageToCheck } from "./check-image.ts";
import { detectBase } from "./checks/base.ts";
import { tryImports } from "./checks/imports.ts";
import { cachedFacts, indexPlatforms, type LookUpFacts, wrongEntries } from "./checks/registry-lookups.ts";
import { FileTreeBuilder } from "./layers/file-tree.ts";
import { type LayerCache, LayerStore } from "./layers/layer-store.ts";

export interface VerifierOptions {
	readonly plan: Plan;
	readonly registry: Pick<Registry, "imageFacts" | "manifest" | "readBlob" | "hasBlob">;
	/** Default: every layer is read from the registry. */
	readonly layerCache?: LayerCache;
	/** Runs the declared imports; without it they are not checked. */
	readonly docker?: Docker;
	/** The floating tag of the image to compare with. */
	readonly floatingTag: (service: Service) => string | undefined;
	readonly progress: Progress;
	readonly signal: AbortSignal;
	/** Monotonic, milliseconds. */
	readonly now: () => number;
}

/** Images whose files are in memory at once. */
const concurrentImages = 2;
const concurrentContainers = 2;
/** Images whose layers are kept for the next ones, which may share them. */
const keptImages = 4;

/**
 * Verifies pushed images as the registry holds them. What is wrong with an image is a failed check; only the reason of
 * an abort is thrown. Reads each layer once, however many images share it.
 */
export class Verifier implements Disposable {
	readonly #options: VerifierOptions;
	readonly #startedAt: number;
	readonly #tools: Omit<VerifierTools, keyof VerifierOptions | "images">;
	readonly #limit = pLimit(concurrentImages);
	readonly #recentLayers: ImageFacts["layers"][] = [];

	constructor(options: VerifierOptions) {
		this.#options = options;
		this.#startedAt = options.now();
		const { registry, layerCache } = options;
		const openReader = async () => {
			const { layerReader } = await import("./layers/layer-reader.ts");
			return () => layerReader();
		};
		this.#tools = {
			...{ facts: cachedFacts(registry), platforms: indexPlatforms(registry), trees: new FileTreeBuilder() },
			...{ store: new LayerStore(registry, openReader, layerCache), containerLimit: pLimit(concurrentContainers) },
			onVerified: (layers) => this.#keepLayers(layers),
		};
	}

	/** Call it when no image is to come. */
	[Symbol.dispose](): void {
		this.#tools.store.cancelPrefetch();
	}

	/**
	 * Call it when a build begins: reads the published layers of a few images to build, where their base is unchanged.
	 * Most of these layers are in the next image too.
	 */
	prefetch(): void {
		const { plan, signal, floatingTag } = this.#options;
		const { facts, store } = this.#tools;
		for (const image of plan.images.filter(sharesPublishedLayers).slice(0, keptImages)) {
			const service = plan.services.find(({ name }) => name === image.service);
			const tag = service && floatingTag(service);
			if (service === undefined || tag === undefined) continue;
			void facts(`${service.image}:${tag}`, image.platform).then((published) => {
				if (published !== undefined && "layers" in published && !signal.aborted)
					store.prefetch(service.image, published.layers);
			});
		}
	}

	/** `images`: all images, since one may be FROM another. */
	async verify(wanted: readonly BuiltImage[], images: readonly BuiltImage[]): Promise<readonly VerifiedImage[]> {
		const { facts: lookUp, store } = this.#tools;
		const pushed = wanted.filter(({ digest }) => digest !== undefined);
		const facts = await Promise.all(pushed.map((row) => lookUp(pinnedRef(row), row.platform)));
		for (const item of facts) if (item !== undefined && "layers" in item) store.retain(item.layers);
		const tools = { ...this.#options, ...this.#tools, images };
		const verified = await Promise.all(
			wanted.map((row) => (row.digest === undefined ? unbuiltRow(row) : this.#limit(() => verifyOne(row, tools)))),
		);
		this.#options.signal.throwIfAborted();
		return verified;
	}

	result(images: readonly VerifiedImage[]): VerifyResult {
		const { plan, now } = this.#options;
		return {
			...{ kind: "lucid.verify", version: 1, revision: plan.source.revision, images },
			layers: this.#tools.store.total,
			durationMs: Math.round(now() - this.#startedAt),
		};
	}

	#keepLayers(layers: ImageFacts["layers"]): void {
		this.#recentLayers.push(layers);
		if (this.#recentLayers.length > keptImages) this.#tools.store.release(this.#recentLayers.shift() ?? []);
	}
}

const pinnedRef = ({ contentRef, digest }: BuiltImage) => `${repositoryOf(contentRef)}@${digest}`;

function unbuiltRow({ service, platform, contentRef, error }: BuiltImage): VerifiedImage {
	const reason = error?.message ?? "it was not built";
	return { service, platform, contentRef, checks: [], unchecked: [{ id: "layers", reason }] };
}

interface VerifierTools extends VerifierOptions {
	readonly images: readonly BuiltImage[];
	readonly facts: LookUpFacts;
	readonly platforms: (ref: string) => Promise<readonly string[]>;
	readonly store: LayerStore;
	readonly trees: FileTreeBuilder;
	readonly containerLimit: ReturnType<typeof pLimit>;
	/** Called with the layers of each verified image. */
	readonly onVerified: (layers: ImageFacts["layers"]) => void;
}

async function verifyOne(row: BuiltImage, tools: VerifierTools): Promise<VerifiedImage> {
	const { plan, facts: lookUp, store, trees, progress, signal, docker } = tools;
	const { service: name, platform, contentRef, digest } = row;
	const hasPlatforms = plan.images.filter((image) => image.service === name).length > 1;
	const subject = hasPlatforms ? `${name} ${platform}` : name;
	const report = (state: ProgressEvent["state"], text?: string, bytes?: ByteProgress) =>
		progress({ stage: "verify", subject, state, ...defined({ text, bytes }) });
	signal.throwIfAborted();
	report("started");
	const service = plan.services.find((item) => item.name === name);
	const facts = await lookUp(pinnedRef(row), platform);
	if (service === undefined || facts === undefined || "why" in facts) {
		const why = facts === undefined ? "it is not in the registry" : "why" in facts ? facts.why : "no such service";
		report("failed", why);
		const check = { id: "layers", name: "layers", ok: false, expected: "readable", actual: why };
		return { service: name, platform, contentRef, ...defined({ digest }), checks: [check], unchecked: [] };
	}
	report("update", "reading layers", store.progressOf(facts.layers));
	const [entries, base, published, layers] = await Promise.all([
		wrongEntries(contentRef, tools),
		detectBase(facts, row, { ...tools, pinned: pinnedRef }),
		publishedOf(service, facts, tools),
		store
			.readAll(repositoryOf(contentRef), facts.layers)
			.catch((error: Error) => ({ why: error.message.split("\n", 1)[0] ?? "" })),
	]);
	signal.throwIfAborted();
	report("update", "checking files");
	const importWith = (engine: Docker) => (python: string) =>
		tools
			.containerLimit(() => {
				report("update", "importing modules in a container");
				return tryImports({ signal, docker: engine, ref: pinnedRef(row), platform, python, service });
			})
			.catch((error: Error) => {
				signal.throwIfAborted();
				// Without a docker command for example: an import that was not tried has not passed.
				const message = `not tried: ${error.message}`;
				return (service.verify.imports ?? []).map((module) => ({ module, ok: false, message }));
			});
	const image: ImageToCheck = {
		...{ facts, service, source: plan.source, platform, base, published, layers, trees, wrongEntries: entries },
		outcome: row.outcome === "built" ? "built" : "unchanged",
		...defined({ tryImports: docker && importWith(docker) }),
	};
	const verified = await checkImage(image);
	tools.onVerified(facts.layers);
	const failed = failedChecks(verified.checks);
	if (failed.length === 0) report("done", `${verified.checks.length} checks`);
	else report("failed", failed.map((check) => check.name).join(", "));
	return { service: name, platform, contentRef, digest: facts.digest, ...verified };
}

/** Whether the image has a predecessor and its base is unchanged. */
function sharesPublishedLayers({ decision, components }: PlannedImage): boolean {
	if (decision.kind !== "build" || decision.before === undefined) return false;
	const bases = new Set(components.filter(({ kind }) => kind === "base" || kind === "image").map(({ name }) => name));
	return decision.reasons.every(({ component = "" }) => !bases.has(component));
}

async function publishedOf(
	service: Service,
	{ platform, digest }: ImageFacts,
	{ floatingTag, facts: lookUp }: VerifierTools,
): Promise<ImageToCheck["published"]> {
	const tag = floatingTag(service);
	if (tag === undefined) return { why: "the service has no floating tag" };
	const facts = await lookUp(`${service.image}:${tag}`, platform);
	if (facts === undefined) return { why: `nothing is published as ${tag} yet` };
	if ("why" in facts) return { why: `the image published as ${tag} cannot be read: ${facts.why}` };
	if (facts.digest === digest) return { why: `it is the image published as ${tag}` };
	return { tag, facts };
}
