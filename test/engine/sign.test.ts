import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import type { PublishResult } from "../../src/model/documents/publish.ts";
import type { SignResult } from "../../src/model/documents/sign.ts";
import { bundleType } from "../../src/model/signing/bundle-artifact.ts";
import { readRunStatement } from "../../src/model/signing/run-statement.ts";
import { pulled, pushed } from "../github/payloads.ts";
import { makeRepo, type Repo, temporaryFolder } from "../support/repo.ts";
import { type PlayedSigstore, startSigstore } from "../support/sigstore/played-sigstore.ts";
import { native, programs, python } from "../support/staged.ts";

// The jobs of build-signed.yml as processes of their own. Only the job that signs gets an identity token.
const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const lucid = path.join(import.meta.dirname, "../../dist/lucid.js");
const registry = openRegistry();
const namespace = `${host}/lucid-test/sign-${randomBytes(4).toString("hex")}`;

// An image whose bases came from a mirror is not reused by others, so the tests' registry is named itself.
const bases = process.env.LUCID_MIRRORS ? `${host}/gcr.io` : "gcr.io";

let sigstore: PlayedSigstore;
let shop: Repo;
let folder: string;

before(async () => {
	sigstore = await startSigstore();
	folder = await temporaryFolder();
	shop = await makeRepo({
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
		"base/Dockerfile": `${python.replace("FROM gcr.io", `FROM ${bases}`)}EXPOSE 8080\n`,
		"base/app/server.py": programs["base/app/server.py"],
		"base/app/worker.py": programs["base/app/worker.py"],
	});
	await shop.git("init", "-q", "--bare", path.join(folder, "lucid/lucid"));
	await shop.git("config", `url.file://${folder}/.insteadOf`, "https://github.com/");
	await shop.git("remote", "add", "origin", "https://github.com/lucid/lucid");
});
after(async () => {
	await shop?.[Symbol.asyncDispose]();
	await sigstore?.[Symbol.asyncDispose]();
	await rm(folder, { recursive: true, force: true });
});

/** The identity of the signing job of our workflow in lucid/lucid. */
const identity = { repository: "lucid/lucid", repository_id: "1296269", repository_owner: "lucid" };

interface Outcome {
	readonly exitCode: number;
	readonly text: string;
}

interface RunOptions {
	/** A pull request of the repository itself instead of a push to main. */
	readonly pullRequest?: true;
}

/** One run of the workflow: a job per stage, each with a folder of its own for its documents. */
async function openRun(id: string, { pullRequest }: RunOptions = {}) {
	const ref = pullRequest ? "refs/pull/7/merge" : "refs/heads/main";
	const base = (await shop.git("rev-parse", "--verify", "-q", "HEAD").catch(() => "")).trim();
	const revision = await shop.commit(ref);
	await shop.git("push", "-q", "origin", `+${revision}:${ref}`);
	const event = path.join(folder, `${id}.json`);
	const { env, payload } = pullRequest
		? pulled("a pull request", { head: revision, merge: revision, base })
		: pushed("main", ref, revision);
	await writeFile(event, JSON.stringify(payload));
	const out = (job: string) => path.join(folder, id, job);
	const github = {
		...{ GITHUB_ACTIONS: "true", GITHUB_SERVER_URL: "https://github.com", GITHUB_EVENT_PATH: event },
		...{ GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: "1", RUNNER_ENVIRONMENT: "github-hosted" },
		...{ LUCID_TRUSTED_ROOT: sigstore.trustedRoot, LUCID_MIRRORS: "" },
	};
	const job = async (name: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) => {
		await mkdir(out(name), { recursive: true });
		const argv: [string, ...string[]] = [process.execPath, lucid, name, `--out=${out(name)}`, ...args];
		const { exitCode, stdout, stderr } = await exec(argv, {
			cwd: shop.root,
			env: { ...github, ...env, RUNNER_TEMP: out(name), ...more },
		});
		return { exitCode, text: `${stdout}\n${stderr}` } as Outcome;
	};
	const read = async <T>(document: string, of = document) =>
		JSON.parse(await readFile(path.join(out(of), `${document}.json`), "utf8")) as T;
	const plan = ["--plan", path.join(out("plan"), "plan.json")];
	const results = ["--build-results", out("build")];
	return {
		...{ revision, read, out },
		plan: () => job("plan", ["--require-signed"]),
		build: () => job("build", [...plan, "--require-signed"]),
		smoke: () => job("smoke", [...plan, ...results, "--require-signed"]),
		sign: (claims = {}) =>
			job(
				"sign",
				[...plan, ...results, "--smoke-results", out("smoke")],
				sigstore.env({ ...identity, ref, sha: revision, run_id: id, event_name: env.GITHUB_EVENT_NAME, ...claims }),
			),
		run: (args: readonly string[], claims = {}) =>
			job("run", args, sigstore.env({ ...identity, ref, sha: revision, run_id: id, ...claims })),
		publish: () => job("publish", [...plan, ...results, "--smoke-results", out("smoke"), "--require-signed"]),
	};
}

