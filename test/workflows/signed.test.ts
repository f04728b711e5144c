import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { type FakeGitHub, fakeGitHub } from "../support/github/server.ts";
import { makeRepo, type Repo } from "../support/repo.ts";
import { type PlayedSigstore, startSigstore } from "../support/sigstore/played-sigstore.ts";
import { native, programs, python } from "../support/staged.ts";
import { type Act, caller, jobsOf, onMain, openAct } from "./act.ts";
import { type SigningEnvironment, withIdentity } from "./artifact-stand-ins.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/e2e");
const registry = openRegistry();
const namespace = `${host}/e2e-signed-${randomBytes(4).toString("hex")}`;
// An image whose bases came from a mirror is not reused by others, so the tests' registry is named itself.
const bases = process.env.LUCID_MIRRORS ? `${host}/gcr.io` : "gcr.io";
const repository = { id: 1296269, name: "lucid", full_name: caller, default_branch: "main", private: false };

let github: FakeGitHub;
let sigstore: PlayedSigstore;
let act: Act;
let repo: Repo;

before(async () => {
	const catalog = `version: 1
project: shop
registry: ${namespace}
defaults: { platforms: [${native}], tags: ["type=sha,prefix="], floating: ["type=raw,value=latest"] }
services:
  api: { context: base, command: [/app/server.py], ports: [8080], health: /health }
`;
	github = await fakeGitHub();
	github.store.files = { "lucid.yml": catalog };
	sigstore = await startSigstore();
	const identity = { repository: caller, repository_id: "1296269" };
	act = await openAct(github, withIdentity(sigstore.env(identity) as SigningEnvironment));
	repo = await makeRepo({
		"lucid.yml": catalog,
		"base/Dockerfile": `${python.replace("FROM gcr.io", `FROM ${bases}`)}EXPOSE 8080\n`,
		"base/app/server.py": programs["base/app/server.py"],
		".github/workflows/signed.yml": `name: images
on: push
jobs:
  images:
    uses: lucid/build-action/.github/workflows/build-signed.yml@v1
`,
	});
	await repo.git("remote", "add", "origin", `https://github.com/${caller}`);
});
after(async () => {
	await act?.[Symbol.asyncDispose]();
	await repo?.[Symbol.asyncDispose]();
	await sigstore?.[Symbol.asyncDispose]();
	await github?.[Symbol.asyncDispose]();
});

async function push() {
	await repo.commit();
	return act.run(repo.root, "signed.yml", {
		...onMain,
		payload: { ...onMain.payload, repository },
		env: {
			...onMain.env,
			LUCID_TRUSTED_ROOT: sigstore.trustedRoot,
			LUCID_MIRRORS: "",
			RUNNER_ENVIRONMENT: "github-hosted",
		},
	});
}

test("a push with build-signed.yml builds, smokes, signs and publishes; the next one reuses what is signed", async () => {
	const run = await push();
	assert.equal(run.exitCode, 0, run.log);
	assert.ok(jobsOf(run).includes("sign"));
	const latest = (await registry.head(`${namespace}/api:latest`))?.digest;
	assert.ok(latest !== undefined);
	const signed = sigstore.requests.filter((request) => request.endsWith("/signingCert")).length;
	assert.equal(signed, 1);

	await repo.write({ "README.md": "The shop.\n" });
	const next = await push();
	assert.equal(next.exitCode, 0, next.log);
	assert.deepEqual(jobsOf(next), ["gate", "plan", "publish", "report", "sign"]);
	assert.equal((await registry.head(`${namespace}/api:latest`))?.digest, latest);
});
