import type { Manifest } from "../../adapters/registry/registry.ts";
import type { ImageFacts } from "../../model/oci/image-facts.ts";
import { type Descriptor, isAttestation, mediaTypes, readManifest, sha256 } from "../../model/oci/manifest.ts";
import { defined } from "../../util/defined.ts";

/** Label keys that the index repeats as annotations: OCI's first, in this order, then the catalog's own. */
const annotatedLabels = [
	...["revision", "created", "source", "url", "title", "description", "licenses"],
	...["base.name", "base.digest"],
].map((key) => `org.opencontainers.image.${key}`);

/** Labels that may differ between platforms: the index only repeats them if they are all the same. */
const platformLabels: ReadonlySet<string> = new Set(["org.opencontainers.image.base.digest"]);

export const versionKey = "org.opencontainers.image.version";

export interface ImageIndex {
	readonly digest: string;
	readonly bytes: Uint8Array;
}

/** The indexes that a run's tags name: `release` for tags that follow from a version, `plain` for all others. */
export type TagIndexes = Readonly<Record<"plain" | "release", ImageIndex>>;

/**
 * The index over one service's platform images. The same images give the same bytes, whichever commit publishes them:
 * they are sorted by platform, and annotations are the images' labels (of the first platform that has one). Only the
 * index of a release has a version, since one image may be in several releases.
 */
export function makeIndex(images: readonly ImageFacts[], version?: string): ImageIndex {
	const sorted = [...images].sort((a, b) => (a.platform < b.platform ? -1 : a.platform > b.platform ? 1 : 0));
	const ownKeys = sorted.flatMap(({ labels }) => Object.keys(labels).filter((key) => key.startsWith("com.lucid.")));
	const annotations = [...annotatedLabels, ...[...new Set(ownKeys)].sort()].flatMap((key) => {
		const values = sorted.map(({ labels }) => labels[key]);
		const value = values.find((item) => item !== undefined && item !== "");
		const isShared = value !== undefined && (!platformLabels.has(key) || values.every((item) => item === value));
		return isShared ? [[key, value] as const] : [];
	});
	if (version !== undefined) annotations.push([versionKey, version]);
	const index = {
		schemaVersion: 2,
		mediaType: mediaTypes.index,
		manifests: [...sorted.map(descriptorOf), ...sorted.flatMap(({ attestations }) => attestations)],
		...(annotations.length > 0 && { annotations: Object.fromEntries(annotations) }),
	};
	const bytes = new TextEncoder().encode(JSON.stringify(index));
	return { bytes, digest: sha256(bytes) };
}

/** The manifests that an index of ours lists. */
export function descriptorsIn({ bytes }: ImageIndex): readonly Descriptor[] {
	const content = readManifest(JSON.parse(new TextDecoder().decode(bytes)));
	return content.kind === "index" ? content.manifests : [];
}

/** Whether an existing index names the same images; its annotations and attestations may differ. */
export function hasSameImages({ content }: Pick<Manifest, "content">, index: ImageIndex): boolean {
	if (content.kind !== "index") return false;
	const names = (manifests: readonly Descriptor[]) =>
		manifests
			.filter((item) => !isAttestation(item))
			.map(({ digest }) => digest)
			.sort()
			.join();
	return names(content.manifests) === names(descriptorsIn(index));
}

function descriptorOf({ mediaType, digest, manifestSize, os, architecture, variant }: ImageFacts): Descriptor {
	const platform = { architecture, os, ...defined({ variant }) };
	return { mediaType, digest, size: manifestSize, platform };
}
