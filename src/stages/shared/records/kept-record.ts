import type { Registry } from "../../../adapters/registry/registry.ts";
import { type ImageIdentity, identityAnnotations, identityMismatch } from "../../../model/service/image-identity.ts";
import { putArtifact } from "./artifact-manifest.ts";

const artifactType = "application/vnd.lucid.kept.v1+json";
const keys = { digest: "com.lucid.kept.digest", reason: "com.lucid.kept.reason" } as const;

/** Why an image that was built from other inputs is under a content tag. */
export interface KeptRecord {
	/** Digest of the platform's manifest. */
	readonly digest: string;
	/** A clause, ready to print. */
	readonly reason: string;
}

const recordRef = (contentRef: string) => `${contentRef}.kept`;

/** Writes the record beside a content tag. `identity` has the new fingerprint. */
export async function writeKeptRecord(
	registry: Pick<Registry, "putBlob" | "putManifest">,
	contentRef: string,
	identity: ImageIdentity,
	{ digest, reason }: KeptRecord,
): Promise<void> {
	const annotations = { ...identityAnnotations(identity), [keys.digest]: digest, [keys.reason]: reason };
	await putArtifact(registry, { ref: recordRef(contentRef), owner: "kept", artifactType, annotations });
}

/** Whether an image is kept under a content tag: a record of this identity names its digest. */
export async function isKept(
	registry: Pick<Registry, "manifest">,
	contentRef: string,
	identity: ImageIdentity,
	digest: string,
): Promise<boolean> {
	const content = (await registry.manifest(recordRef(contentRef)))?.content;
	if (content?.kind !== "image" || content.artifactType !== artifactType) return false;
	const { annotations } = content;
	return annotations[keys.digest] === digest && identityMismatch(identity, annotations) === undefined;
}
