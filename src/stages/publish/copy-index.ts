import { type Descriptor, isAttestation, mediaTypes } from "../../model/oci/manifest.ts";
import { UserError } from "../../util/errors.ts";
import type { Backoff } from "../../util/retry.ts";
import type { PublishRegistry } from "../shared/records/publication-ledger.ts";
import { putManifestWithBackoff } from "./backoff.ts";
import { descriptorsIn, type ImageIndex } from "./image-index.ts";

type CopyRegistry = Pick<PublishRegistry, "head" | "manifest" | "putManifest" | "copyBlob">;

export interface IndexCopy {
	/** Repositories, perhaps of two registries. */
	readonly from: string;
	readonly to: string;
	readonly backoff: Backoff;
	/** Called with the number of bytes of each piece that is streamed. */
	readonly onChunk: (bytes: number) => void;
}

/**
 * Copies an index with all its parts: blobs, then the manifests of platforms and attestations, then the index by its
 * digest. What exists is left alone, so a copy that broke off is completed. No tag is touched.
 */
export async function copyIndex(registry: CopyRegistry, index: ImageIndex, copy: IndexCopy): Promise<void> {
	for (const child of descriptorsIn(index)) await copyImage(registry, child, copy);
	const upload = { ref: `${copy.to}@${index.digest}`, bytes: index.bytes, mediaType: mediaTypes.index };
	await putManifestWithBackoff(registry, upload, copy.backoff);
}

async function copyImage(
	registry: CopyRegistry,
	child: Descriptor,
	{ from, to, backoff, onChunk }: IndexCopy,
): Promise<void> {
	const { digest } = child;
	const ref = `${to}@${digest}`;
	// A registry only takes a manifest with all its parts, so an existing one is complete.
	if ((await registry.head(ref)) !== undefined) return;
	const manifest = await registry.manifest(`${from}@${digest}`);
	if (manifest === undefined)
		throw new UserError({
			code: "publish/content",
			message: `${digest} of ${from} is gone, so it cannot be copied to ${to}`,
			fix: isAttestation(child) ? "build it again: its attestation was deleted" : "build it again",
		});
	const { content, bytes, descriptor } = manifest;
	const blobs = content.kind === "image" ? [content.config, ...content.layers] : [];
	const toCopy = distinct(blobs).filter((blob) => !isForeign(blob));
	await Promise.all(toCopy.map((blob) => registry.copyBlob(from, to, { ...blob, onChunk })));
	await putManifestWithBackoff(registry, { ref, bytes, mediaType: descriptor.mediaType }, backoff);
}

function distinct(blobs: readonly Descriptor[]): readonly Descriptor[] {
	return [...new Map(blobs.map((blob) => [blob.digest, blob])).values()];
}

/** Layers without a blob in the registry: https://github.com/opencontainers/image-spec/blob/main/layer.md */
function isForeign({ mediaType }: Descriptor): boolean {
	return /nondistributable|foreign/.test(mediaType);
}