const passes = ({ exitCode, text }: Outcome) => assert.equal(exitCode, 0, text);

async function statementsOn(repository: string, digest: string) {
	const referrers = await registry.referrers(repository, digest, bundleType);
	return Promise.all(
		referrers.map(async ({ annotations = {} }) => {
			const bytes = await registry.blob(repository, annotations["com.lucid.bundle"] ?? "");
			const { dsseEnvelope } = JSON.parse(new TextDecoder().decode(bytes)) as { dsseEnvelope: { payload: string } };
			return readRunStatement(Buffer.from(dsseEnvelope.payload, "base64"));
		}),
	);
}

test("a run signs what it built, smoked and tags; the next one reuses that, and signs nothing again", async () => {
	const first = await openRun("101");
	passes(await first.plan());
	passes(await first.build());
	passes(await first.smoke());
	const early = await first.publish();
	assert.equal(early.exitCode, 1, "nothing is signed yet");
	assert.match(early.text, /no floating tag names this index; it is not signed/);
	assert.equal(await registry.head(`${namespace}/api:latest`), undefined);
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

	const second = await openRun("102");
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
	await shop.write({ "base/app/server.py": `${programs["base/app/server.py"]}# changed\n` });
	const proposed = await openRun("201", { pullRequest: true });
	for (const stage of ["plan", "build", "smoke", "sign"] as const) passes(await proposed[stage]());
	const { signer } = await proposed.read<SignResult>("sign");
	assert.equal(signer, "build-signed.yml@v1 of lucid/lucid on refs/pull/7/merge (pull_request)");

	const merged = await openRun("202");
	passes(await merged.plan());
	assert.deepEqual(await decisions(merged), ["unchanged", "unchanged"]);
	const catalog = await readFile(path.join(shop.root, "lucid.yml"), "utf8");
	await shop.write({ "lucid.yml": `${catalog}reuse: { from: protected }\n` });
	const strict = await openRun("203");
	const plan = await strict.plan();
	passes(plan);
	assert.deepEqual(await decisions(strict), ["build", "build"]);
	await shop.write({ "lucid.yml": catalog });
	assert.match(plan.text, /is not ours: it was signed on refs\/pull\/7\/merge, which is not protected/);
});

const decisions = async ({ read }: Awaited<ReturnType<typeof openRun>>) =>
	(await read<Plan>("plan")).images.map(({ decision }) => decision.kind);

test("the all-in-one action signs as the caller's workflow, which its own later runs accept and no plan that requires signatures", async () => {
	await shop.write({ "base/app/server.py": `${programs["base/app/server.py"]}# all in one\n` });
	const claims = { job_workflow_ref: "lucid/lucid/.github/workflows/ci.yml@refs/heads/main" };
	const first = await openRun("301");
	passes(await first.run(["--sign=keyless"], claims));
	const { signer, statement } = await first.read<SignResult>("sign", "run");
	assert.equal(signer, "ci.yml@refs/heads/main of lucid/lucid on main (push)");
	assert.ok(statement);
	const second = await openRun("302");
	passes(await second.run(["--sign=keyless"], claims));
	const again = await second.read<SignResult>("sign", "run");
	assert.deepEqual([again.statement, again.services.map(({ outcome }) => outcome)], [undefined, ["signed", "signed"]]);
	const strict = await openRun("303");
	const plan = await strict.plan();
	passes(plan);
	assert.deepEqual(await decisions(strict), ["build", "build"]);
	assert.match(plan.text, /ci\.yml@refs\/heads\/main signed it, not this action's own workflow/);
});
