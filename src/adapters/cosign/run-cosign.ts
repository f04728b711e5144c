import { defined } from "../../util/defined.ts";
import type { Env } from "../../util/env.ts";
import { UserError } from "../../util/errors.ts";
import type { Redact } from "../../util/redact.ts";
import { sanitizeLine } from "../../util/sanitize.ts";
import type { Exec } from "../process/exec.ts";

export interface CosignContext {
	readonly exec: Exec;
	readonly env: Env;
	readonly signal?: AbortSignal;
	/** Removes secrets from cosign's messages. */
	readonly redact?: Redact;
}

/** Runs cosign. `output` is its standard output, or the last lines of its messages if it failed. */
export type Cosign = (...args: string[]) => Promise<{ readonly ok: boolean; readonly output: string }>;

/** Throws UserError `sign/no-cosign` if it does not start. */
export function openCosign({ exec, signal, redact }: CosignContext): Cosign {
	return async (...args) => {
		const options = { ...defined({ signal }), tailBytes: 1 << 16 };
		const { exitCode, stdout, stderr } = await exec(["cosign", ...args], options).catch((cause: unknown) => {
			const why = cause instanceof Error ? cause.message : String(cause);
			const fix = "install cosign, for example with the action sigstore/cosign-installer, or leave `sign` out";
			throw new UserError({ code: "sign/no-cosign", message: "cannot run cosign", why, fix }, { cause });
		});
		signal?.throwIfAborted();
		return { ok: exitCode === 0, output: exitCode === 0 ? stdout : lastLines(redact?.(stderr) ?? stderr) };
	};
}

/** The public key of a private one, as PEM text. Throws UserError `sign/key`. */
export async function readPublicKey(cosign: Cosign, key: string): Promise<string> {
	const { ok, output } = await cosign("public-key", `--key=${key}`);
	const pem = /-----BEGIN PUBLIC KEY-----[\s\S]*-----END PUBLIC KEY-----/.exec(output)?.[0];
	if (ok && pem !== undefined) return pem;
	throw new UserError({
		code: "sign/key",
		message: "cannot read the signing key",
		why: output,
		fix: "set sign-key to the key, and COSIGN_PASSWORD to its password",
	});
}

function lastLines(text: string): string {
	const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("WARNING"));
	return sanitizeLine(lines.slice(-3).join(" ")).slice(0, 500);
}
