import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Env } from "../../util/env.ts";
import { UserError } from "../../util/errors.ts";
import { isLoopback } from "../http/http.ts";
import { type Cosign, type CosignContext, openCosign, readPublicKey } from "./run-cosign.ts";

/** How to sign indexes. A key is what `cosign --key` accepts: a file, `env://NAME`, the URI of a KMS. */
export interface Signing {
	readonly method: { readonly kind: "key"; readonly key: string } | { readonly kind: "keyless" };
	/** Record the signature in the public transparency log; keyless signatures always are. */
	readonly transparencyLog: boolean;
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
	const cosign = openCosign(context);
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
	const file = path.join(folder, "key.pub");
	await writeFile(file, `${await readPublicKey(cosign, key)}\n`);
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
