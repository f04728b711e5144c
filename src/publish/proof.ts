import type { Verdict } from "../documents/smoke.ts";
import type { Manifest } from "../registry/registry.ts";
import type { PublishRegistry } from "./input.ts";
import { emptyBlob, manifestType } from "./ledger.ts";

const proofType = "application/vnd.lucid.smoke.v1+json";

const keys = {
	digest: "com.lucid.smoke.digest",
	verdict: "com.lucid.smoke.verdict",
	revision: "org.opencontainers.image.revision",
};

/** What smoke said of one platform's image, as the registry keeps it: other jobs and later runs go by it. */
export interface Proof {
	/** Of the platform's manifest that ran. */
	readonly digest: string;
	readonly verdict: Extract<Verdict, "healthy" | "unhealthy">;
	/** The commit whose run it was. */
	readonly revision: string;
}

/** `sha256-<64 hex digits>.smoke`: a tag beside the image that it is about. */
export function proofTag(digest: string): string {
	const [algorithm = "", hex = ""] = digest.split(":");
	return `${algorithm}-${hex.slice(0, 100)}.smoke`;
}

/** Writes down what smoke said, over what it said before of the same bytes. */
export async function writeProof(
	registry: Pick<PublishRegistry, "putBlob" | "putManifest">,
	image: string,
	proof: Proof,
): Promise<void> {
	const empty = await registry.putBlob(image, emptyBlob);
	const { digest, size } = empty;
	const descriptor = { mediaType: "application/vnd.oci.empty.v1+json", digest, size };
	const manifest = {
		schemaVersion: 2,
		mediaType: manifestType,
		artifactType: proofType,
		config: descriptor,
		layers: [descriptor],
		annotations: {
			[keys.digest]: proof.digest,
			[keys.verdict]: proof.verdict,
			[keys.revision]: proof.revision,
		},
	};
	const bytes = new TextEncoder().encode(JSON.stringify(manifest));
	await registry.putManifest(`${image}:${proofTag(proof.digest)}`, bytes, manifestType);
}

/** Undefined where nothing is known, or where the tag holds something else: then smoke has to run. */
export async function readProof(
	registry: Pick<PublishRegistry, "manifest">,
	image: string,
	digest: string,
): Promise<Proof | undefined> {
	const manifest = await registry.manifest(`${image}:${proofTag(digest)}`);
	return manifest && proofIn(manifest, digest);
}

function proofIn({ content }: Pick<Manifest, "content">, digest: string): Proof | undefined {
	if (content.kind !== "image" || content.artifactType !== proofType) return undefined;
	const { [keys.verdict]: verdict, [keys.revision]: revision = "" } = content.annotations;
	if (content.annotations[keys.digest] !== digest) return undefined;
	return verdict === "healthy" || verdict === "unhealthy" ? { digest, verdict, revision } : undefined;
}
