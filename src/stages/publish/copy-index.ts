import type { Descriptor } from "../../model/oci/manifest.ts";
import { UserError } from "../../util/errors.ts";
import type { Backoff } from "../../util/retry.ts";
import type { PublishRegistry } from "../shared/records/publish-registry.ts";
import { putManifestWithBackoff } from "./backoff.ts";
import { type ImageIndex, indexType, isAttestation } from "./image-index.ts";

/** What copying needs of the registries on both sides. */
export type CopyRegistry = Pick<PublishRegistry, "head" | "manifest" | "putManifest" | "copyBlob">;

interface HowToCopy {
	readonly patient: Backoff;
	/** Called with the number of bytes of each piece that is streamed. */
	readonly onChunk: (bytes: number) => void;
}

/**
 * Brings an index with all that it names to another repository, perhaps in another registry: blobs, then the manifests of platforms and
 * attestations, then the index by its digest. What is there is left alone, so a copy that broke off is completed. No tag is touched.
 */
export async function copyIndex(
	registry: CopyRegistry,
	from: string,
	to: string,
	index: ImageIndex,
	{ patient, onChunk }: HowToCopy,
): Promise<void> {
	const children = (JSON.parse(new TextDecoder().decode(index.bytes)) as { manifests: readonly Descriptor[] })
		.manifests;
	for (const child of children) await copyImage(registry, from, to, child, { patient, onChunk });
	await putManifestWithBackoff(registry, `${to}@${index.digest}`, index.bytes, indexType, patient);
}

async function copyImage(
	registry: CopyRegistry,
	from: string,
	to: string,
	child: Descriptor,
	{ patient, onChunk }: HowToCopy,
): Promise<void> {
	const { digest } = child;
	// A registry takes a manifest only with all its parts: where it is there, they are.
	if ((await registry.head(`${to}@${digest}`)) !== undefined) return;
	const manifest = await registry.manifest(`${from}@${digest}`);
	if (manifest === undefined)
		throw new UserError({
			code: "publish/content",
			message: `${digest} of ${from} is gone, so it cannot be copied to ${to}`,
			fix: isAttestation(child) ? "build it again: its attestation was deleted" : "build it again",
		});
	const { content, bytes, descriptor } = manifest;
	const blobs = content.kind === "image" ? [content.config, ...content.layers] : [];
	const wanted = distinct(blobs).filter((blob) => !isForeign(blob));
	await Promise.all(wanted.map((blob) => registry.copyBlob(from, to, { ...blob, onChunk })));
	await putManifestWithBackoff(registry, `${to}@${digest}`, bytes, descriptor.mediaType, patient);
}

function distinct(blobs: readonly Descriptor[]): readonly Descriptor[] {
	return [...new Map(blobs.map((blob) => [blob.digest, blob])).values()];
}

/** Layers that no registry holds: https://github.com/opencontainers/image-spec/blob/main/layer.md#non-distributable-layers */
function isForeign({ mediaType }: Descriptor): boolean {
	return /nondistributable|foreign/.test(mediaType);
}
