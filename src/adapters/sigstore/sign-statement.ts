import { defined } from "../../util/defined.ts";
import type { Env } from "../../util/env.ts";
import type { Redact } from "../../util/redact.ts";
import type { Exec } from "../process/exec.ts";
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

export interface SigningContext {
	readonly exec: Exec;
	/** `SIGSTORE_FULCIO_URL`, `SIGSTORE_REKOR_URL` and `SIGSTORE_TSA_URL` name the services of another instance. */
	readonly env: Env;
	readonly signal?: AbortSignal;
	/** Removes secrets from the messages of cosign. */
	readonly redact?: Redact;
	/** The pause before the second try of a call, in milliseconds; each further one is twice as long. */
	readonly retryMs?: number;
}

/** Checks that signing is possible: that there is a token, or cosign and its key. Throws UserError `sign/...`. */
export async function openStatementSigner(
	signing: StatementSigning,
	{ exec, env, signal, redact, retryMs }: SigningContext,
): Promise<StatementSigner> {
	if (signing.kind === "key") {
		const { openKeySigner } = await import("./key-signer.ts");
		return openKeySigner(signing, { exec, env, ...defined({ signal, redact }) });
	}
	const { openKeylessSigner } = await import("./keyless-signer.ts");
	return openKeylessSigner(signing.log, { env, ...defined({ signal, retryMs }) });
}
