import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import type { PublishResult } from "../../src/model/documents/publish.ts";
import type { SignResult } from "../../src/model/documents/sign.ts";
import {
	basesOf,
	openSignedJobs,
	passes,
	type SignedJobs,
	type SignedRun,
	statementsOn,
} from "../support/signed-jobs.ts";
import { native, programs, python } from "../support/staged.ts";

let jobs: SignedJobs;

before(async () => {
	jobs = await openSignedJobs((host, namespace) => ({
		"lucid.yml": `version: 1
project: shop
registry: ${namespace}
defaults:
  platforms: [${native}]
  tags: ["type=sha,prefix="]
  floating: ["type=raw,value=latest,enable={{is_default_branch}}"]
services:
  api: { context: base, command: [/app/server.py], ports: [8080], health: /health, needs: [worker] }
  worker: { context: base, command: [/app/worker.py], policy: { smoke: "off" }, copies: ["${namespace}/copy"] }
`,
		"base/Dockerfile": `${python.replace("FROM gcr.io", `FROM ${basesOf(host)}`)}EXPOSE 8080\n`,
		"base/app/server.py": programs["base/app/server.py"],
		"base/app/worker.py": programs["base/app/worker.py"],
	}));
});
after(() => jobs?.[Symbol.asyncDispose]());

test("a run signs what it built, smoked and tags; the next one reuses that, and signs nothing again", async () => {
	const { namespace } = jobs;
	const first = await jobs.openRun("101");
	passes(await first.plan());
	passes(await first.build());
	passes(await first.smoke());
	const early = await first.publish();
	assert.equal(early.exitCode, 1, "nothing is signed yet");
	assert.match(early.text, /no floating tag names this index; it is not signed/);
	assert.equal(await openRegistry().head(`${namespace}/api:latest`), undefined);
	passes(await first.sign());
	const { services, signer, statement } = await first.read<SignResult>("sign");
	assert.deepEqual(
		services.map(({ service, outcome, reason }) => [service, outcome, reason]),
		[
			["api", "signed", undefined],
			["worker", "signed", undefined],
		],
	);
	assert.equal(signer, "build-signed.yml@v1 of lucid/lucid on main (push)");
	passes(await first.publish());
	const published = await first.read<PublishResult>("publish");
	assert.deepEqual(
		published.services.map(({ service, outcome, signer: by }) => [service, outcome, by]),
		[
			["api", "published", signer],
			["worker", "published", signer],
		],
	);
	const [api, worker] = published.services;
	assert.ok(api?.digest && worker?.digest);
	const [signed] = await statementsOn(`${namespace}/api`, api.digest);
	assert.deepEqual(signed?.source, {
		url: "https://github.com/lucid/lucid",
		repositoryId: "github.com/1296269",
		revision: first.revision,
		ref: "refs/heads/main",
		event: "push",
	});
	assert.deepEqual(
		signed.content.verdicts.map(({ service, verdict }) => [service, verdict]),
		[["api", "healthy"]],
	);
	assert.deepEqual(
		signed.content.images.map(({ service, outcome }) => [service, outcome]),
		[
			["api", "built"],
			["worker", "built"],
		],
	);
	assert.equal((await statementsOn(`${namespace}/copy`, worker.digest)).length, 1, "a copy has the signature, too");

	const second = await jobs.openRun("102");
	const plan = await second.plan();
	passes(plan);
	assert.deepEqual(
		(await second.read<Plan>("plan")).images.map(({ service, decision }) => [service, decision.kind]),
		[
			["api", "unchanged"],
			["worker", "unchanged"],
		],
	);
	assert.match(plan.text, /signed by build-signed\.yml@v1 of lucid\/lucid on main \(push\)/);
	passes(await second.build());
	passes(await second.smoke());
	passes(await second.sign());
	const again = await second.read<SignResult>("sign");
	assert.deepEqual([again.statement, again.services.map(({ outcome }) => outcome)], [undefined, ["signed", "signed"]]);
	passes(await second.publish());
	assert.equal((await statementsOn(`${namespace}/api`, api.digest)).length, 1);
	assert.ok(statement);
});

