import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { openStatementSigner } from "../../src/adapters/sigstore/sign-statement.ts";
import { openBundleVerifier } from "../../src/adapters/sigstore/verify-bundle.ts";
import { bundleAnnotations, bundleType } from "../../src/model/signing/bundle-artifact.ts";
import { writeRunStatement } from "../../src/model/signing/run-statement.ts";
import { pushImage, service } from "../publish/fixture.ts";
import { temporaryFolder } from "../support/repo.ts";
import { workflow } from "../support/sigstore/claims.ts";
import { startSigstore } from "../support/sigstore/played-sigstore.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const registry = openRegistry();
const identity = `https://github.com/${workflow}@refs/tags/v1`;
const issuer = "https://token.actions.githubusercontent.com";
const statementFlags = ["--new-bundle-format", "--type", "slsaprovenance1"];

/** An image in the registry, the statement about it, and a folder with cosign's files. */
async function prepare() {
	const folder = await temporaryFolder();
	const image = `${host}/lucid-test/cosign-${randomBytes(4).toString("hex")}`;
	const { digest = assert.fail(), size = assert.fail() } = await pushImage(registry, service("api", image), {
		content: "a",
	});
	const source = { revision: "5".repeat(40), ref: "refs/heads/main", event: "push" };
	const subjects = [{ name: image, digest }];
	const content = { images: [], verdicts: [], indexes: [] };
	const run: typeof exec = (argv, options) =>
		exec(argv, { ...options, cwd: folder, env: { COSIGN_PASSWORD: "a test's own" } });
	return {
		folder,
		ref: `${image}@${digest}`,
		digest,
		statement: writeRunStatement({ source, subjects, content }, { builder: identity }),
		exec: run,
		attach: async (bundle: Uint8Array) => {
			const subject = { mediaType: "application/vnd.oci.image.manifest.v1+json", digest, size };
			const annotations = bundleAnnotations(bundle, "2026-12-01T00:00:00Z");
			await registry.attach(image, subject, { artifactType: bundleType, bytes: bundle, annotations });
			await writeFile(path.join(folder, "bundle.json"), bundle);
		},
		cosign: (...args: string[]) => run(["cosign", ...args]),
		[Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
	};
}

test("the real cosign verifies what a workflow signed: at the image in the registry, and the bundle alone", async () => {
	await using sigstore = await startSigstore();
	await using image = await prepare();
	await image.attach(await sigstore.sign(image.statement));
	const flags = ["--trusted-root", await sigstore.writeRoots(sigstore.roots().public)];
	flags.push("--certificate-oidc-issuer", issuer);
	const verify = (name: string, repository = "octo/shop") =>
		image.cosign(
			"verify-attestation",
			...[...statementFlags, ...flags, "--certificate-identity", name],
			...["--certificate-github-workflow-repository", repository, "--allow-http-registry", image.ref],
		);
	const verified = await verify(identity);
	assert.equal(verified.exitCode, 0, verified.stderr);
	assert.match(verified.stdout, /"payloadType":"application\/vnd.in-toto\+json"/);
	const other = await verify(identity.replace("lucid/", "evil/"));
	assert.notEqual(other.exitCode, 0, "another workflow is not accepted");
	const elsewhere = await verify(identity, "octo/other");
	assert.notEqual(elsewhere.exitCode, 0, "our workflow in another repository is not accepted");
	const blob = await image.cosign(
		"verify-blob-attestation",
		...[...statementFlags, ...flags, "--certificate-identity", identity, "--bundle", "bundle.json"],
		...["--digest", image.digest.slice("sha256:".length), "--digestAlg", "sha256"],
	);
	assert.equal(blob.exitCode, 0, blob.stderr);
});

test("the real cosign verifies what GitHub's own instance signed, with its root and timestamps", async () => {
	await using sigstore = await startSigstore();
	await using image = await prepare();
	await image.attach(await sigstore.sign(image.statement, {}, "github"));
	const verified = await image.cosign(
		"verify-attestation",
		...["--trusted-root", await sigstore.writeRoots(sigstore.roots().github), "--use-signed-timestamps"],
		...["--insecure-ignore-tlog", "--insecure-ignore-sct", ...statementFlags, "--certificate-oidc-issuer", issuer],
		...["--certificate-identity", identity, "--allow-http-registry", image.ref],
	);
	assert.equal(verified.exitCode, 0, verified.stderr);
});

test("the real cosign signs with a key, and verifies it; so do we", async () => {
	await using image = await prepare();
	assert.equal((await image.cosign("generate-key-pair")).exitCode, 0);
	const key = path.join(image.folder, "cosign.key");
	const signing = { kind: "key", key, transparencyLog: false } as const;
	const signer = await openStatementSigner(signing, { exec: image.exec, env: {} });
	const bundle = await signer.sign(image.statement);
	await image.attach(bundle);
	const flags = ["--key", "cosign.pub", "--insecure-ignore-tlog=true", ...statementFlags];
	const verified = await image.cosign("verify-attestation", ...flags, "--allow-http-registry", image.ref);
	assert.equal(verified.exitCode, 0, verified.stderr);
	const blob = await image.cosign(
		"verify-blob-attestation",
		...[...flags, "--bundle", "bundle.json", "--digest", image.digest.slice("sha256:".length), "--digestAlg", "sha256"],
	);
	assert.equal(blob.exitCode, 0, blob.stderr);
	const publicKey = signer.publicKey ?? assert.fail();
	const verdict = await openBundleVerifier({ keys: [publicKey], env: {} }).verify(bundle);
	assert.deepEqual(verdict, {
		kind: "valid",
		signer: { kind: "key", key: publicKey },
		statement: Buffer.from(image.statement),
	});
});

test("a wrong password of the key is a message of cosign's, and nothing is signed", async () => {
	await using image = await prepare();
	assert.equal((await image.cosign("generate-key-pair")).exitCode, 0);
	const wrong: typeof exec = (argv, options) =>
		exec(argv, { ...options, cwd: image.folder, env: { COSIGN_PASSWORD: "wrong" } });
	const signing = { kind: "key", key: "cosign.key", transparencyLog: false } as const;
	await assert.rejects(openStatementSigner(signing, { exec: wrong, env: {} }), /sign\/key.*decryption failed/s);
});

test("with a transparency log, the real cosign records the signature of a key there", async () => {
	await using sigstore = await startSigstore();
	await using image = await prepare();
	assert.equal((await image.cosign("generate-key-pair")).exitCode, 0);
	const signing = { kind: "key", key: path.join(image.folder, "cosign.key"), transparencyLog: true } as const;
	const { SIGSTORE_REKOR_URL = "" } = sigstore.env();
	const signer = await openStatementSigner(signing, { exec: image.exec, env: { SIGSTORE_REKOR_URL } });
	await image.attach(await signer.sign(image.statement));
	const root = await sigstore.writeRoots(sigstore.roots().public);
	const verified = await image.cosign(
		"verify-attestation",
		...["--key", "cosign.pub", ...statementFlags, "--trusted-root", root, "--allow-http-registry", image.ref],
	);
	assert.equal(verified.exitCode, 0, verified.stderr);
});
