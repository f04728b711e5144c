import pLimit from "p-limit";
import { parsePlatform } from "../catalog/values.ts";
import type { Docker } from "../docker/docker.ts";
import { type BuiltImage, failedChecks } from "../documents/build.ts";
import type { Plan, PlannedImage } from "../documents/plan.ts";
import { repositoryOf } from "../documents/reference.ts";
import type { Service } from "../documents/service.ts";
import type { VerifiedImage, VerifyResult } from "../documents/verify.ts";
import type { Progress } from "../progress.ts";
import type { ImageFacts, Registry } from "../registry/registry.ts";
import { type Base, type Candidate, findBase } from "./base.ts";
import { tryImports } from "./imports.ts";
import { type Inspected, inspectImage } from "./inspect.ts";
import { LayerStore } from "./store.ts";

export interface VerifyInput {
	readonly plan: Plan;
	/** What there is; one may be FROM another. */
	readonly images: readonly BuiltImage[];
	/** Those of them to look at. */
	readonly wanted: readonly BuiltImage[];
	readonly registry: Pick<Registry, "imageFacts" | "manifest" | "readBlob">;
	/** Runs the declared imports. */
	readonly docker: Docker;
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

/**
 * Looks at pushed images as the registry holds them. What is wrong with an image is a failed check of it; nothing is thrown but the reason of an abort.
 * Each layer is streamed once, however many of the images share it.
 */
export async function verify(input: VerifyInput): Promise<VerifyResult> {
	const { plan, wanted, registry, signal, now } = input;
	const started = now();
	const remembered = remembering(registry);
	const store = new LayerStore(registry, async () => {
		const { layerReader } = await import("./layers/read.ts");
		return () => layerReader();
	});
	const there = wanted.filter(({ digest }) => digest !== undefined);
	const facts = await Promise.all(there.map((row) => remembered(pinned(row), row.platform)));
	for (const one of facts) if (one !== undefined && "layers" in one) store.expect(one.layers);
	const [turns, containers] = [pLimit(imagesAtOnce), pLimit(containersAtOnce)];
	const found = await Promise.all(
		wanted.map((row) =>
			row.digest === undefined
				? absent(row)
				: turns(() => verifyOne(row, { ...input, facts: remembered, store, containers })),
		),
	);
	signal.throwIfAborted();
	return {
		kind: "lucid.verify",
		version: 1,
		revision: plan.source.revision,
		images: found,
		layers: store.total,
		durationMs: Math.round(now() - started),
	};
}

const pinned = ({ contentRef, digest }: BuiltImage) => `${repositoryOf(contentRef)}@${digest}`;

function absent({ service, platform, contentRef, error }: BuiltImage): VerifiedImage {
	const reason = error?.message ?? "it was not built";
	return { service, platform, contentRef, checks: [], unchecked: [{ id: "layers", reason }] };
}

/** Facts of a reference, or why there are none. */
type Facts = (ref: string, platform: string) => Promise<ImageFacts | { readonly why: string } | undefined>;

function remembering(registry: Pick<Registry, "imageFacts">): Facts {
	const known = new Map<string, ReturnType<Facts>>();
	return (ref, platform) => {
		const key = `${ref} ${platform}`;
		const asked =
			known.get(key) ??
			registry.imageFacts(ref, platform).catch((error: Error) => ({ why: error.message.split("\n", 1)[0] ?? "" }));
		known.set(key, asked);
		return asked;
	};
}

interface Tools extends VerifyInput {
	readonly facts: Facts;
	readonly store: LayerStore;
	readonly containers: ReturnType<typeof pLimit>;
}

async function verifyOne(row: BuiltImage, tools: Tools): Promise<VerifiedImage> {
	const { plan, facts: factsOf, store, progress, signal } = tools;
	const { service: name, platform, contentRef, digest, outcome } = row;
	const subject = plan.images.filter((one) => one.service === name).length > 1 ? `${name} ${platform}` : name;
	const tell = (state: "started" | "done" | "failed", text?: string) =>
		progress({ stage: "verify", subject, state, ...(text !== undefined && { text }) });
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
	const [wrongEntries, base, published, layers] = await Promise.all([
		wrongEntriesOf(row, tools),
		baseOf(facts, row, tools),
		publishedOf(service, facts, tools),
		store.readAll(repository, facts.layers).catch((error: Error) => ({ why: error.message.split("\n", 1)[0] ?? "" })),
	]);
	signal.throwIfAborted();
	const run = (python: string) =>
		tools.containers(() => tryImports({ ...tools, ref: pinned(row), platform, python, service }));
	const inspected: Inspected = {
		facts,
		service,
		source: plan.source,
		platform,
		outcome: outcome === "built" ? "built" : "unchanged",
		wrongEntries,
		base,
		published,
		layers,
		tryImports: run,
	};
	const verified = await inspectImage(inspected);
	store.release(facts.layers);
	const failed = failedChecks(verified.checks);
	tell(
		failed.length === 0 ? "done" : "failed",
		failed.length === 0 ? `${verified.checks.length} checks` : failed.map(({ name }) => name).join(", "),
	);
	return { service: name, platform, contentRef, digest: facts.digest, ...verified };
}

/** Every entry of an index says which platform it is for; what it names must be for that one. */
async function wrongEntriesOf(row: BuiltImage, { registry, facts: factsOf }: Tools): Promise<readonly string[]> {
	const manifest = await registry.manifest(row.contentRef).catch(() => undefined);
	if (manifest?.content.kind !== "index") return [];
	// Builders put attestations beside the images, for a platform of `unknown`.
	const entries = manifest.content.manifests.filter(({ platform }) => platform?.os !== "unknown");
	const told = await Promise.all(
		entries.map(async ({ digest, platform }) => {
			if (platform === undefined) return `${digest} names no platform`;
			const { os, architecture, variant } = platform;
			const text = [os, architecture, ...(variant === undefined ? [] : [variant])].join("/");
			const read = parsePlatform(text);
			const wanted = read.ok ? read.value : text;
			const facts = await factsOf(`${repositoryOf(row.contentRef)}@${digest}`, wanted);
			if (facts === undefined || "why" in facts) return `${wanted} cannot be read`;
			return facts.platform === wanted ? undefined : `${wanted} holds an image for ${facts.platform}`;
		}),
	);
	return told.filter((one) => one !== undefined);
}

async function baseOf(facts: ImageFacts, row: BuiltImage, tools: Tools): Promise<Base> {
	const unreadable: string[] = [];
	const named = candidatesOf(row.service, row.platform, tools);
	const candidates = await Promise.all(
		named.map(async ({ name, kind, ref }): Promise<readonly Candidate[]> => {
			const found = await tools.facts(ref, row.platform);
			if (found !== undefined && !("why" in found)) return [{ name, kind, facts: found }];
			// A base of a stage for the build machine may not be there for this platform: the image is not FROM it.
			if (found === undefined || !/is not made for/.test(found.why)) unreadable.push(`${name} cannot be read`);
			return [];
		}),
	);
	return findBase(facts, candidates.flat(), unreadable);
}

type Named = { readonly name: string; readonly kind: Candidate["kind"]; readonly ref: string };

/** All that it may be FROM: bases of its Dockerfile, images of the catalog, and what those are FROM. */
function candidatesOf(
	service: string,
	platform: string,
	{ plan, images }: Pick<Tools, "plan" | "images">,
	seen = new Set<string>(),
): readonly Named[] {
	const image = plan.images.find((one): one is PlannedImage => one.service === service && one.platform === platform);
	if (image === undefined || seen.has(service)) return [];
	seen.add(service);
	const parents = [...new Set(Object.values(image.from))];
	return [
		...image.bases.map(({ ref, pinned: at }): Named => ({ name: ref, kind: "outside", ref: at })),
		...parents.flatMap((parent): readonly Named[] => {
			const row = images.find((one) => one.service === parent && one.platform === platform);
			const own: readonly Named[] =
				row?.digest === undefined ? [] : [{ name: parent, kind: "catalog", ref: pinned(row) }];
			return [...own, ...candidatesOf(parent, platform, { plan, images }, seen)];
		}),
	];
}

async function publishedOf(
	service: Service,
	facts: ImageFacts,
	{ floatingTag, facts: factsOf }: Tools,
): Promise<Inspected["published"]> {
	const tag = floatingTag(service);
	if (tag === undefined) return { why: "the catalog gives it no floating tag" };
	const found = await factsOf(`${service.image}:${tag}`, facts.platform);
	if (found === undefined) return { why: `nothing is published as ${tag} yet` };
	if ("why" in found) return { why: `what is published as ${tag} cannot be read: ${found.why}` };
	if (found.digest === facts.digest) return { why: `it is what is published as ${tag}` };
	return { tag, facts: found };
}
