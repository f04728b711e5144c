import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { readSmokeRecords, smokeRecordTag, writeSmokeRecord } from "../../src/stages/shared/records/smoke-record.ts";
import { proofOf } from "../publish/fixture.ts";
import { native, openStaged, programs, python, type Ran, type Staged } from "../support/staged.ts";

/** A verdict is about an image and the checks that it passed. The tests follow one another in one repository. */

const registry = openRegistry();
const catalog = (health: string, more = "") => `version: 1
project: verdict
defaults:
  platforms: [${native}]
  policy: { verify: advisory, stop: advisory }
services:
  api: { context: base, ports: ["18080:8080"], health: ${health}, needs: [cache]${more} }
  cache: { context: cache, ports: [8080], env: { SIZE: "1" } }
`;
const tcp = catalog("{ tcp: 8080 }");

let staged: Staged;
let first: Ran;
before(async () => {
	staged = await openStaged("verdict", {
		"lucid.yml": tcp,
		...programs,
		"base/Dockerfile": `${python}CMD ["/app/server.py"]\n`,
		"cache/Dockerfile": `${python}CMD ["/app/server.py"]\n`,
		"cache/app/server.py": programs["base/app/server.py"],
	});
	first = await staged.run();
});
after(() => staged[Symbol.asyncDispose]());

const verdicts = ({ rows }: Ran) =>
	Object.fromEntries(Object.entries(rows).map(([name, { verdict }]) => [name, verdict]));
const digestOf = (name: string) => first.rows[name]?.digest ?? assert.fail();
const why = ({ plan }: Pick<Ran, "plan">, name: string) =>
	plan.images.flatMap(({ service, decision }) =>
		service === name ? decision.reasons.map(({ detail }) => detail) : [],
	);
const change = (text: string) => staged.repo.write({ "lucid.yml": text });
const planned = async (raw: Readonly<Record<string, string>> = {}) => {
	await staged.repo.commit();
	const { documents } = await staged.start("plan", raw);
	return { plan: documents.plan ?? assert.fail() };
};

test("an image that passed is tried again when its health check has changed, and does not pass by its old record", async () => {
	assert.deepEqual(verdicts(first), { api: "healthy", cache: "healthy" });
	await change(catalog("{ path: /nope, start_period: 3s, retries: 1 }"));
	const { plan } = await planned({ "smoke-jobs": "changed" });
	assert.deepEqual(why({ plan }, "api"), ["image unchanged, health check changed: smoke again"]);
	assert.deepEqual(why({ plan }, "cache"), ["nothing it is built from has changed"]);
	assert.deepEqual(
		plan.smokeMatrix?.include.map(({ service }) => service),
		["api"],
	);
	const second = await staged.run();
	assert.equal(second.rows.api?.digest, digestOf("api"), "the image is the same");
	assert.deepEqual(verdicts(second), { api: "unhealthy", cache: "skipped" });
	// A machine that is slow to start it says that nothing listens yet.
	assert.match(second.rows.api?.failure?.guess ?? "", /^(?:answers 404 at \/nope|nothing listens on port 8080)/);
	assert.notEqual(second.rows.api?.startedAt, undefined);
	assert.equal(second.exitCode, 1);
	const row = second.publish.services.find(({ service }) => service === "api");
	assert.deepEqual(row?.tags.map(({ tag, state }) => [tag, state]).at(-1), ["latest", "held"]);
	const again = await planned();
	assert.deepEqual(why(again, "api"), ["image unchanged, smoke failed before: smoke again"]);
});

test("a run removes the diagnosis that an earlier run left, and no other file", async () => {
	const logs = path.join(staged.out, "logs");
	const ours = path.join(logs, "api.diagnosis.txt");
	assert.ok(existsSync(ours));
	const others = [path.join(logs, "mine.diagnosis.txt"), path.join(logs, "notes.txt"), path.join(staged.out, "my.txt")];
	for (const file of others) await writeFile(file, "mine linux/amd64: my own notes\n");
	await change(tcp);
	const back = await staged.run();
	assert.deepEqual(verdicts(back), { api: "skipped", cache: "skipped" }, "the record of these checks is still there");
	assert.equal(back.exitCode, 0);
	assert.ok(!existsSync(ours));
	for (const file of others) assert.ok(existsSync(file), file);
});

