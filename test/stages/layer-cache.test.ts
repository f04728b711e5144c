import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { openLayerCache } from "../../src/stages/verify/layer-cache.ts";
import type { LayerContent } from "../../src/stages/verify/layers/layer-content.ts";

let home = "";
beforeEach(async () => {
	home = await mkdtemp(path.join(tmpdir(), "lucid-test-"));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const digest = `sha256:${"a".repeat(64)}`;
const layer: LayerContent = {
	entries: [
		["app", { kind: "folder" }],
		["app/run", { kind: "file", mode: 0o755, uid: 0, gid: 0, size: 3, program: { kind: "other" } }],
	],
	removed: ["old"],
	emptied: [],
	size: 2048,
};
const folder = () => path.join(home, "layer-contents");

test("the contents of a layer are kept between runs", async () => {
	await openLayerCache({ LUCID_CACHE: home }).write(digest, layer);
	assert.deepEqual(await openLayerCache({ LUCID_CACHE: home }).read(digest), layer);
	assert.equal(await openLayerCache({ LUCID_CACHE: home }).read(`sha256:${"b".repeat(64)}`), undefined);
});

test("a job on GitHub uses only what the same job has kept", async () => {
	await openLayerCache({ LUCID_CACHE: home }).write(digest, layer);
	const job = path.join(home, "job");
	const env = { LUCID_CACHE: home, GITHUB_ACTIONS: "true", RUNNER_TEMP: job };
	assert.equal(await openLayerCache(env).read(digest), undefined);
	await openLayerCache(env).write(digest, layer);
	assert.deepEqual(await openLayerCache(env).read(digest), layer);
});

test("a damaged file and a folder that cannot be written do not fail", async () => {
	const cache = openLayerCache({ LUCID_CACHE: home });
	await cache.write(digest, layer);
	const [file = ""] = await readdir(folder());
	await truncate(path.join(folder(), file), 20);
	assert.equal(await cache.read(digest), undefined);
	await writeFile(path.join(home, "taken"), "");
	const nowhere = openLayerCache({ LUCID_CACHE: path.join(home, "taken") });
	await nowhere.write(digest, layer);
	assert.equal(await nowhere.read(digest), undefined);
});

test("the layers that were not used for longest are removed when the folder is full", async () => {
	await openLayerCache({ LUCID_CACHE: home }).write(digest, layer);
	for (const [name, age] of [
		["older", 2],
		["newer", 1],
	] as const) {
		const file = path.join(folder(), name);
		await writeFile(file, "");
		await truncate(file, 100 << 20);
		const day = Date.now() / 1000 - age * 86_400;
		await utimes(file, day, day);
	}
	const cache = openLayerCache({ LUCID_CACHE: home });
	await cache.write(`sha256:${"b".repeat(64)}`, layer);
	assert.deepEqual(await cache.read(digest), layer);
	assert.deepEqual(
		(await readdir(folder())).filter((name) => !name.startsWith("sha256")),
		["newer"],
	);
});
