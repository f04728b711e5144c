import assert from "node:assert/strict";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { temporaryFolder } from "../support/repo.ts";

const root = path.join(import.meta.dirname, "../..");
const lint = (...files: string[]) => exec([path.join(root, "script/lint-workflows"), ...files], { cwd: root });

test("zizmor at its pedantic persona and actionlint have nothing against any workflow or action here", async () => {
	const { exitCode, stdout, stderr } = await lint();
	assert.equal(exitCode, 0, stdout + stderr);
});

const good = `name: good
on:
  push:
    branches: [main]
permissions: {}
concurrency:
  group: good-\${{ github.ref }}
  cancel-in-progress: true
jobs:
  one:
    name: one
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: echo hello
`;

const bad: Readonly<Record<string, readonly [string, string, RegExp]>> = {
	"an expression in a script": ["echo hello", `echo \${{ github.event.head_commit.message }}`, /template-injection/],
	"an action by tag": ["- run: echo hello", "- uses: docker/login-action@v3", /unpinned-uses/],
	"permissions for all jobs": ["permissions: {}", "permissions:\n  contents: write", /excessive-permissions/],
	"a step that is none": ["run: echo hello", "rum: echo hello", /step|rum/],
	"a context that is not there": ["echo hello", `echo \${{ steps.gone.outputs.x }}`, /gone/],
};

test("they do look: each finds what is wrong with a bad workflow, and nothing with a good one", async () => {
	const folder = await temporaryFolder();
	const file = path.join(folder, "workflow.yml");
	try {
		await writeFile(file, good);
		const clean = await lint(file);
		assert.equal(clean.exitCode, 0, clean.stdout + clean.stderr);
		for (const [name, [from, to, told]] of Object.entries(bad)) {
			await writeFile(file, good.replace(from, to));
			const { exitCode, stdout, stderr } = await lint(file);
			assert.equal(exitCode, 1, name);
			assert.match(stdout + stderr, told, name);
		}
	} finally {
		await rm(folder, { recursive: true });
	}
});
