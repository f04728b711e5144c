import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { defined } from "../../util/defined.ts";
import type { Env } from "../../util/env.ts";
import { UserError } from "../../util/errors.ts";
import type { Redact } from "../../util/redact.ts";
import { sanitizeLine } from "../../util/sanitize.ts";
import { isLoopback } from "../http/http.ts";
import type { Exec } from "../process/exec.ts";

/** How to sign indexes. A key is what `cosign --key` accepts: a file, `env://NAME`, the URI of a KMS. */
export interface Signing {
	readonly method: { readonly kind: "key"; readonly key: string } | { readonly kind: "keyless" };
	/** Record the signature in the public transparency log; keyless signatures always are. */
	readonly transparencyLog: boolean;
}

interface CosignContext {
	readonly exec: Exec;
	readonly env: Env;
	readonly signal?: AbortSignal;
	/** Removes secrets from cosign's messages. */
	readonly redact?: Redact;
}

/** Disposing it removes its temporary files. */
export interface Signer extends AsyncDisposable {
	/** Signs `host/repository@sha256:...` unless it is signed, then verifies. Throws UserError `sign/...`. */
	readonly sign: (ref: string) => Promise<void>;
}

/** Checks cosign and the key. Throws UserError `sign/no-cosign` or `sign/key`, before anything is published. */
export async function openSigner(signing: Signing, context: CosignContext): Promise<Signer> {
	const { method } = signing;
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-sign-"));
	const removeFolder = () => rm(folder, { recursive: true, force: true });
	const cosign = (...args: string[]) => run(context, args);
	try {
		await cosign("version");
		const verifyArgs =
			method.kind === "key" ? await publicKeyArgs(cosign, method.key, folder) : identityArgs(context.env);
		return { sign: (ref) => signOne(cosign, ref, signing, verifyArgs), [Symbol.asyncDispose]: removeFolder };
	} catch (error) {
		await removeFolder();
		throw error;
	}
}

type Cosign = (...args: string[]) => Promise<{ readonly ok: boolean; readonly output: string }>;

async function signOne(
	cosign: Cosign,
	ref: string,
	{ method, transparencyLog }: Signing,
	verifyArgs: readonly string[],
): Promise<void> {
	const registryArgs = isLoopback(URL.parse(`http://${ref}`)?.hostname ?? "") ? ["--allow-http-registry"] : [];
	const logArgs = transparencyLog ? [] : ["--insecure-ignore-tlog=true"];
	const verify = () => cosign("verify", ...verifyArgs, ...registryArgs, ...logArgs, ref);
	if ((await verify()).ok) return;
	const keyArgs = method.kind === "key" ? [`--key=${method.key}`, `--tlog-upload=${transparencyLog}`] : [];
	const signed = await cosign("sign", "--yes", ...keyArgs, ...registryArgs, ref);
	const fix =
		method.kind === "keyless"
			? 'give the job "permissions: id-token: write", which keyless signing needs'
			: "check the key and COSIGN_PASSWORD, and that the login has push permission";
	if (!signed.ok) throw new UserError({ code: "sign/failed", message: `cannot sign ${ref}`, why: signed.output, fix });
	const verified = await verify();
	if (!verified.ok)
		throw new UserError({
			code: "sign/unverified",
			message: `cannot verify the signature of ${ref}`,
			why: verified.output,
			fix: "publish again: existing tags and signatures are kept",
		});
}

/** Verifying needs the public key of a private one. */
async function publicKeyArgs(cosign: Cosign, key: string, folder: string): Promise<readonly string[]> {
	const { ok, output } = await cosign("public-key", `--key=${key}`);
	const pem = /-----BEGIN PUBLIC KEY-----[\s\S]*-----END PUBLIC KEY-----/.exec(output)?.[0];
	if (!ok || pem === undefined)
		throw new UserError({
			code: "sign/key",
			message: "cannot read the signing key",
			why: output,
			fix: "set sign-key to the key, and COSIGN_PASSWORD to its password",
		});
	const file = path.join(folder, "key.pub");
	await writeFile(file, `${pem}\n`);
	return [`--key=${file}`];
}

/** On GitHub, requires a workflow of this repository as signer; elsewhere, any signer. */
function identityArgs(env: Env): readonly string[] {
	const { GITHUB_ACTIONS, GITHUB_REPOSITORY, GITHUB_SERVER_URL = "https://github.com" } = env;
	if (GITHUB_ACTIONS !== "true" || !GITHUB_REPOSITORY)
		return ["--certificate-identity-regexp", ".+", "--certificate-oidc-issuer-regexp", ".+"];
	const literal = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/`.replace(/[.+?^${}()|[\]\\*]/g, "\\$&");
	const issuer = "https://token.actions.githubusercontent.com";
	return ["--certificate-identity-regexp", `^${literal}`, "--certificate-oidc-issuer", issuer];
}

async function run({ exec, signal, redact }: CosignContext, args: readonly string[]): ReturnType<Cosign> {
	const options = { ...defined({ signal }), tailBytes: 1 << 16 };
	const { exitCode, stdout, stderr } = await exec(["cosign", ...args], options).catch((cause: unknown) => {
		const why = cause instanceof Error ? cause.message : String(cause);
		const fix = "install cosign, for example with the action sigstore/cosign-installer, or leave `sign` out";
		throw new UserError({ code: "sign/no-cosign", message: "cannot run cosign", why, fix }, { cause });
	});
	signal?.throwIfAborted();
	return { ok: exitCode === 0, output: exitCode === 0 ? stdout : lastLines(redact?.(stderr) ?? stderr) };
}

function lastLines(text: string): string {
	const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("WARNING"));
	return sanitizeLine(lines.slice(-3).join(" ")).slice(0, 500);
}
