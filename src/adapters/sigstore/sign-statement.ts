import { defined } from "../../util/defined.ts";
import type { Env } from "../../util/env.ts";
import type { Redact } from "../../util/redact.ts";
import type { Exec } from "../process/exec.ts";
import type { StatementSigner, StatementSigning } from "./statement-signer.ts";

export type { StatementSigner, StatementSigning } from "./statement-signer.ts";

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
