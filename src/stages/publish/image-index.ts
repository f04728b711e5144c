import { createHash } from "node:crypto";
import type { Manifest } from "../../adapters/registry/registry.ts";
import type { ImageFacts } from "../../model/oci/image-facts.ts";
import type { Descriptor } from "../../model/oci/manifest.ts";
import { defined } from "../../util/defined.ts";

export const indexType = "application/vnd.oci.image.index.v1+json";

/** Label keys that the index repeats as annotations: OCI's first, in this order, then the catalog's own. */
const annotated = [
	...["revision", "created", "source", "url", "title", "description", "licenses"],
	...["base.name", "base.digest"],
].map((key) => `org.opencontainers.image.${key}`);

/** These may differ between platforms; the index only says what holds for all of it. */
const perPlatform: ReadonlySet<string> = new Set(["org.opencontainers.image.base.digest"]);

export const versionKey = "org.opencontainers.image.version";

export interface ImageIndex {
	readonly digest: string;
	readonly bytes: Uint8Array;
}

/** What a run's tags name: `release` is for those that follow from a version, where there is one, and `plain` for all others. */
export type TagIndexes = Readonly<Record<"plain" | "release", ImageIndex>>;

/**
 * The index over one service's platform images. It is a function of its parts: the same images give the same bytes, whichever commit publishes
 * them and when. So they are sorted by platform, and annotations come from the images' own labels (the first platform that has one speaks), never
 * from the run. The revision of an index is the commit that its images were built from. Only the index of a release says a version: one image may be in
 * several releases, and before the first it has none.
 */
export function makeIndex(images: readonly ImageFacts[], version?: string): ImageIndex {
	const sorted = [...images].sort((a, b) => (a.platform < b.platform ? -1 : a.platform > b.platform ? 1 : 0));
	const own = sorted.flatMap(({ labels }) => Object.keys(labels).filter((key) => key.startsWith("com.lucid.")));
	const annotations = [...annotated, ...[...new Set(own)].sort()].flatMap((key) => {
		const values = sorted.map(({ labels }) => labels[key]);
		const value = values.find((one) => one !== undefined && one !== "");
		const told = value !== undefined && (!perPlatform.has(key) || values.every((one) => one === value));
		return told ? [[key, value] as const] : [];
	});
	if (version !== undefined) annotations.push([versionKey, version]);
	const index = {
		schemaVersion: 2,
		mediaType: indexType,
		manifests: [...sorted.map(descriptorOf), ...sorted.flatMap(({ attestations }) => attestations)],
		...(annotations.length > 0 && { annotations: Object.fromEntries(annotations) }),
	};
	const bytes = new TextEncoder().encode(JSON.stringify(index));
	return { bytes, digest: `sha256:${createHash("sha256").update(bytes).digest("hex")}` };
}

/** What an index of ours lists. */
export function descriptorsIn({ bytes }: ImageIndex): readonly Descriptor[] {
	return (JSON.parse(new TextDecoder().decode(bytes)) as { manifests: readonly Descriptor[] }).manifests;
}

/** Whether an index that is there already names these very images: its annotations and attestations may be others. */
export function hasSameImages({ content }: Pick<Manifest, "content">, index: ImageIndex): boolean {
	if (content.kind !== "index") return false;
	const names = (manifests: readonly Descriptor[]) =>
		manifests
			.filter((one) => !isAttestation(one))
			.map(({ digest }) => digest)
			.sort()
			.join();
	return names(content.manifests) === names(descriptorsIn(index));
}

/** Builders put attestations beside the images of an index, under a platform of `unknown/unknown`. */
export function isAttestation({ platform }: Descriptor): boolean {
	return platform?.os === "unknown";
}

function descriptorOf({ mediaType, digest, manifestSize, os, architecture, variant }: ImageFacts): Descriptor {
	const platform = { architecture, os, ...defined({ variant }) };
	return { mediaType, digest, size: manifestSize, platform };
}
