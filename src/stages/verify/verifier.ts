import pLimit from "p-limit";
import type { Docker } from "../../adapters/docker/docker.ts";
import type { Registry } from "../../adapters/registry/registry.ts";
import { type BuiltImage, failedChecks } from "../../model/documents/build.ts";
import type { Plan, PlannedImage } from "../../model/documents/plan.ts";
import type { VerifiedImage, VerifyResult } from "../../model/documents/verify.ts";
import type { ImageFacts } from "../../model/oci/image-facts.ts";
import { repositoryOf } from "../../model/oci/reference.ts";
import type { Service } from "../../model/service/service.ts";
import { defined } from "../../util/defined.ts";
import type { ByteProgress, Progress, ProgressEvent } from "../../util/progress.ts";
import { detectBase } from "./base/detect-base.ts";
import { tryImports } from "./checks/imports.ts";
import { indexPlatforms, wrongEntries } from "./checks/index-entries.ts";
import { checkImage, type ImageToCheck } from "./inspect-image.ts";
import { FileTreeBuilder } from "./layers/file-tree.ts";
import { type LayerCache, LayerStore } from "./layers/layer-store.ts";
import { cachedFacts, type LookUpFacts } from "./remember-facts.ts";

/** What images are looked at with. */
export interface VerifierOptions {
	readonly plan: Plan;
	readonly registry: Pick<Registry, "imageFacts" | "manifest" | "readBlob" | "hasBlob">;
	/** Without it every layer is read from the registry. */
	readonly layerCache?: LayerCache;
	/** Runs the declared imports; without it they are not tried. */
	readonly docker?: Docker;
	/** The floating tag whose image new ones are compared with. */
	readonly floatingTag: (service: Service) => string | undefined;
	readonly progress: Progress;
	readonly signal: AbortSignal;
	/** Monotonic, milliseconds. */
	readonly now: () => number;
}

/** Images whose files are held in mind at the same time. */
const imagesAtOnce = 2;
/** Containers for imports at the same time. */
const containersAtOnce = 2;
/** Images whose layers are kept after they were looked at, as the next ones may share them. */
const imagesKept = 4;

/**
 * Looks at pushed images as the registry holds them, as they come. What is wrong with an image is a failed check of it; nothing is thrown but the reason
 * of an abort. Each layer is streamed once, however many of the images that are looked at together share it.
 */
export class Verifier implements Disposable {
	readonly #means: VerifierOptions;
	readonly #started: number;
	readonly #tools: Omit<Tools, keyof VerifierOptions | "images">;
	readonly #turns = pLimit(imagesAtOnce);
	readonly #kept: ImageFacts["layers"][] = [];

	constructor(means: VerifierOptions) {
		this.#means = means;
		this.#started = means.now();
		const { registry, layerCache } = means;
		const store = new LayerStore(
			registry,
			async () => {
				const { layerReader } = await import("./layers/layer-reader.ts");
				return () => layerReader();
			},
			layerCache,
		);
		this.#tools = {
			...{ facts: cachedFacts(registry), platforms: indexPlatforms(registry), store, trees: new FileTreeBuilder() },
			...{ containers: pLimit(containersAtOnce), done: (layers) => this.#done(layers) },
		};
	}

	/** To be called when the last image was looked at, or none will be. */
	[Symbol.dispose](): void {
		this.#tools.store.cancelPrefetch();
	}

	/**
	 * To be called when a build begins. Reads what is published of the images that are built, of a few, and only where what they are FROM is still the same:
	 * most of its layers are those of the next image, too.
	 */
	prefetch(): void {
		const { plan, signal, floatingTag } = this.#means;
		const { facts, store } = this.#tools;
		for (const image of plan.images.filter(followsPublished).slice(0, imagesKept)) {
			const service = plan.services.find(({ name }) => name === image.service);
			const tag = service && floatingTag(service);
			if (service === undefined || tag === undefined) continue;
			void facts(`${service.image}:${tag}`, image.platform).then((found) => {
				if (found !== undefined && "layers" in found && !signal.aborted) store.prefetch(service.image, found.layers);
			});
		}
	}

