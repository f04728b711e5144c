import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { baseOf, shell } from "../dockerfile/bases.ts";
import { compare, sayFindings } from "../dockerfile/judge.ts";

/**
 * The judge is the real engine: generated projects are built before and after one change. More of them:
 * script/differential.
 */
test("the fingerprint changes when the image does, and almost never otherwise", async (t) => {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-fingerprint-"));
	t.after(() => rm(folder, { recursive: true, force: true }));
	const seed = Number(process.env.LUCID_DIFFERENTIAL_SEED ?? 0);
	const seeds = Array.from({ length: 300 }, (_, i) => seed + i);
	const found = await compare(seeds, { exec, folder, shell, baseOf, askEngine: 10 });
	t.diagnostic(`seed ${seed}; ${sayFindings(found)}`);
	const texts = (kind: string) => found.notable.filter((one) => one.kind === kind).map(({ text }) => text);
	assert.deepEqual(texts("missed"), [], "changes that would not have been built");
	assert.deepEqual(texts("refused by us"), [], "builds that work and were called impossible");
	assert.ok(found.counts.false <= 3, texts("false").join("\n"));
	assert.ok(found.counts.changed > 100 && found.counts.same > 75, sayFindings(found));
});
