import assert from "node:assert/strict";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import { bakeDefinition } from "../../src/stages/build/bake/definition.ts";
import { makeRepo, temporaryFolder } from "../support/repo.ts";
import { holdingRegistry } from "./registry.ts";
import { decisions, plannerOf } from "./support.ts";

const files = {
	"lucid.yml": `version: 1
project: shop
services:
  base: { context: base, ttl: 7d }
  api: { context: api }
  young: { context: young, ttl: 1d }
  alone: { context: alone }
`,
	"base/Dockerfile": "FROM scratch\nCOPY a /\n",
	"base/a": "a\n",
	"api/Dockerfile": "FROM base\nCOPY a /\n",
	"api/a": "a\n",
	"young/Dockerfile": "FROM scratch\nCOPY a /\n",
	"young/a": "a\n",
	"alone/Dockerfile": "FROM scratch\nCOPY a /\n",
	"alone/a": "a\n",
};

const same = { base: "unchanged", api: "unchanged", young: "unchanged", alone: "unchanged" };
const refs = (plan: Plan) => plan.images.map(({ contentRef }) => contentRef);

async function opened(more: Readonly<Record<string, string>> = {}) {
	const repo = await makeRepo({ ...files, ...more });
	const revision = await repo.commit();
	const registry = await holdingRegistry();
	const planner = await plannerOf(repo.root, registry.host);
	return {
		repo,
		registry,
		revision,
		plan: planner.plan,
		async [Symbol.asyncDispose]() {
			for (const one of [repo, registry, planner]) await one[Symbol.asyncDispose]();
		},
	};
}

test("a run with `stale` rebuilds an image once per ttl window, with its dependents; later runs find it without a clock", async () => {
	await using one = await opened();
	const first = await one.plan();
	one.registry.carryOut(first);
	assert.deepEqual(decisions(await one.plan()), same);

	// Friday; windows of seven days begin on Thursdays.
	const nightly = await one.plan({ stale: true }, "2026-11-20T03:17:00Z");
	assert.deepEqual(decisions(nightly), {
		base: "build: stale: due for a new build since 2026-11-19 (ttl)",
		api: "build: FROM base changed",
		young: "build: stale: due for a new build since 2026-11-20 (ttl)",
		alone: "unchanged",
	});
	const { target } = bakeDefinition({ plan: nightly, root: one.repo.root });
	assert.deepEqual(
		Object.values(target).map((each) => each["no-cache"] ?? false),
		[true, false, true],
		"a cache would give back what is old",
	);
	assert.deepEqual(decisions(await one.plan()), same, "until it is published, runs that do not ask stay with what is");
	one.registry.carryOut(nightly);

	const after = await one.plan({}, "2027-11-20T03:17:00Z");
	assert.deepEqual(decisions(after), same, "no clock is asked");
	assert.deepEqual(refs(after), refs(nightly), "and nobody goes back to the old one");
	assert.deepEqual(decisions(await one.plan({ stale: true }, "2026-11-20T23:59:59Z")), same);
	assert.deepEqual(decisions(await one.plan({ stale: true }, "2026-11-21T00:00:00Z")), {
		...same,
		young: "build: stale: due for a new build since 2026-11-21 (ttl)",
	});
});

test("a file that changes keeps the window, so that a pull request and its merge are one image", async () => {
	await using one = await opened();
	one.registry.carryOut(await one.plan({ stale: true }, "2026-11-20T03:17:00Z"));
	await one.repo.write({ "young/a": "b\n" });
	await one.repo.commit();
	const pull = await one.plan({ event: "pull_request:7" }, "2026-11-25T12:00:00Z");
	assert.match(decisions(pull).young ?? "", /^build: COPY a -> 1 file changed/);
	assert.deepEqual(refs(await one.plan({ event: "push:main" }, "2026-11-26T12:00:00Z")), refs(pull));
});

test("an image whose base moved is rebuilt, with that reason", async () => {
	await using registry = await holdingRegistry();
	const from = `${registry.host}/tools/base:1`;
	registry.put(from, "linux/arm64", "old");
	await using repo = await makeRepo({
		"lucid.yml": "version: 1\nproject: shop\nservices:\n  api: { context: api }\n  web: { context: web }\n",
		"api/Dockerfile": `FROM ${from}\n`,
		"web/Dockerfile": "FROM scratch\n",
	});
	await repo.commit();
	await using planner = await plannerOf(repo.root, registry.host);
	registry.carryOut(await planner.plan());
	assert.deepEqual(decisions(await planner.plan()), { api: "unchanged", web: "unchanged" });
	registry.put(from, "linux/arm64", "new");
	assert.deepEqual(decisions(await planner.plan()), { api: `build: FROM ${from} moved`, web: "unchanged" });
});

test("a run that rebuilds a commit keeps existing immutable tags, and writes the missing ones", async () => {
	await using one = await opened();
	const sha = one.revision.slice(0, 7);
	one.registry.put(`${one.registry.host}/base:${sha}`, "linux/arm64", "first build");
	for (const raw of [{ stale: true, event: "push:main" }, { event: "schedule:main" }]) {
		const { tags } = await one.plan(raw);
		assert.deepEqual(tags.base, { immutable: [], floating: ["latest"], kept: [sha] });
		assert.deepEqual(tags.api, { immutable: [sha], floating: ["latest"] });
	}
	const { tags } = await one.plan({ event: "push:main" });
	assert.deepEqual(tags.base, { immutable: [sha], floating: ["latest"] }, "elsewhere it is for publish to refuse");
});

test("a clone of depth 1 plans the same images, and says what it cannot know", async () => {
	await using one = await opened();
	one.registry.carryOut(await one.plan());
	await one.repo.write({ "alone/a": "b\n" });
	await one.repo.commit();
	const whole = await one.plan();
	assert.match(decisions(whole).alone ?? "", /1 file changed since \w{7} \(a\)$/);
	const folder = await temporaryFolder();
	try {
		await exec(["git", "clone", "-q", "--depth=1", `file://${one.repo.root}`, folder], { cwd: one.repo.root });
		await using planner = await plannerOf(folder, one.registry.host);
		const shallow = await planner.plan();
		assert.deepEqual(refs(shallow), refs(whole));
		assert.deepEqual(shallow.matrix, whole.matrix);
		const why = `COPY a -> changed since ${one.revision.slice(0, 7)} (a commit that this clone does not have: the files are unknown)`;
		assert.equal(decisions(shallow).alone, `build: ${why}`);
	} finally {
		await rm(folder, { recursive: true });
	}
});

test("build times come from a folder with the results of all legs; without any, the plan logs that and continues", async () => {
	await using one = await opened();
	const folder = await temporaryFolder();
	try {
		const none = await one.plan({ times: folder, estimate: "true" });
		assert.equal(none.estimate?.by, "guess");
		for (const [service, durationMs] of [
			["base", 120_000],
			["alone", 60_000],
		] as const) {
			const images = [{ service, platform: "linux/arm64", outcome: "built", durationMs }];
			await writeFile(
				path.join(folder, `${service}.json`),
				JSON.stringify({ kind: "lucid.build", version: 1, images }),
			);
		}
		await writeFile(path.join(folder, "other.json"), "[1");
		const { estimate } = await one.plan({ times: folder, service: "base,alone", estimate: "true" });
		assert.deepEqual(estimate, {
			matrix: { jobs: 2, wallSeconds: 150, billedMinutes: 5 },
			jobEach: { jobs: 2, wallSeconds: 150, billedMinutes: 5 },
			by: "times",
		});
	} finally {
		await rm(folder, { recursive: true });
	}
});
