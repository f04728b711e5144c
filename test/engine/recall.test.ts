import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { BuildResult, BuiltImage } from "../../src/model/documents/build.ts";
import { packDocument } from "../../src/model/documents/pack-document.ts";
import type { SmokedService, SmokeResult } from "../../src/model/documents/smoke.ts";
import { parseOptions, type RawValues } from "../../src/options/parse-options.ts";
import { plan } from "../../src/stages/plan/stage.ts";
import type { StageContext } from "../../src/stages/shared/context.ts";
import { loadJobResults, storeJobResults } from "../../src/stages/shared/records/job-results.ts";
import { writeSmokeRecord } from "../../src/stages/shared/records/smoke-record.ts";
import { proofOf, pushImage } from "../publish/fixture.ts";
import { makeRepo } from "../support/repo.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const registry = openRegistry();
const run = (id: string) => ({ GITHUB_ACTIONS: "true", GITHUB_REPOSITORY: "acme/shop", GITHUB_RUN_ID: id });

const world = (cwd: string, env: StageContext["env"] = {}): StageContext => ({
	...{ exec, docker: dockerWith(exec), env, cwd, signal: new AbortController().signal },
	...{ progress: () => {}, log: () => {}, now: () => 0 },
});

/** A plan of two services, one of which is pushed, and what jobs have to say of both. */
async function jobs() {
	const id = randomBytes(4).toString("hex");
	const repo = await makeRepo({
		"lucid.yml": `version: 1
project: shop
registry: ${host}
image: lucid-test/recall-${id}-{{name}}
services:
  api: { context: api }
  web: { context: web }
`,
		"api/Dockerfile": "FROM scratch\nCOPY a /\n",
		"api/a": "a\n",
		"web/Dockerfile": "FROM scratch\nCOPY b /\n",
		"web/b": "b\n",
	});
	await repo.commit();
	const options = (name: string, raw: RawValues = {}) =>
		parseOptions({ out: path.join(repo.root, name), ...raw }, world(repo.root));
	const made = await plan(options("plan"), world(repo.root));
	const [api, web] = made.images;
	const [service] = made.services;
	if (api === undefined || web === undefined || service === undefined) return assert.fail();
	const pushed = await pushImage(registry, service, {
		content: "api",
		platform: api.platform,
		contentRef: api.contentRef,
		fingerprint: api.fingerprint,
	});
	const digest = pushed.digest ?? assert.fail();
	const { platform } = api;
	const built: BuiltImage = {
		service: "api",
		platform,
		fingerprint: api.fingerprint,
		outcome: "built",
		contentRef: api.contentRef,
		digest,
		durationMs: 4200,
		checks: [],
	};
	const failed: BuiltImage = {
		...built,
		service: "web",
		fingerprint: web.fingerprint,
		contentRef: web.contentRef,
		outcome: "failed",
		error: { message: "exit code 7", log: ["last words"] },
	};
	const { digest: _, durationMs: _ms, ...without } = failed;
	const tried: SmokedService = {
		service: "api",
		platform,
		ref: `${service.image}@${digest}`,
		digest,
		verdict: "healthy",
		readyMs: 12,
		probes: [],
	};
	const read = async <T>(name: string, document: string) =>
		JSON.parse(await readFile(path.join(repo.root, name, `${document}.json`), "utf8")) as T;
	return { repo, options, made, built, failed: without as BuiltImage, tried, read, image: service.image, digest };
}

test("a report in its own job shows what the other jobs of its run built and smoked, and what failed and why", async () => {
	const { repo, options, made, built, failed, tried, read } = await jobs();
	await using _ = repo;
	const there = world(repo.root, run("1"));
	await storeJobResults([built, failed], "build", made, there);
	await storeJobResults([tried], "tried", made, there);
	await loadJobResults(options("report"), there, made);
	const { images } = await read<BuildResult>("report", "build");
	assert.deepEqual(images, [built, failed]);
	assert.deepEqual((await read<SmokeResult>("report", "smoke")).services, [tried]);
});

