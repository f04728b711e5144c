import assert from "node:assert/strict";
import { test } from "node:test";
import { type Exec, exec } from "../../src/adapters/process/exec.ts";
import { parseOptions } from "../../src/options/parse-options.ts";
import { stages } from "../../src/stages/stages.ts";
import { UserError } from "../../src/util/errors.ts";
import { makeRepo } from "../support/repo.ts";
import { quietWorld } from "./support.ts";

/** The error of a stage about the catalog, and the programs that it started before. */
async function refusal(stage: "plan" | "build" | "run", root: string) {
	const started = new Set<string>();
	const watched: Exec = (argv, options) => {
		started.add(argv[0]);
		return exec(argv, options);
	};
	const world = quietWorld(root, watched);
	const error = await stages[stage](parseOptions({}, world), world).then(
		() => assert.fail("it went on"),
		(thrown: unknown) => thrown,
	);
	assert.ok(error instanceof UserError);
	return { codes: error.problems.map(({ code }) => code), started: [...started] };
}

test("a missing catalog is an error, and no program is started", async () => {
	for (const stage of ["plan", "build", "run"] as const) {
		await using repo = await makeRepo({ "README.md": "nothing to build\n" });
		const without = await refusal(stage, repo.root);
		assert.deepEqual(without, { codes: ["catalog/unreadable"], started: [] });
		await repo.write({ "lucid.yml": "version: none\n" });
		const { codes, started } = await refusal(stage, repo.root);
		assert.notDeepEqual(codes, ["catalog/unreadable"]);
		assert.ok(started.includes("git"), `${stage} asks git while it reads`);
	}
});
