import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { BuildResult } from "../../src/model/documents/build.ts";
import type { PublishResult } from "../../src/model/documents/publish.ts";
import { ledgerTags, readLedger } from "../../src/stages/shared/records/publication-ledger.ts";
import { readSmokeRecords, smokeRecordTag } from "../../src/stages/shared/records/smoke-record.ts";
import { makeRepo } from "../support/repo.ts";
import { type Frozen, firstCommit, runStages, secondCommit, services, thaw } from "../upgrade/state.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const bundle = path.join(import.meta.dirname, "../../dist/lucid.js");
const registry = openRegistry();

test("after an upgrade from recipe lucid-2 each image is built once more; no tag is refused, and no ledger is lost", async () => {
	const file = path.join(import.meta.dirname, "../upgrade/lucid-2.json");
	const frozen = JSON.parse(await readFile(file, "utf8")) as Frozen;
	const prefix = `${host}/lucid-test/upgrade-${randomBytes(4).toString("hex")}`;
	await thaw(frozen, registry, prefix);
	await using repo = await makeRepo(firstCommit);
	const commits = [await repo.commit()];
	await repo.write(secondCommit);
	commits.push(await repo.commit());
	assert.deepEqual(commits, frozen.commits, "these are the commits that were published then");

	const run = async (event: string) => {
		const { built, published } = await runStages(bundle, repo, prefix, event);
		const rows = (published.document as PublishResult).services;
		assert.equal(published.exitCode, 0, `${event}: ${published.stderr}${rows.map(({ reason }) => reason).join("\n")}`);
		const outcomes = (built.document as BuildResult).images.map(({ outcome }) => outcome);
		return { outcomes: [...new Set(outcomes)], rows };
	};
	const named = async () => {
		const tags = services.flatMap((name) =>
			["latest", "1.0", "1.0.0", ...commits.map((one) => one.slice(0, 7))].map((tag) => `${name}:${tag}`),
		);
		return new Map(
			await Promise.all(tags.map(async (tag) => [tag, (await registry.head(`${prefix}/${tag}`))?.digest] as const)),
		);
	};
	const ledger = async (name: string, tag: string) => {
		const places = ledgerTags(tag, 2);
		return Promise.all(
			places.map(async (place) => {
				const found = await registry.manifest(`${prefix}/${name}:${place}`);
				return readLedger(found ?? assert.fail(`no ${place}`), place);
			}),
		);
	};
	const before = await named();
	const ledgers = await Promise.all(services.map((name) => ledger(name, "latest")));

	// The release of then again: `web` was built from the commit before, so only its recipe shows that it may keep its
	// tag.
	const release = await run("tag:v1.0.0");
	assert.deepEqual(release.outcomes, ["built"]);
	for (const { service, tags } of release.rows)
		assert.deepEqual(
			tags.filter(({ kind }) => kind === "immutable").map(({ tag, state }) => `${tag} ${state}`),
			["1.0.0 kept", `${commits[1]?.slice(0, 7)} kept`],
			service,
		);
	const push = await run("push:main");
	// Only `api` has its version in a setting, and is another image on a branch.
	assert.deepEqual(push.outcomes.toSorted(), ["built", "unchanged"]);
	assert.deepEqual((await run("push:main")).outcomes, ["unchanged"], "once more is enough");
	assert.deepEqual((await run("tag:v1.0.0")).outcomes, ["unchanged"]);

	const now = await named();
	for (const [tag, digest] of before)
		if (!/:(?:latest|1\.0)$/.test(tag)) assert.equal(now.get(tag), digest, `${tag} is written once`);
	for (const [i, name] of services.entries()) {
		const old = ledgers[i]?.[0] ?? assert.fail();
		for (const entry of await ledger(name, "latest")) {
			assert.equal(entry.revision, commits[1], name);
			assert.equal(entry.digest, now.get(`${name}:latest`), name);
			assert.ok(entry.sequence > old.sequence, `${name}: ${entry.sequence} after ${old.sequence}`);
		}
	}
	for (const name of ["api", "web"]) {
		const facts = await registry.imageFacts(`${prefix}/${name}:1.0.0`, "linux/arm64");
		const [image, digest] = [`${prefix}/${name}`, facts?.digest ?? ""];
		assert.ok(await registry.head(`${image}:${smokeRecordTag(digest)}`), `${name}: the record of then is still there`);
		assert.deepEqual(
			await readSmokeRecords(registry, image, digest),
			[],
			`${name}: it names no checks, and counts for nothing`,
		);
	}

	await repo.git("checkout", "-q", commits[0] ?? "");
	const old = await run("push:main");
	assert.deepEqual(
		old.rows.map(({ service, outcome }) => `${service} ${outcome}`),
		["base superseded", "api superseded", "web superseded"],
		"an old workflow moves nothing back",
	);
	assert.deepEqual(await named(), now);
});
