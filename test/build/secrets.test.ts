import assert from "node:assert/strict";
import { test } from "node:test";
import { readSecrets, redactor } from "../../src/stages/build/secrets.ts";
import { aService } from "../support/documents.ts";
import { makeRepo } from "../support/repo.ts";

test("secrets are read from the places in the catalog, and each missing one is named", async () => {
	await using repo = await makeRepo({ "keys/one": "from-a-file\n" });
	const service = aService({
		name: "api",
		secrets: [
			{ id: "a", from: "env", env: "THERE" },
			{ id: "b", from: "env", env: "GONE" },
			{ id: "e", from: "env", env: "EMPTY" },
			{ id: "c", from: "file", file: "keys/one" },
			{ id: "d", from: "file", file: "keys/two" },
		],
	});
	const { missing, values } = await readSecrets(service, repo.root, { THERE: "from-env", EMPTY: "" });
	assert.deepEqual(values, ["from-env", "from-a-file\n"]);
	assert.deepEqual(missing, [
		"secret b: GONE is unset or empty; set it in the environment of this step",
		"secret e: EMPTY is unset or empty; set it in the environment of this step",
		"secret d: the file keys/two does not exist",
	]);
});

test("a passed value overrides the environment's, and builds read only listed names", async () => {
	const service = aService({
		name: "api",
		secrets: [
			{ id: "a", from: "env", env: "HANDED" },
			{ id: "b", from: "env", env: "BOTH" },
			{ id: "c", from: "env", env: "THERE" },
			{ id: "d", from: "env", env: "ACTIONS_RUNTIME_TOKEN" },
			{ id: "e", from: "env", env: "GONE" },
		],
	});
	const env = { BOTH: "from-env", THERE: "from-env-too", ACTIONS_RUNTIME_TOKEN: "of-the-runner" };
	const source = {
		values: new Map([
			["HANDED", "handed"],
			["BOTH", "handed-too"],
		]),
		names: new Set(["HANDED", "BOTH", "THERE", "GONE"]),
	};
	const { missing, values } = await readSecrets(service, "/", env, source);
	assert.deepEqual(values, ["handed", "handed-too", "from-env-too"]);
	assert.deepEqual(missing, [
		"secret d: builds may not read ACTIONS_RUNTIME_TOKEN; add it to build-secret-names",
		"secret e: GONE is unset or empty in build-secrets and in the environment; set it in build-secrets",
	]);
});

test("secrets are redacted whole and line by line, the longest first", () => {
	const strike = redactor(["hunter2hunter2", "hunter2", "-----BEGIN-----\nabcdef\n", "ab"]);
	assert.equal(strike("hunter2hunter2 and hunter2, abcdef, ab"), "*** and ***, ***, ab");
});

test("terminal escapes are removed first, because a secret could hide in them", () => {
	const strike = redactor(["hunter2"]);
	assert.equal(strike("\x1b[31mred\x1b[0m \x1b]0;title\x07\u202eabc\x00\tü\n"), "red abc\tü\n");
	assert.equal(strike("hun\x1b[0mter2"), "***");
	assert.equal(strike("hun\x9b0mter2 \x85"), "*** ");
});
