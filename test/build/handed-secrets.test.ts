import assert from "node:assert/strict";
import { test } from "node:test";
import { linesToMask, parseBuildSecrets, textsToMask } from "../../src/options/build-secrets.ts";
import { UserError } from "../../src/util/errors.ts";

/** The problems of a text, with why and fix. */
function problemsOf(text: string | undefined, names: readonly string[] = ["*"], env = {}): readonly string[] {
	try {
		parseBuildSecrets(text, names, env);
		return [];
	} catch (error) {
		assert.ok(error instanceof UserError);
		for (const { code } of error.problems) assert.equal(code, "options/build-secrets");
		return error.problems.map(({ message, why = "", fix = "" }) => `${message}; ${why}; ${fix}`);
	}
}

const key = "-----BEGIN KEY-----\nline-one\nx\n-----END KEY-----\n";

test("a JSON object gives its strings with all their lines; only listed names are kept", () => {
	const all = { NPM_TOKEN: "npm_1", KEY: key, github_token: "ghs_1", BLANK: "", UNSET: null };
	const { values, names } = parseBuildSecrets(JSON.stringify(all), ["NPM_TOKEN", "KEY", "BLANK", "UNSET"], {});
	assert.deepEqual(Object.fromEntries(values), { NPM_TOKEN: "npm_1", KEY: key });
	assert.deepEqual([...(names ?? [])], ["NPM_TOKEN", "KEY", "BLANK", "UNSET"]);
});

test("lines of NAME=value give the rest of each line unchanged", () => {
	const { values } = parseBuildSecrets("A=one=two \r\n\n  B= #x\nC=\n", ["A", "B", "C"], {});
	assert.deepEqual(Object.fromEntries(values), { A: "one=two ", B: " #x" });
});

test("`*` allows every name, `none` none; without names, on GitHub none and elsewhere all", () => {
	const onGitHub = { GITHUB_ACTIONS: "true" };
	const read = (text: string | undefined, names: readonly string[], env = {}) => parseBuildSecrets(text, names, env);
	assert.deepEqual(read(undefined, ["*"], onGitHub), { values: new Map() });
	assert.deepEqual(read("A=1", ["*"], onGitHub), { values: new Map([["A", "1"]]) });
	for (const env of [onGitHub, {}]) assert.deepEqual(read(undefined, ["none"], env).names, new Set());
	assert.deepEqual(read(undefined, [], onGitHub).names, new Set());
	assert.deepEqual(read("A=1", []), { values: new Map([["A", "1"]]) });
	for (const names of [["none"], []])
		assert.match(problemsOf("A=1", names, onGitHub).join(), /build-secret-names is missing.*list the names/);
});

test("the list cannot allow what no build may read, and the job's token only by its name", () => {
	for (const name of ["ACTIONS_RUNTIME_TOKEN", "COSIGN_PASSWORD", "INPUT_LOGINS", "RUNNER_TEMP", "A_ID_TOKEN_B"])
		assert.match(
			problemsOf(undefined, [name]).join(),
			new RegExp(`no build may read ${name}, a variable of .*; remove it`),
		);
	const all = JSON.stringify({ github_token: "ghs_1", NPM_TOKEN: "npm_1" });
	const names = (list: readonly string[], text = all) => [...parseBuildSecrets(text, list, {}).values.keys()];
	assert.deepEqual(names(["*"]), ["NPM_TOKEN"]);
	assert.deepEqual(names([]), ["NPM_TOKEN"]);
	assert.deepEqual(names(["GITHUB_TOKEN"], "GITHUB_TOKEN=ghs_1"), ["GITHUB_TOKEN"]);
	assert.deepEqual(names(["NPM_TOKEN", "MY_GITHUB_TOKEN"], "NPM_TOKEN=a\nMY_GITHUB_TOKEN=b"), [
		"NPM_TOKEN",
		"MY_GITHUB_TOKEN",
	]);
});

test("all problems are reported together by line, and none quotes a value", () => {
	const lines = problemsOf("A=1\nhunter2\nA=hunter2\n9hunter2=x", ["A", "no name"]);
	assert.deepEqual(
		lines.map((line) => line.split(";")[0]),
		[
			"build-secrets: line 2 is not NAME=value",
			"build-secrets: line 3 sets A again",
			"build-secrets: line 4 is not NAME=value",
			'build-secret-names: invalid name "no name"',
		],
	);
	const json = problemsOf('{"A": 1, "B": ["hunter2"], "hunter2 x": "y"}');
	assert.equal(json.length, 3);
	const broken = problemsOf(`{"KEY": "hunter2\nhunter2"}`);
	assert.match(broken.join(), /not valid JSON.*toJSON/);
	for (const text of [...lines, ...json, ...broken]) assert.doesNotMatch(text, /hunter2/);
});

test("every value is masked, line by line, except lines below four characters", () => {
	assert.deepEqual(linesToMask("abc"), []);
	assert.deepEqual(linesToMask("abcd"), ["abcd"]);
	assert.deepEqual(linesToMask("\r\nabcd\r\n}\n  efgh \nxyz"), ["abcd", "efgh"]);
	assert.deepEqual(textsToMask(JSON.stringify({ A: "x", B: key, C: "" })), [
		"-----BEGIN KEY-----",
		"line-one",
		"-----END KEY-----",
	]);
	assert.deepEqual(textsToMask("A=one two\nB=\nC=x"), ["one two"]);
});

test("invalid input is masked as a whole: a secret may be anywhere in it", () => {
	assert.deepEqual(textsToMask('{"A": "hunter2'), ['{"A": "hunter2']);
	assert.deepEqual(textsToMask("A=hunter2\nhunter3"), ["hunter2", "A=hunter2", "hunter3"]);
	assert.ok(textsToMask('{"A": {"B": "hunter2"}}').some((text) => text.includes("hunter2")));
});
