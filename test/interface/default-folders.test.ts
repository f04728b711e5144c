import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { compileCacheFolder, defaultOutFolder } from "../../src/options/default-folders.ts";

const job = { GITHUB_ACTIONS: "true", RUNNER_TEMP: "/job", HOME: "/home/me" };

test("in a job all folders are in the job's temporary folder, else in the cache folder", () => {
	assert.equal(defaultOutFolder(job, "/repo/lucid.yml"), "/job/lucid");
	assert.equal(compileCacheFolder(job), "/job/compiled");
	assert.match(defaultOutFolder({ LUCID_CACHE: "/cache" }, "/repo/lucid.yml"), /^\/cache\/out\/repo-[0-9a-f]{8}$/);
	assert.equal(compileCacheFolder({ LUCID_CACHE: "/cache" }), "/cache/compiled");
});

test("a start writes the compile cache and nothing else", async (t) => {
	const cache = await mkdtemp(path.join(tmpdir(), "lucid-out-"));
	t.after(() => rm(cache, { recursive: true }));
	const lucid = path.join(import.meta.dirname, "../../dist/lucid.js");
	await promisify(execFile)(process.execPath, [lucid, "--version"], { env: { ...process.env, LUCID_CACHE: cache } });
	assert.deepEqual(await readdir(cache), ["compiled"]);
	const kept = await readdir(cache, { recursive: true });
	assert.ok(kept.length > 2, kept.join(" "));
});