	/** `images`: what there is; one may be FROM another. */
	async verify(wanted: readonly BuiltImage[], images: readonly BuiltImage[]): Promise<readonly VerifiedImage[]> {
		const { facts: factsOf, store } = this.#tools;
		const there = wanted.filter(({ digest }) => digest !== undefined);
		const facts = await Promise.all(there.map((row) => factsOf(pinned(row), row.platform)));
		for (const one of facts) if (one !== undefined && "layers" in one) store.retain(one.layers);
		const tools = { ...this.#means, ...this.#tools, images };
		const found = await Promise.all(
			wanted.map((row) => (row.digest === undefined ? absent(row) : this.#turns(() => verifyOne(row, tools)))),
		);
		this.#means.signal.throwIfAborted();
		return found;
	}

	result(images: readonly VerifiedImage[]): VerifyResult {
		const { plan, now } = this.#means;
		return {
			...{ kind: "lucid.verify", version: 1, revision: plan.source.revision, images },
			layers: this.#tools.store.total,
			durationMs: Math.round(now() - this.#started),
		};
	}

	#done(layers: ImageFacts["layers"]): void {
		this.#kept.push(layers);
		if (this.#kept.length > imagesKept) this.#tools.store.release(this.#kept.shift() ?? []);
	}
}

const pinned = ({ contentRef, digest }: BuiltImage) => `${repositoryOf(contentRef)}@${digest}`;

function absent({ service, platform, contentRef, error }: BuiltImage): VerifiedImage {
	const reason = error?.message ?? "it was not built";
	return { service, platform, contentRef, checks: [], unchecked: [{ id: "layers", reason }] };
}

interface Tools extends VerifierOptions {
	readonly images: readonly BuiltImage[];
	readonly facts: LookUpFacts;
	readonly platforms: (ref: string) => Promise<readonly string[]>;
	readonly store: LayerStore;
	readonly trees: FileTreeBuilder;
	readonly containers: ReturnType<typeof pLimit>;
	/** An image with these layers was looked at. */
	readonly done: (layers: ImageFacts["layers"]) => void;
}

async function verifyOne(row: BuiltImage, tools: Tools): Promise<VerifiedImage> {
	const { plan, facts: factsOf, store, trees, progress, signal, done } = tools;
	const { service: name, platform, contentRef, digest, outcome } = row;
	const subject = plan.images.filter((one) => one.service === name).length > 1 ? `${name} ${platform}` : name;
	const tell = (state: ProgressEvent["state"], text?: string, bytes?: ByteProgress) =>
		progress({ stage: "verify", subject, state, ...defined({ text, bytes }) });
	signal.throwIfAborted();
	tell("started");
	const service = plan.services.find((one) => one.name === name);
	const facts = await factsOf(pinned(row), platform);
	if (service === undefined || facts === undefined || "why" in facts) {
		const why = facts === undefined ? "it is not in the registry" : "why" in facts ? facts.why : "no such service";
		tell("failed", why);
		const check = { id: "layers", name: "layers", ok: false, expected: "readable", actual: why };
		return { service: name, platform, contentRef, ...(digest && { digest }), checks: [check], unchecked: [] };
	}
	const repository = repositoryOf(contentRef);
	tell("update", "reading layers", store.progressOf(facts.layers));
	const [wrong, base, published, layers] = await Promise.all([
		wrongEntries(contentRef, tools),
		detectBase(facts, row, { ...tools, pinned }),
		publishedOf(service, facts, tools),
		store.readAll(repository, facts.layers).catch((error: Error) => ({ why: error.message.split("\n", 1)[0] ?? "" })),
	]);
	signal.throwIfAborted();
	tell("update", "looking at its files");
	const { docker } = tools;
	const run = (engine: Docker) => (python: string) =>
		tools
			.containers(() => {
				tell("update", "importing its modules in a container");
				return tryImports({ signal, docker: engine, ref: pinned(row), platform, python, service });
			})
			.catch((error: Error) => {
				signal.throwIfAborted();
				// No docker command, say: what was asked for and could not be tried has not passed.
				const said = `not tried: ${error.message}`;
				return (service.verify.imports ?? []).map((module) => ({ module, ok: false, message: said }));
			});
	const inspected: ImageToCheck = {
		facts,
		service,
		source: plan.source,
		platform,
		outcome: outcome === "built" ? "built" : "unchanged",
		wrongEntries: wrong,
		base,
		published,
		layers,
		trees,
		...(docker !== undefined && { tryImports: run(docker) }),
	};
	const verified = await checkImage(inspected);
	done(facts.layers);
	const failed = failedChecks(verified.checks);
	tell(
		failed.length === 0 ? "done" : "failed",
		failed.length === 0 ? `${verified.checks.length} checks` : failed.map(({ name }) => name).join(", "),
	);
	return { service: name, platform, contentRef, digest: facts.digest, ...verified };
}

function followsPublished({ decision, components }: PlannedImage): boolean {
	if (decision.kind !== "build" || decision.before === undefined) return false;
	const below = new Set(components.filter(({ kind }) => kind === "base" || kind === "image").map(({ name }) => name));
	return decision.reasons.every(({ component = "" }) => !below.has(component));
}

async function publishedOf(
	service: Service,
	facts: ImageFacts,
	{ floatingTag, facts: factsOf }: Tools,
): Promise<ImageToCheck["published"]> {
	const tag = floatingTag(service);
	if (tag === undefined) return { why: "the catalog gives it no floating tag" };
	const found = await factsOf(`${service.image}:${tag}`, facts.platform);
	if (found === undefined) return { why: `nothing is published as ${tag} yet` };
	if ("why" in found) return { why: `what is published as ${tag} cannot be read: ${found.why}` };
	if (found.digest === facts.digest) return { why: `it is what is published as ${tag}` };
	return { tag, facts: found };
}
