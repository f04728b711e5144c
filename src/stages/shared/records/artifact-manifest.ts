import type { Registry } from "../../../adapters/registry/registry.ts";
import { emptyBlob, emptyDescriptor, mediaTypes } from "../../../model/oci/manifest.ts";
import { repositoryOf } from "../../../model/oci/reference.ts";
import type { TagOwner } from "../../../model/tags/reserved-tags.ts";

/** An OCI artifact that is only annotations. Its repository needs `emptyBlob`. */
export function artifactManifest(artifactType: string, annotations: Readonly<Record<string, string>>): Uint8Array {
	const manifest = {
		...{
			schemaVersion: 2,
			mediaType: mediaTypes.manifest,
			artifactType,
			config: emptyDescriptor,
			layers: [emptyDescriptor],
		},
		annotations,
	};
	return new TextEncoder().encode(JSON.stringify(manifest));
}

interface Artifact {
	readonly ref: string;
	readonly owner: TagOwner;
	readonly artifactType: string;
	readonly annotations: Readonly<Record<string, string>>;
}

/** Writes an {@link artifactManifest} under a tag. */
export async function putArtifact(
	registry: Pick<Registry, "putBlob" | "putManifest">,
	{ ref, owner, artifactType, annotations }: Artifact,
): Promise<void> {
	await registry.putBlob(repositoryOf(ref), emptyBlob);
	await registry.putManifest(ref, artifactManifest(artifactType, annotations), mediaTypes.manifest, owner);
}
