import { createHash } from "node:crypto";
import type { Descriptor, ImageFacts } from "../registry/registry.ts";

export const indexType = "application/vnd.oci.image.index.v1+json";

/** Label keys that the index repeats as annotations, in this order. */
const annotated = ["revision", "created", "source", "version", "url", "title", "description", "licenses"].map(
	(key) => `org.opencontainers.image.${key}`,
);

export interface ImageIndex {
	readonly digest: string;
	readonly bytes: Uint8Array;
}

/**
 * The index over one service's platform images. The same images give the same bytes, whichever commit publishes them:
 * sorted by platform, and annotated from the images' own labels (the first platform that has one speaks).
 */
export function makeIndex(images: readonly ImageFacts[]): ImageIndex {
	const sorted = [...images].sort((a, b) => (a.platform < b.platform ? -1 : a.platform > b.platform ? 1 : 0));
	const annotations = annotated.flatMap((key) => {
		const value = sorted.map(({ labels }) => labels[key]).find((one) => one !== undefined && one !== "");
		return value === undefined ? [] : [[key, value] as const];
	});
	const index = {
		schemaVersion: 2,
		mediaType: indexType,
		manifests: [...sorted.map(descriptorOf), ...sorted.flatMap(({ attestations }) => attestations)],
		...(annotations.length > 0 && { annotations: Object.fromEntries(annotations) }),
	};
	const bytes = new TextEncoder().encode(JSON.stringify(index));
	return { bytes, digest: `sha256:${createHash("sha256").update(bytes).digest("hex")}` };
}

function descriptorOf({ mediaType, digest, manifestSize, os, architecture, variant }: ImageFacts): Descriptor {
	const platform = { architecture, os, ...(variant !== undefined && { variant }) };
	return { mediaType, digest, size: manifestSize, platform };
}