test("main reuses what a pull request signed, unless only protected branches count: then it builds again and says why", async () => {
	await jobs.shop.write({ "base/app/server.py": `${programs["base/app/server.py"]}# changed\n` });
	const proposed = await jobs.openRun("201", "pull request");
	for (const stage of ["plan", "build", "smoke", "sign"] as const) passes(await proposed[stage]());
	const { signer } = await proposed.read<SignResult>("sign");
	assert.equal(signer, "build-signed.yml@v1 of lucid/lucid on refs/pull/7/merge (pull_request)");

	const merged = await jobs.openRun("202");
	passes(await merged.plan());
	assert.deepEqual(await decisions(merged), ["unchanged", "unchanged"]);
	const catalog = await readFile(path.join(jobs.shop.root, "lucid.yml"), "utf8");
	await jobs.shop.write({ "lucid.yml": `${catalog}reuse: { from: protected }\n` });
	const strict = await jobs.openRun("203");
	const plan = await strict.plan();
	passes(plan);
	assert.deepEqual(await decisions(strict), ["build", "build"]);
	await jobs.shop.write({ "lucid.yml": catalog });
	assert.match(plan.text, /is not ours: it was signed on refs\/pull\/7\/merge, which is not protected/);
});

const decisions = async ({ read }: SignedRun) => (await read<Plan>("plan")).images.map(({ decision }) => decision.kind);

test("the all-in-one action signs as the caller's workflow, which its own later runs accept and no plan that requires signatures", async () => {
	await jobs.shop.write({ "base/app/server.py": `${programs["base/app/server.py"]}# all in one\n` });
	const claims = { job_workflow_ref: "lucid/lucid/.github/workflows/ci.yml@refs/heads/main" };
	const first = await jobs.openRun("301");
	passes(await first.run(["--sign=keyless"], claims));
	const { signer, statement } = await first.read<SignResult>("sign", "run");
	assert.equal(signer, "ci.yml@refs/heads/main of lucid/lucid on main (push)");
	assert.ok(statement);
	const second = await jobs.openRun("302");
	passes(await second.run(["--sign=keyless"], claims));
	const again = await second.read<SignResult>("sign", "run");
	assert.deepEqual([again.statement, again.services.map(({ outcome }) => outcome)], [undefined, ["signed", "signed"]]);
	const strict = await jobs.openRun("303");
	const plan = await strict.plan();
	passes(plan);
	assert.deepEqual(await decisions(strict), ["build", "build"]);
	assert.match(plan.text, /ci\.yml@refs\/heads\/main signed it, not this action's own workflow/);
});

test("with a key: the catalog lists its public part, and another key does not count", async () => {
	const { shop, folder } = jobs;
	const env = { COSIGN_PASSWORD: "of this test" };
	const generated = await exec(["cosign", "generate-key-pair"], { cwd: folder, env });
	assert.equal(generated.exitCode, 0, generated.stderr);
	const [catalog, key] = await Promise.all([
		readFile(path.join(shop.root, "lucid.yml"), "utf8"),
		readFile(path.join(folder, "cosign.pub"), "utf8"),
	]);
	await shop.write({
		"base/app/server.py": `${programs["base/app/server.py"]}# with a key\n`,
		"lucid.yml": `${catalog}reuse:\n  from: same-repository\n  key: |\n${key.replace(/^(?=.)/gm, "    ")}`,
	});
	const sign = ["--sign=key", `--sign-key=${path.join(folder, "cosign.key")}`, "--sign-log=off"];
	const first = await jobs.openRun("401");
	passes(await first.run(sign, {}, env));
	assert.equal((await first.read<SignResult>("sign", "run")).signer, "a key");
	const second = await jobs.openRun("402");
	passes(await second.plan());
	assert.deepEqual(await decisions(second), ["unchanged", "unchanged"]);
	await exec(["cosign", "generate-key-pair", "--output-key-prefix=other"], { cwd: folder, env });
	const other = await readFile(path.join(folder, "other.pub"), "utf8");
	await shop.write({ "lucid.yml": `${catalog}reuse: { from: same-repository, key: ${JSON.stringify(other)} }\n` });
	const third = await jobs.openRun("403");
	const plan = await third.plan();
	passes(plan);
	assert.deepEqual(await decisions(third), ["build", "build"]);
	assert.match(plan.text, /is not ours: its signature is not valid: .*key/);
});
