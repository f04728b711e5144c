import type { Registry } from "../../../adapters/registry/registry.ts";
import { parsePlatformName } from "../../../model/catalog/values/values.ts";
import type { ImageFacts } from "../../../model/oci/image-facts.ts";
import { repositoryOf } from "../../../model/oci/reference.ts";

/** Facts of a reference for a platform, or why there are none. Undefined: not in the registry. */
export type LookUpFacts = (ref: string, platform: string) => Promise<ImageFacts | { readonly why: string } | undefined>;

/** Asks the registry once per reference and platform. */
export function cachedFacts(registry: Pick<Registry, "imageFacts">): LookUpFacts {
	return cached((ref, platform) =>
		registry.imageFacts(ref, platform).catch((error: Error) => ({ why: error.message.split("\n", 1)[0] ?? "" })),
	);
}

/** Platforms of an external image. Asks the registry once per reference. */
export function indexPlatforms(registry: Pick<Registry, "manifest">): (ref: string) => Promise<readonly string[]> {
	return cached(async (ref) =>
		(await entriesOf(registry, ref)).flatMap(({ platform }) => (platform === undefined ? [] : [platform])),
	);
}

function cached<Args extends readonly string[], Value>(
	load: (...args: Args) => Promise<Value>,
): (...args: Args) => Promise<Value> {
	const cache = new Map<string, Promise<Value>>();
	return (...args) => {
		const key = args.join(" ");
		const value = cache.get(key) ?? load(...args);
		cache.set(key, value);
		return value;
	};
}

/** Entries of an index whose image is for another platform than the entry says, one sentence each. */
export async function wrongEntries(
	contentRef: string,
	{ registry, facts: lookUp }: { readonly registry: Pick<Registry, "manifest">; readonly facts: LookUpFacts },
): Promise<readonly string[]> {
	const problems = await Promise.all(
		(await entriesOf(registry, contentRef)).map(async ({ digest, platform }) => {
			if (platform === undefined) return `${digest} names no platform`;
			const facts = await lookUp(`${repositoryOf(contentRef)}@${digest}`, platform);
			if (facts === undefined || "why" in facts) return `${platform} cannot be read`;
			return facts.platform === platform ? undefined : `${platform} holds an image for ${facts.platform}`;
		}),
	);
	return problems.filter((problem) => problem !== undefined);
}

interface IndexEntry {
	readonly digest: string;
	readonly platform: string | undefined;
}

/** Images of an index, without the attestations that builders add for the platform `unknown`. Empty for an image. */
async function entriesOf(registry: Pick<Registry, "manifest">, ref: string): Promise<readonly IndexEntry[]> {
	const manifest = await registry.manifest(ref).catch(() => undefined);
	if (manifest?.content.kind !== "index") return [];
	return manifest.content.manifests
		.filter(({ platform }) => platform?.os !== "unknown")
		.map(({ digest, platform }) => {
			if (platform === undefined) return { digest, platform };
			const { os, architecture, variant } = platform;
			const text = [os, architecture, ...(variant === undefined ? [] : [variant])].join("/");
			const parsed = parsePlatformName(text);
			return { digest, platform: parsed.ok ? parsed.value : text };
		});
}
