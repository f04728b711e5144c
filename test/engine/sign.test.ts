import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { test } from "node:test";
import { openSigner } from "../../src/adapters/cosign/cosign.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { type PublishInput, runPublish } from "../../src/stages/publish/run-publish.ts";
import { buildOf, planOf, pushImage, service, smoked, smokeOf } from "../publish/fixture.ts";
import { temporaryFolder } from "../support/repo.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const registry = openRegistry();
const installed = await exec(["cosign", "version"]).then(
	({ exitCode }) => exitCode === 0,
	() => false,
);

test("the real cosign signs the index before it floats, and verifies it as a user would", {
	skip: !installed && "cosign is not installed",
}, async () => {
	const folder = await temporaryFolder();
	await using _ = { [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
	const env = { COSIGN_PASSWORD: "a test's own" };
	const cosign: typeof exec = (argv, options) => exec(argv, { ...options, env, cwd: folder });
	assert.equal((await cosign(["cosign", "generate-key-pair"])).exitCode, 0);
	const signing = { method: { kind: "key", key: `${folder}/cosign.key` }, transparencyLog: false } as const;
	await using signer = await openSigner(signing, { exec: cosign, env });

	const copy = `${host}/lucid-test/copy-${randomBytes(4).toString("hex")}`;
	const api = service("api", `${host}/lucid-test/signed-${randomBytes(4).toString("hex")}`, { copies: [copy] });
	const built = await pushImage(registry, api, { content: "a" });
	const input: PublishInput = {
		registry,
		compareCommits: async (a, b) => (a === b ? "same" : "newer"),
		plan: planOf([api], "1", { api: { immutable: ["sha-1"], floating: ["latest"] } }),
		build: buildOf([built]),
		smoke: smokeOf([smoked(built)]),
		sign: signer.sign,
	};
	const [held] = (await runPublish({ ...input, smoke: smokeOf([]) })).services;
	assert.equal(held?.signed, undefined, "what has not passed smoke is not signed");
	const [row] = (await runPublish(input)).services;
	assert.deepEqual([row?.outcome, row?.signed], ["published", true], row?.reason);
	for (const ref of [`${api.image}:latest`, `${copy}@${row?.digest}`]) {
		const flags = ["--key", "cosign.pub", "--allow-http-registry", "--insecure-ignore-tlog=true"];
		const { exitCode, stderr } = await cosign(["cosign", "verify", ...flags, ref]);
		assert.equal(exitCode, 0, stderr);
	}
	const [again] = (await runPublish(input)).services;
	assert.deepEqual([again?.outcome, again?.signed, again?.digest], ["unchanged", true, row?.digest]);
});

test("an index that cannot be signed does not float", async () => {
	const api = service("api", `${host}/lucid-test/unsigned-${randomBytes(4).toString("hex")}`);
	const built = await pushImage(registry, api, { content: "a" });
	const [row] = (
		await runPublish({
			registry,
			compareCommits: async () => "newer",
			plan: planOf([api], "1", { api: { immutable: ["sha-1"], floating: ["latest"] } }),
			build: buildOf([built]),
			smoke: smokeOf([smoked(built)]),
			sign: () => Promise.reject(new Error("no key today")),
		})
	).services;
	assert.deepEqual([row?.outcome, row?.reason], ["failed", "no key today"]);
	assert.equal(await registry.head(`${api.image}:latest`), undefined);
});
