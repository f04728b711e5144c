import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { defined } from "../../util/defined.ts";
import { UserError } from "../../util/errors.ts";
import type { Exec } from "../process/exec.ts";

/** How indexes are signed. A key is whatever cosign takes for one: a file, `env://NAME`, the address of a key service. */
export interface Signing {
	readonly method: { readonly kind: "key"; readonly key: string } | { readonly kind: "keyless" };
	/** Recorded in the public transparency log; a keyless signature always is. */
	readonly transparencyLog: boolean;
}

interface Outside {
	readonly exec: Exec;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly signal?: AbortSignal;
}

/** A signer, and what has to be cleaned up after it. */
export interface Signer extends AsyncDisposable {
	/** Signs `host/repository@sha256:...` unless it is signed already, and reads the signature back. UserError `sign/...` where that fails. */
	readonly sign: (ref: string) => Promise<void>;
}

/** Makes ready to sign with cosign. Throws UserError `sign/no-cosign` and `sign/key`, so before anything is published. */
export async function openSigner({ method: by, transparencyLog: log }: Signing, outside: Outside): Promise<Signer> {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-sign-"));
	const done = () => rm(folder, { recursive: true, force: true });
	const cosign = (...args: string[]) => run(outside, args);
	try {
		await cosign("version");
		const verifyBy = by.kind === "key" ? await publicKey(cosign, by.key, folder) : identity(outside.env);
		return {
			sign: (ref) => signOne(cosign, ref, by, log, verifyBy),
			[Symbol.asyncDispose]: done,
		};
	} catch (error) {
		await done();
		throw error;
	}
}

type Cosign = (...args: string[]) => Promise<{ readonly ok: boolean; readonly said: string }>;

async function signOne(
	cosign: Cosign,
	ref: string,
	by: Signing["method"],
	log: boolean,
	verifyBy: readonly string[],
): Promise<void> {
	const plain = isLoopback(ref) ? ["--allow-http-registry"] : [];
	const verify = () => cosign("verify", ...verifyBy, ...plain, ...(log ? [] : ["--insecure-ignore-tlog=true"]), ref);
	if ((await verify()).ok) return;
	const key = by.kind === "key" ? [`--key=${by.key}`, `--tlog-upload=${log}`] : [];
	const signed = await cosign("sign", "--yes", ...key, ...plain, ref);
	if (!signed.ok)
		throw new UserError({
			code: "sign/failed",
			message: `${ref} could not be signed`,
			why: signed.said,
			fix:
				by.kind === "keyless"
					? 'give the job "permissions: id-token: write", which signing without a key needs'
					: "check the key and COSIGN_PASSWORD, and that the login may push",
		});
	const read = await verify();
	if (!read.ok)
		throw new UserError({
			code: "sign/unverified",
			message: `${ref} was signed, but the signature cannot be verified`,
			why: read.said,
			fix: "publish again: what is done is found and kept",
		});
}

/** A private key verifies nothing: its public half is needed. */
async function publicKey(cosign: Cosign, key: string, folder: string): Promise<readonly string[]> {
	const { ok, said } = await cosign("public-key", `--key=${key}`);
	const pem = /-----BEGIN PUBLIC KEY-----[\s\S]*-----END PUBLIC KEY-----/.exec(said)?.[0];
	if (!ok || pem === undefined)
		throw new UserError({
			code: "sign/key",
			message: "the key to sign with cannot be read",
			why: said,
			fix: "name it with sign-key, and its password with COSIGN_PASSWORD",
		});
	const file = path.join(folder, "key.pub");
	await writeFile(file, `${pem}\n`);
	return [`--key=${file}`];
}

/** On GitHub, that a workflow of this repository signed; elsewhere, that somebody did. */
function identity(env: Outside["env"]): readonly string[] {
	const { GITHUB_ACTIONS, GITHUB_REPOSITORY, GITHUB_SERVER_URL = "https://github.com" } = env;
	if (GITHUB_ACTIONS !== "true" || !GITHUB_REPOSITORY)
		return ["--certificate-identity-regexp", ".+", "--certificate-oidc-issuer-regexp", ".+"];
	const literal = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/`.replace(/[.+?^${}()|[\]\\*]/g, "\\$&");
	const issuer = "https://token.actions.githubusercontent.com";
	return ["--certificate-identity-regexp", `^${literal}`, "--certificate-oidc-issuer", issuer];
}

async function run({ exec, signal }: Outside, args: readonly string[]): ReturnType<Cosign> {
	const options = { ...defined({ signal }), tailBytes: 1 << 16 };
	const ended = await exec(["cosign", ...args], options).catch((cause: unknown) => {
		throw new UserError(
			{
				code: "sign/no-cosign",
				message: "cosign cannot be run",
				why: cause instanceof Error ? cause.message : String(cause),
				fix: "install it (the action sigstore/cosign-installer does), or leave `sign` out",
			},
			{ cause },
		);
	});
	signal?.throwIfAborted();
	const { exitCode, stdout, stderr } = ended;
	return { ok: exitCode === 0, said: exitCode === 0 ? stdout : lastLines(stderr) };
}

function lastLines(text: string): string {
	const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("WARNING"));
	return lines
		.slice(-3)
		.join(" ")
		.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ")
		.slice(0, 500);
}

function isLoopback(ref: string): boolean {
	return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?\//.test(ref);
}
