import assert from "node:assert/strict";
import { after, afterEach, test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { openStatementSigner, type StatementSigning } from "../../src/adapters/sigstore/sign-statement.ts";
import { UserError } from "../../src/util/errors.ts";
import { type InstanceName, startSigstore } from "../support/sigstore/played-sigstore.ts";

const sigstore = await startSigstore();
const services = ["/token", "signingCert", "/log/", "timestamp"];
afterEach(() => {
	for (const part of services) sigstore.fail(part, undefined);
});
after(() => sigstore[Symbol.asyncDispose]());

function open(log: InstanceName, env: Readonly<Record<string, string>> = sigstore.env({}, log)) {
	return openStatementSigner({ kind: "keyless", log }, { exec, env, retryMs: 1 });
}

async function problemOf(promise: Promise<unknown>) {
	const error = await promise.then(
		() => assert.fail("it did not fail"),
		(cause: unknown) => cause,
	);
	assert.ok(error instanceof UserError, String(error));
	const [problem = assert.fail()] = error.problems;
	return { ...problem, text: error.message };
}

test("a signer offers the claims of the job's token, and signs with a token of that moment", async () => {
	const signer = await open("github", sigstore.env({ repository_visibility: "internal" }, "github"));
	assert.equal(signer.claims?.repository_visibility, "internal");
	assert.equal(signer.claims?.repository_id, "1296269");
	const before = sigstore.requests.length;
	await signer.sign(Buffer.from("{}"));
	const requests = sigstore.requests.slice(before);
	assert.deepEqual(requests, ["GET /token", "POST /github/api/v2/signingCert", "POST /github/api/v1/timestamp"]);
});

test("the public instance records the signature in its log", async () => {
	const signer = await open("public");
	const before = sigstore.requests.length;
	await signer.sign(Buffer.from("{}"));
	assert.deepEqual(sigstore.requests.slice(before + 1), [
		"POST /public/api/v2/signingCert",
		"POST /public/api/v1/log/entries",
	]);
});

test("without `id-token: write` the error names the permission, and nothing is requested", async () => {
	const before = sigstore.requests.length;
	const { code, fix } = await problemOf(open("public", {}));
	assert.equal(code, "sign/no-token");
	assert.match(fix ?? "", /permissions: id-token: write/);
	assert.equal(sigstore.requests.length, before);
});

test("a refused request for a token is an error without the token of the request", async () => {
	const env = { ...sigstore.env(), ACTIONS_ID_TOKEN_REQUEST_TOKEN: "not-the-job" };
	const { code, why, text } = await problemOf(open("public", env));
	assert.equal(code, "sign/no-token");
	assert.match(why ?? "", /answered 401/);
	assert.doesNotMatch(text, /not-the-job/);
});

test("outside of GitHub a token in SIGSTORE_ID_TOKEN signs; one that is not a token is refused without showing it", async () => {
	const { SIGSTORE_FULCIO_URL = "", SIGSTORE_REKOR_URL = "" } = sigstore.env();
	const token = `x.${Buffer.from(JSON.stringify({ iss: "https://gitlab.example", sub: "a" })).toString("base64url")}.x`;
	const signer = await open("public", { SIGSTORE_FULCIO_URL, SIGSTORE_REKOR_URL, SIGSTORE_ID_TOKEN: token });
	assert.equal(signer.claims?.iss, "https://gitlab.example");
	assert.ok((await signer.sign(Buffer.from("{}"))).length > 0);
	const { code, text } = await problemOf(open("public", { SIGSTORE_ID_TOKEN: "secret-text" }));
	assert.equal(code, "sign/no-token");
	assert.doesNotMatch(text, /secret-text/);
});

const failures: readonly (readonly [InstanceName, string, number, string, RegExp, number])[] = [
	["public", "signingCert", 403, "sign/certificate", /run the job again/, 1],
	["github", "signingCert", 403, "sign/certificate", /sign-log: public.*permanently/, 1],
	["public", "/log/", 503, "sign/log", /run the job again/, 5],
	["github", "timestamp", 503, "sign/timestamp", /run the job again/, 5],
];
for (const [log, part, status, code, fix, tries] of failures)
	test(`${part} of the ${log} instance that answers ${status} is an error after ${tries} tries`, async () => {
		const signer = await open(log);
		sigstore.fail(part, status);
		const before = sigstore.requests.length;
		const problem = await problemOf(signer.sign(Buffer.from("{}")));
		assert.equal(problem.code, code);
		assert.match(problem.why ?? "", new RegExp(`\\(${status}\\).*is out of order`));
		assert.match(problem.fix ?? "", fix);
		assert.equal(sigstore.requests.slice(before).filter((request) => request.includes(part)).length, tries);
	});

test("cosign before 2.6 is refused; a build without a version is not", async () => {
	const signing: StatementSigning = { kind: "key", key: "k", transparencyLog: false };
	const program =
		(version: string): typeof exec =>
		async (argv) => ({
			exitCode: 0,
			stdout:
				argv[1] === "version" ? `GitVersion: ${version}` : "-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----",
			stderr: "",
		});
	const openWith = (version: string) => openStatementSigner(signing, { exec: program(version), env: {} });
	for (const version of ["v2.5.3", "v1.13.1"])
		assert.match((await problemOf(openWith(version))).text, /cosign v\S+ is too old.*install cosign 2.6/s);
	for (const version of ["v2.6.0", "v3.1.1", "devel"]) assert.match((await openWith(version)).publicKey ?? "", /BEGIN/);
});