test("a report on attempt 2 is about both attempts: what failed in the first and was built in the second is built, the rest stays as it was", async () => {
	const { repo, options, made, built, failed, tried, read } = await jobs();
	await using _ = repo;
	const first = world(repo.root, run("3"));
	await storeJobResults([built, failed], "build", made, first);
	await storeJobResults([tried], "tried", made, first);
	const [, service] = made.services;
	const [, web] = made.images;
	assert.ok(service && web);
	const { contentRef, platform, fingerprint } = web;
	const { digest } = await pushImage(
		registry,
		{ ...service, name: "web" },
		{ content: "web", platform, contentRef, fingerprint },
	);
	assert.ok(digest);
	const { error: _error, ...rest } = failed;
	const again: BuiltImage = { ...rest, outcome: "built", digest, durationMs: 900 };
	const second = world(repo.root, { ...run("3"), GITHUB_RUN_ATTEMPT: "2" });
	await storeJobResults([again], "build", made, second);
	await loadJobResults(options("report"), second, made);
	assert.deepEqual((await read<BuildResult>("report", "build")).images, [built, again]);
	assert.deepEqual((await read<SmokeResult>("report", "smoke")).services, [tried]);
});

test("the report shows for a service without an image that its base failed in its leg", async () => {
	const { repo, options, made, failed, read } = await jobs();
	await using _ = repo;
	const there = world(repo.root, run("4"));
	const skipped: BuiltImage = { ...failed, outcome: "skipped", error: { message: "it is FROM base, which failed" } };
	await storeJobResults([skipped], "build", made, there);
	await loadJobResults(options("report"), there, made);
	const { images } = await read<BuildResult>("report", "build");
	assert.deepEqual(
		images.map(({ service, outcome, error }) => [service, outcome, error?.message]),
		[
			["api", "built", undefined],
			["web", "skipped", "it is FROM base, which failed"],
		],
	);
});

test("the results of another run do not count for this one; the registry does", async () => {
	const { repo, options, made, built, failed, tried, read, image, digest } = await jobs();
	await using _ = repo;
	await storeJobResults([built, failed], "build", made, world(repo.root, run("1")));
	await storeJobResults([tried], "tried", made, world(repo.root, run("1")));
	const [service] = made.services;
	assert.ok(service);
	await writeSmokeRecord(registry, image, digest, proofOf(service, "healthy", "a".repeat(40)));
	await loadJobResults(options("report"), world(repo.root, run("2")), made);
	const { images } = await read<BuildResult>("report", "build");
	assert.deepEqual(
		images.map(({ service, outcome, durationMs }) => [service, outcome, durationMs]),
		[["api", "built", undefined]],
		"of web no job of this run has a result",
	);
	const [row] = (await read<SmokeResult>("report", "smoke")).services;
	assert.equal(row?.passedBefore, "a".repeat(40));
});

test("a row that speaks of other bytes than the registry has is not believed", async () => {
	const { repo, options, made, built, read } = await jobs();
	await using _ = repo;
	const there = world(repo.root, run("1"));
	await storeJobResults([{ ...built, digest: `sha256:${"0".repeat(64)}` } as BuiltImage], "build", made, there);
	await loadJobResults(options("report"), there, made);
	const [image] = (await read<BuildResult>("report", "build")).images;
	assert.equal(image?.digest, built.digest);
	assert.equal(image?.durationMs, undefined);
});

test("a fork's pull request leaves nothing in the registry, nor does a run outside of a workflow", async () => {
	const { repo, options, made, failed, read } = await jobs();
	await using _ = repo;
	const event = { kind: "pull_request", number: 7, head: "x", base: "main", fork: true } as const;
	await storeJobResults([failed], "build", { ...made, source: { ...made.source, event } }, world(repo.root, run("1")));
	await storeJobResults([failed], "build", made, world(repo.root));
	await loadJobResults(options("report"), world(repo.root, run("1")), made);
	const { images } = await read<BuildResult>("report", "build");
	assert.deepEqual(
		images.map(({ service }) => service),
		["api"],
	);
});

test("the result of publish is passed on in one line", async () => {
	const { repo, options, made, read } = await jobs();
	await using _ = repo;
	const { revision } = made.source;
	const publish = { kind: "lucid.publish", version: 1, revision, services: [], durationMs: 5 } as const;
	await loadJobResults(
		options("report", { "publish-result": packDocument(publish) }),
		world(repo.root, run("1")),
		made,
	);
	assert.deepEqual(await read("report", "publish"), publish);
});
