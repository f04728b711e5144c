import assert from "node:assert/strict";
import { chmod, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { openSigner, type Signing } from "../../src/adapters/cosign/cosign.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { redactor } from "../../src/util/redact.ts";
import { temporaryFolder } from "../support/repo.ts";

const byKey: Signing = { method: { kind: "key", key: "cosign.key" }, transparencyLog: false };
const ref = `127.0.0.1:5000/a@sha256:${"a".repeat(64)}`;

/** A fake cosign, controlled by the test. test/engine/sign.test.ts runs the real one. */
async function withProgram(script: string, env: Readonly<Record<string, string>> = {}) {
	const folder = await temporaryFolder();
	const log = path.join(folder, "log");
	const program = path.join(folder, "cosign");
	await writeFile(program, `#!/bin/sh\ncd ${folder}\necho "$@" >>log\n${script}\n`);
	await chmod(program, 0o755);
	const run: typeof exec = ([, ...args], options) => exec([program, ...args], options);
	return {
		outside: { exec: run, env },
		calls: async () =>
			(await readFile(log, "utf8"))
				.trim()
				.replace(/\/\S*key\.pub/g, "PUB")
				.split("\n"),
		[Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
	};
}

const pem = "-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----";
const honest = `case $1 in
	public-key) echo "${pem}";;
	sign) touch signed;;
	verify) [ -e signed ] || { echo "Error: no signatures found" >&2; exit 10; };;
esac`;

test("an index is signed once, by its digest, and verified with the public key", async () => {
	await using program = await withProgram(honest);
	await using signer = await openSigner(byKey, program.outside);
	await signer.sign(ref);
	await signer.sign(ref);
	assert.deepEqual(await program.calls(), [
		"version",
		"public-key --key=cosign.key",
		`verify --key=PUB --allow-http-registry --insecure-ignore-tlog=true ${ref}`,
		`sign --yes --key=cosign.key --tlog-upload=false --allow-http-registry ${ref}`,
		`verify --key=PUB --allow-http-registry --insecure-ignore-tlog=true ${ref}`,
		`verify --key=PUB --allow-http-registry --insecure-ignore-tlog=true ${ref}`,
	]);
});

test("keyless signing uses the job's identity, and only a workflow of this repository is accepted", async () => {
	const env = { GITHUB_ACTIONS: "true", GITHUB_REPOSITORY: "acme/shop.x" };
	await using program = await withProgram(honest, env);
	await using signer = await openSigner({ method: { kind: "keyless" }, transparencyLog: true }, program.outside);
	await signer.sign("ghcr.io/acme/a@sha256:aa");
	const [, verify, sign] = await program.calls();
	assert.equal(
		verify,
		"verify --certificate-identity-regexp ^https://github\\.com/acme/shop\\.x/ --certificate-oidc-issuer https://token.actions.githubusercontent.com ghcr.io/acme/a@sha256:aa",
	);
	assert.equal(sign, "sign --yes ghcr.io/acme/a@sha256:aa");
});

test("a signature that cannot be verified is a failure, and so is a failed signing", async () => {
	await using liar = await withProgram(
		`case $1 in public-key) echo "${pem}";; verify) echo "Error: none" >&2; exit 1;; esac`,
	);
	await using one = await openSigner(byKey, liar.outside);
	await assert.rejects(one.sign(ref), /cannot verify the signature of [\s\S]*Error: none/);
	await using broken = await withProgram(
		`case $1 in public-key) echo "${pem}";; verify|sign) echo "Error: $1 refused" >&2; exit 1;; esac`,
	);
	await using two = await openSigner(byKey, broken.outside);
	await assert.rejects(two.sign(ref), /cannot sign [\s\S]*Error: sign refused[\s\S]*COSIGN_PASSWORD/);
});

test("what cosign prints is shown without secrets, also without half of one where it is cut", async () => {
	await using program = await withProgram(
		`case $1 in public-key) echo "Error: decrypting with $(printf user:hunter2hunter2 | base64): hunter2hunter2" >&2; exit 1;; esac`,
	);
	const opened = openSigner(byKey, { ...program.outside, redact: redactor(["hunter2hunter2"]) });
	await assert.rejects(opened, /cannot read the signing key[\s\S]*Error: decrypting with \w*\*\*\*: \*\*\*/);
});

test("a missing cosign and an unreadable key are reported before anything is published", async () => {
	const missing: typeof exec = (_, options) => exec(["/no/such/cosign"], options);
	await assert.rejects(openSigner(byKey, { exec: missing, env: {} }), /cannot run cosign[\s\S]*cosign-installer/);
	await using program = await withProgram(`[ $1 = version ] || { echo "Error: no such file" >&2; exit 1; }`);
	await assert.rejects(openSigner(byKey, program.outside), /cannot read the signing key[\s\S]*no such file/);
});
