import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { type FakeGitHub, fakeGitHub } from "../support/github/server.ts";
import { type Act, caller, jobsOf, onMain, openAct } from "./act.ts";
import { allOf, openShop, type Shop, services, short } from "./shop.ts";

// The examples that a day does not need: each test continues from the state that the one before it left.
let github: FakeGitHub;
let act: Act;
let shop: Shop;

before(async () => {
	github = await fakeGitHub();
	act = await openAct(github);
	shop = await openShop();
	await shop.repo.git("remote", "add", "origin", `https://github.com/${caller}`);
	github.store.files = { "lucid.yml": await readFile(path.join(shop.repo.root, "lucid.yml"), "utf8") };
});

after(async () => {
	await act?.[Symbol.asyncDispose]();
	await shop?.[Symbol.asyncDispose]();
	await github?.[Symbol.asyncDispose]();
});

test("everything in one job, without a matrix", async () => {
	const sha = short(await shop.repo.commit());
	const run = await act.run(shop.repo.root, "one-job.yml", onMain);
	assert.equal(run.exitCode, 0, run.log);
	assert.deepEqual(jobsOf(run), ["images"]);
	const published = await allOf(shop, sha);
	for (const name of services) assert.ok(published[name] !== undefined, name);
	assert.deepEqual(await allOf(shop, "latest"), published);
});

test("a release gives all images its version without a build, after another smoke", async () => {
	// As a checkout of the whole history has it.
	await shop.repo.git("update-ref", "refs/remotes/origin/main", "main");
	const run = await act.run(shop.repo.root, "release.yml", {
		name: "push",
		payload: { ref: "refs/tags/v1.2.0", base_ref: "refs/heads/main" },
		env: { GITHUB_REF: "refs/tags/v1.2.0" },
	});
	assert.equal(run.exitCode, 0, run.log);
	assert.deepEqual(jobsOf(run), ["gate", "plan", "publish", "report", "smoke api, web (arm64)"]);
	for (const name of services) {
		const [released, latest] = [await indexOf(name, "1.2.0"), await indexOf(name, "latest")];
		assert.deepEqual(released.images, latest.images, name);
		assert.deepEqual([released.version, latest.version], ["1.2.0", undefined], name);
	}
});

/** The images that a tag's index names, and the version that it stands for. */
async function indexOf(service: string, tag: string) {
	const content = (await openRegistry().manifest(`${shop.registry}/${service}:${tag}`))?.content;
	assert.ok(content?.kind === "index", `${service}:${tag}`);
	const version = content.annotations["org.opencontainers.image.version"];
	return { images: content.manifests.map(({ digest }) => digest), version };
}

test("by hand, the named services are built with the given options", async () => {
	const run = await act.run(shop.repo.root, "manual.yml", {
		name: "workflow_dispatch",
		payload: { inputs: { service: "api", force: "true", smoke: "changed" } },
		env: { GITHUB_REF: "refs/heads/main" },
	});
	assert.equal(run.exitCode, 0, run.log);
	assert.equal(run.jobs.get("api (arm64)"), "success");
	assert.equal(run.jobs.has("web (arm64)"), false);
});
