import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { defined } from "../../util/defined.ts";
import { UserError } from "../../util/errors.ts";
import type { Exec } from "../process/exec.ts";

/** How to sign indexes. A key is what `cosign --key` accepts: a file, `env://NAME`, the URI of a KMS. */
export interface Signing {
	readonly method: { readonly kind: "key"; readonly key: string } | { readonly kind: "keyless" };
	/** Record the signature in the public transparency log; keyless signatures always are. */
	readonly transparencyLog: boolean;
}

interface Outside {
	readonly exec: Exec;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly signal?: AbortSignal;
}

/** Disposing it removes its temporary files. */
export interface Signer extends AsyncDisposable {
	/** Signs `host/repository@sha256:...` unless it is signed, then verifies. Throws UserError `sign/...`. */
	readonly sign: (ref: string) => Promise<void>;
}

/** Checks cosign and the key. Throws UserError `sign/no-cosign` or `sign/key`, before anything is published. */
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
			message: `cannot sign ${ref}`,
			why: signed.said,
			fix:
				by.kind === "keyless"
					? 'give the job "permissions: id-token: write", which keyless signing needs'
					: "check the key and COSIGN_PASSWORD, and that the login has push permission",
		});
	const read = await verify();
	if (!read.ok)
		throw new UserError({
			code: "sign/unverified",
			message: `cannot verify the signature of ${ref}`,
			why: read.said,
			fix: "publish again: existing tags and signatures are kept",
		});
}

/** Verifying needs the public key of a private one. */
async function publicKey(cosign: Cosign, key: string, folder: string): Promise<readonly string[]> {
	const { ok, said } = await cosign("public-key", `--key=${key}`);
	const pem = /-----BEGIN PUBLIC KEY-----[\s\S]*-----END PUBLIC KEY-----/.exec(said)?.[0];
	if (!ok || pem === undefined)
		throw new UserError({
			code: "sign/key",
			message: "cannot read the signing key",
			why: said,
			fix: "set sign-key to the key, and COSIGN_PASSWORD to its password",
		});
	const file = path.join(folder, "key.pub");
	await writeFile(file, `${pem}\n`);
	return [`--key=${file}`];
}

/** On GitHub, requires a workflow of this repository as signer; elsewhere, any signer. */
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
				message: "cannot run cosign",
				why: cause instanceof Error ? cause.message : String(cause),
				fix: "install cosign, for example with the action sigstore/cosign-installer, or leave `sign` out",
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
