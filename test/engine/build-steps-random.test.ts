import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { docker } from "../build/engine-build.ts";
import { privateBuilder } from "../build/private-builder.ts";
import { baseOf, shell } from "../dockerfile/bases.ts";
import { compareSteps } from "../dockerfile/compare-steps.ts";

/** Many more: script/differential --steps CASES. */
const cases = 20;

test("after a random change to a random project, the next commit runs the steps that plain BuildKit runs", async () => {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-steps-"));
	await using ours = await privateBuilder();
	await using plain = await privateBuilder();
	try {
		const seeds = Array.from({ length: cases }, (_, i) => i);
		const found = await compareSteps(seeds, { docker, ours, plain, folder, shell, baseOf });
		assert.deepEqual(found.different, []);
		assert.ok(found.compared > cases / 2 && found.ran > 0 && found.cached > 0, JSON.stringify(found));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});
