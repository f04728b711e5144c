import { sha256 } from "../oci/manifest.ts";
import { provenanceType } from "./run-statement.ts";

/** Media type of a Sigstore bundle, and the type of the OCI artifact that contains one. */
export const bundleType = "application/vnd.dev.sigstore.bundle.v0.3+json";

/** The digest of the bundle, in the descriptor of its artifact: one request less for a reader. */
export const bundleAnnotation = "com.lucid.bundle";

/** The annotations of a bundle's artifact, as cosign and actions/attest write them, and our own. */
export function bundleAnnotations(bundle: Uint8Array, createdAt: string): Readonly<Record<string, string>> {
	return {
		"dev.sigstore.bundle.content": "dsse-envelope",
		"dev.sigstore.bundle.predicateType": provenanceType,
		"org.opencontainers.image.created": createdAt,
		[bundleAnnotation]: sha256(bundle),
	};
}
