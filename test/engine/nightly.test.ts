import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import type { Plan } from "../../src/documents/plan.ts";
import type { PublishResult } from "../../src/documents/publish.ts";
import type { Documents } from "../../src/interface/documents.ts";
import { exec } from "../../src/process/exec.ts";
import { openRegistry } from "../../src/registry/registry.ts";
import { makeRepo, type Repo, temporaryFolder } from "../support/repo.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const prefix = `${host}/lucid-test/nightly-${randomBytes(4).toString("hex")}`;
const dist = path.join(import.meta.dirname, "../../dist/lucid.js");

let repo: Repo;
let out = "";
let sha = "";

before(async () => {
	// Windows of a year, so that none begins while this runs, but for once in a long time.
	repo = await makeRepo({
		"lucid.yml": `version: 1
project: night
defaults: { ttl: 52w, policy: { smoke: "off" } }
services:
  base: { context: base }
  api: { context: api }
`,
		"base/Dockerfile": "FROM scratch\nCOPY a /a\nUSER 65532:65532\n",
		"base/a": "a\n",
		"api/Dockerfile": "FROM base\nCOPY b /b\n",
		"api/b": "b\n",
	});
	out = await temporaryFolder();
	sha = (await repo.commit()).slice(0, 7);
});

after(async () => {
	await repo[Symbol.asyncDispose]();
	await rm(out, { recursive: true, force: true });
});

async function lucid<T>(stage: string, ...args: string[]): Promise<T> {
	const shared = [`--registry=${prefix}`, `--out=${out}`, "--json", "--event=push:main"];
	const argv = [process.execPath, dist, stage, ...args, ...shared] as const;
	const { exitCode, stdout, stderr } = await exec([...argv], { cwd: repo.root });
	assert.equal(exitCode, 0, `lucid ${stage} ${args.join(" ")}: ${stderr}${stdout.slice(0, 2000)}`);
	return JSON.parse(stdout) as T;
}

const run = (...args: string[]) => lucid<Documents>("run", "--smoke=off", "--no-require-smoke", ...args);
const built = ({ build }: Documents) => build?.images.filter(({ outcome }) => outcome === "built").length;

/** What a tag names now; asked anew each time. */
async function digest(name: string, tag: string): Promise<string> {
	const found = await openRegistry().head(`${prefix}/${name}:${tag}`);
	return found?.digest ?? assert.fail(`${name}:${tag} is not there`);
}

test("a nightly builds the same commit anew and moves floating tags; the commit's own tag stays with its first build", async () => {
	assert.equal(built(await run()), 2);
	const first = await digest("api", sha);
	assert.equal(await digest("api", "latest"), first);

	const nightly = await run("--stale");
	assert.equal(built(nightly), 2);
	assert.deepEqual(nightly.plan?.tags.api, { immutable: [], floating: ["latest"], kept: [sha] });
	const second = await digest("api", "latest");
	assert.notEqual(second, first);
	assert.equal(await digest("api", sha), first);

	assert.equal(built(await run("--stale")), 0, "once a window");
	assert.equal(await digest("api", "latest"), second);
});

test("the runs that follow stay with what the nightly built, and a new commit goes on from there", async () => {
	const before = await digest("base", "latest");
	const plan = await lucid<Plan>("plan");
	assert.deepEqual(
		plan.images.map(({ decision }) => decision.kind),
		["unchanged", "unchanged"],
	);
	await repo.write({ "api/b": "changed\n" });
	const next = (await repo.commit()).slice(0, 7);
	assert.equal(built(await run()), 1);
	assert.equal(await digest("base", "latest"), before);
	assert.equal(await digest("api", "latest"), await digest("api", next));
});

test("stages of their own agree on what is stale when each is told", async () => {
	await repo.write({ "base/a": "changed\n" });
	await repo.commit();
	const plan = await lucid<Plan>("plan", "--stale");
	assert.equal(plan.matrix.include.length, 2);
	await lucid("build", "--stale");
	const { services } = await lucid<PublishResult>("publish", "--stale", "--no-require-smoke");
	assert.deepEqual(
		services.map(({ outcome }) => outcome),
		["published", "published"],
	);
});