test("a host port is not a check; the environment and needs are", async () => {
	await change(tcp.replace("18080:8080", "28080:8080"));
	assert.deepEqual(why(await planned(), "api"), ["nothing it is built from has changed"]);
	const changes: readonly (readonly [string, string])[] = [
		[catalog("{ tcp: 8080 }", ", env: { LEVEL: debug }"), "environment"],
		[tcp.replace(", needs: [cache]", ""), "needs"],
	];
	for (const [text, part] of changes) {
		await change(text);
		assert.deepEqual(why(await planned(), "api"), [`image unchanged, ${part} changed: smoke again`]);
	}
	await change(tcp);
});

test("a smoke.json of other checks gives no floating tag", async () => {
	await change(catalog("{ path: /health }"));
	await staged.repo.commit();
	const { documents } = await staged.start("publish");
	const row = documents.publish?.services.find(({ service }) => service === "api");
	assert.deepEqual(row?.tags.map(({ state }) => state).at(-1), "held");
	assert.match(row?.reason ?? "", /ran other checks than the catalog has now|smoke did not run/);
	await change(tcp);
});

test("a record of an older version is ignored and blocks nothing", async () => {
	const image = `${staged.prefix}/cache`;
	const ref = `${image}:${smokeRecordTag(digestOf("cache"))}`;
	const there = (await registry.manifest(ref)) ?? assert.fail("no record");
	const manifest = JSON.parse(new TextDecoder().decode(there.bytes));
	const old = {
		...manifest,
		artifactType: "application/vnd.lucid.smoke.v1+json",
		annotations: {
			"com.lucid.smoke.digest": digestOf("cache"),
			"com.lucid.smoke.verdict": "healthy",
			"org.opencontainers.image.revision": "a".repeat(40),
		},
	};
	await registry.putManifest(ref, Buffer.from(JSON.stringify(old)), manifest.mediaType, "smoke");
	assert.deepEqual(why(await planned(), "cache"), ["image unchanged, not smoked with these checks yet: smoke again"]);
});

test("what is needed is written down, and counts with `smoke: dependents` alone", async () => {
	const [proof] = await readSmokeRecords(registry, `${staged.prefix}/api`, digestOf("api"));
	assert.deepEqual(proof?.needs, { cache: digestOf("cache") });
	await staged.repo.write({ "cache/app/more.py": "\n" });
	const changed = await staged.run();
	assert.deepEqual(verdicts(changed), { api: "skipped", cache: "healthy" });
	const ask = { "smoke-jobs": "dependents" };
	assert.deepEqual(why(await planned(ask), "api"), ["image unchanged, what it needs changed: smoke again"]);
	const dependents = await staged.run({ smoke: "dependents" });
	assert.deepEqual(verdicts(dependents), { api: "healthy", cache: "skipped" });
	assert.deepEqual((await planned(ask)).plan.smokeMatrix?.include, []);
});

test("a record that another job wrote over in the same moment is written again", async () => {
	const service = first.plan.services.find(({ name }) => name === "api") ?? assert.fail();
	const digest = `sha256:${"7".repeat(64)}`;
	const proof = { ...proofOf(service), hash: "1".repeat(16) };
	const other = { ...proof, service: "other" };
	await writeSmokeRecord(registry, service.image, digest, other);
	const stale = (await registry.manifest(`${service.image}:${smokeRecordTag(digest)}`)) ?? assert.fail();
	let writes = 0;
	const raced: typeof registry = {
		...registry,
		async putManifest(ref, bytes, mediaType, owner) {
			const written = await registry.putManifest(ref, bytes, mediaType, owner);
			// The other job has read before that, and writes what it knows.
			if (writes++ === 0) await registry.putManifest(ref, stale.bytes, mediaType, owner);
			return written;
		},
	};
	await writeSmokeRecord(raced, service.image, digest, proof);
	const found = await readSmokeRecords(registry, service.image, digest);
	assert.deepEqual(found.map((one) => one.service).toSorted(), ["api", "other"]);
	await writeSmokeRecord(registry, service.image, digest, { ...proof, verdict: "unhealthy" });
	const [last, ...rest] = await readSmokeRecords(registry, service.image, digest);
	assert.deepEqual([last?.service, last?.verdict, rest.length], ["api", "unhealthy", 1], "the last word counts");
});
