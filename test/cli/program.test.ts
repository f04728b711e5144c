import assert from "node:assert/strict";
import { test } from "node:test";
import { program } from "../../src/entrypoints/cli/program.ts";
import type { RawValues } from "../../src/options/parse-options.ts";

/** What a command line gives the stage. */
async function given(...argv: readonly string[]): Promise<readonly [stage: string, raw: RawValues]> {
	let seen: readonly [string, RawValues] | undefined;
	const lucid = program(async (stage, raw) => {
		seen = [stage, raw];
	});
	await lucid.parseAsync(argv, { from: "user" });
	return seen ?? assert.fail("no stage was started");
}

test("an option that was a flag still has its --no- form", async () => {
	const logOf = async (...argv: readonly string[]) => (await given("run", ...argv))[1]["sign-log"];
	assert.equal(await logOf(), undefined);
	assert.equal(await logOf("--no-sign-log"), "off");
	assert.equal(await logOf("--sign-log", "public"), "public");
	assert.equal(await logOf("--sign-log=true"), "true");
});
