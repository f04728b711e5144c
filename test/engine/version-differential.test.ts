import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { baseOf, shell } from "../dockerfile/bases.ts";
import { compareVersions, sayVersions } from "../dockerfile/versions.ts";

/**
 * The judge is the real engine: generated Dockerfiles are built for a branch and for a release. More of them:
 * script/differential --versions.
 */
test("a release is never served with a branch's image that differs from its own", async (t) => {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-versions-"));
	t.after(() => rm(folder, { recursive: true, force: true }));
	const seeds = Array.from({ length: 50 }, (_, i) => i);
	const found = await compareVersions(seeds, { exec, folder, shell, baseOf });
	t.diagnostic(sayVersions(found));
	assert.deepEqual(
		found.filter(({ kind }) => kind === "missed").map(({ text }) => text),
		[],
	);
	const count = (kind: string) => found.filter((one) => one.kind === kind).length;
	assert.ok(count("changed") > 8 && count("same") > 15, sayVersions(found));
});
