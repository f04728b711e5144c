import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";

/** The log as GitHub's runner handles it: the commands it runs, and the visible lines with their group. */
async function played(mode: string) {
	const { stdout, exitCode, stderr } = await exec([
		process.execPath,
		path.join(import.meta.dirname, "play-log.ts"),
		mode,
	]);
	assert.equal(exitCode, 0, stderr);
	let token: string | undefined;
	let group: string | undefined;
	const groups: string[] = [];
	const seen: string[] = [];
	for (const line of stdout.trimEnd().split("\n")) {
		const [, command, value = ""] = /^::([a-z-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? [];
		if (token !== undefined) {
			if (line === `::${token}::`) token = undefined;
			else seen.push(`${group === undefined ? "" : "> "}${line}`);
		} else if (command === "stop-commands") token = value;
		else if (command === "group") {
			assert.equal(group, undefined, "groups do not nest");
			group = value;
			groups.push(value);
			seen.push(value);
		} else if (command === "endgroup") {
			assert.notEqual(group, undefined, "a group is closed once");
			group = undefined;
		} else assert.fail(`the runner obeys ${line}`);
	}
	assert.equal(group, undefined, "every group is closed");
	assert.equal(token, undefined, "commands work again");
	return { groups, seen: seen.map((line) => line.replace(/(done|failed) \S+ m?s/, "$1 1 ms")) };
}

test("each image has a group of its steps, which is closed after a failure too, with the failed steps unfolded below it", async () => {
	const { seen } = await played("auto");
	const steps = ["> (7 earlier lines not kept)", "> | ::warning::of a program", "> | ::endgroup::"];
	assert.deepEqual(
		seen.map((line) => line.replace(/^(>?) +/, (_, mark) => (mark === "" ? "" : "> "))),
		[
			"build    bad  failed 1 ms  exit code 1",
			"> 2.0s  RUN one",
			...steps,
			"> 1.0s  RUN two",
			"> | ::group::x",
			"> | boom",
			"1.0s  RUN two",
			"| ::group::x",
			"| boom",
			"build    good  done 1 ms  sha256:1f2e",
			"> 2.0s  RUN one",
			...steps,
			"smoke    good  failed  exited with 3",
			"diagnosis: /x",
		],
	);
});

test("with plain there are no groups, every line has its service first, and programs cannot run workflow commands", async () => {
	const { groups, seen } = await played("plain");
	assert.deepEqual(groups, []);
	assert.ok(seen.includes("build    good  #1 | ::warning::of a program"), seen.join("\n"));
	assert.ok(seen.includes("build    bad  #2 | ::group::of a program"));
	assert.ok(seen.includes("         1.0s  RUN two"), "what failed is shown again at its end");
});
