import type { WorkflowClaims } from "./identity-token.ts";

/** How the statement of a run is signed. */
export type StatementSigning =
	/**
	 * With an identity token of the workflow: in the public instance and its log, in GitHub's own without a log, or in
	 * the one that fits the visibility of the repository.
	 */
	| { readonly kind: "keyless"; readonly log: "public" | "github" | "by visibility" }
	/** `key`: what `cosign --key` accepts: a file, `env://NAME`, the URI of a KMS. */
	| { readonly kind: "key"; readonly key: string; readonly transparencyLog: boolean };

export interface StatementSigner {
	/** Signs an in-toto statement. Resolves with a Sigstore bundle v0.3 as JSON. Throws UserError `sign/...`. */
	readonly sign: (statement: Uint8Array) => Promise<Uint8Array>;
	/** What the identity token states, for keyless signing. */
	readonly claims?: WorkflowClaims;
	/** The public key as PEM text, if a key signs. */
	readonly publicKey?: string;
}
