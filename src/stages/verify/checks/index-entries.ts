import type { Registry } from "../../../adapters/registry/registry.ts";
import { parsePlatformName } from "../../../model/catalog/values/values.ts";
import { repositoryOf } from "../../../model/oci/reference.ts";
import type { LookUpFacts } from "../remember-facts.ts";

/** Every entry of an index says which platform it is for; what it names must be for that one. */
export async function wrongEntries(
	contentRef: string,
	{ registry, facts: factsOf }: { readonly registry: Pick<Registry, "manifest">; readonly facts: LookUpFacts },
): Promise<readonly string[]> {
	const told = await Promise.all(
		(await entriesOf(registry, contentRef)).map(async ({ digest, platform }) => {
			if (platform === undefined) return `${digest} names no platform`;
			const facts = await factsOf(`${repositoryOf(contentRef)}@${digest}`, platform);
			if (facts === undefined || "why" in facts) return `${platform} cannot be read`;
			return facts.platform === platform ? undefined : `${platform} holds an image for ${facts.platform}`;
		}),
	);
	return told.filter((one) => one !== undefined);
}

interface Entry {
	readonly digest: string;
	readonly platform: string | undefined;
}

/** The images of an index, without the attestations that builders put beside them, for a platform of `unknown`. None for a plain image. */
async function entriesOf(registry: Pick<Registry, "manifest">, ref: string): Promise<readonly Entry[]> {
	const manifest = await registry.manifest(ref).catch(() => undefined);
	if (manifest?.content.kind !== "index") return [];
	return manifest.content.manifests
		.filter(({ platform }) => platform?.os !== "unknown")
		.map(({ digest, platform }) => {
			if (platform === undefined) return { digest, platform };
			const { os, architecture, variant } = platform;
			const text = [os, architecture, ...(variant === undefined ? [] : [variant])].join("/");
			const read = parsePlatformName(text);
			return { digest, platform: read.ok ? read.value : text };
		});
}

/** Platforms that an outside image is there for. */
export function indexPlatforms(registry: Pick<Registry, "manifest">): (ref: string) => Promise<readonly string[]> {
	const known = new Map<string, Promise<readonly string[]>>();
	return (ref) => {
		const asked =
			known.get(ref) ??
			entriesOf(registry, ref).then((list) =>
				list.flatMap(({ platform }) => (platform === undefined ? [] : [platform])),
			);
		known.set(ref, asked);
		return asked;
	};
}
