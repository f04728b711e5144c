import assert from "node:assert/strict";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { missingSshAgents, readSecrets } from "../../src/stages/build/secrets.ts";
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
			{ id: "d", from: "env", env: "NPM_TOKEN" },
			{ id: "e", from: "env", env: "GONE" },
		],
	});
	const env = { BOTH: "from-env", THERE: "from-env-too", NPM_TOKEN: "of-another-service" };
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
		"secret d: builds may not read NPM_TOKEN; add it to build-secret-names",
		"secret e: GONE is unset or empty in build-secrets and in the environment; set it in build-secrets",
	]);
});

/** As a plan of another job may have them: the catalog refuses these names. */
const reserved = [
	...["ACTIONS_RUNTIME_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "MY_ID_TOKEN_URL", "COSIGN_PASSWORD", "RUNNER_TEMP"],
	...[
		"INPUT_REGISTRY-PASSWORD",
		"DOCKER_AUTH_CONFIG",
		"LUCID_BUILD_SECRET_OTHER",
		"GITHUB_ENV",
		"Actions_Runtime_Token",
	],
];
const everything = Object.fromEntries([...reserved, "GITHUB_TOKEN", "MY_GITHUB_TOKEN"].map((name) => [name, "/value"]));

test("no build reads a variable of the runner, of a login or of Lucid, also not from a plan of another job", async () => {
	const sources = [undefined, { values: new Map(Object.entries(everything)), names: new Set(reserved) }];
	for (const source of sources)
		for (const env of reserved) {
			const service = aService({ name: "api", secrets: [{ id: "x", from: "env", env }], ssh: [{ id: "y", env }] });
			const { missing, values } = await readSecrets(service, "/", everything, source);
			assert.deepEqual(values, [], env);
			assert.match(
				missing.join(),
				new RegExp(`^secret x: no build may read ${env}, a variable of .*; name a variable`),
			);
			assert.match(missingSshAgents(service, everything, source).join(), /^ssh y: no build may read/);
		}
});

test("the job's token is read only from the value that the workflow gives; other names with these words are free", async () => {
	const service = (env: string) => aService({ name: "api", secrets: [{ id: "x", from: "env", env }] });
	const given = { values: new Map([["GITHUB_TOKEN", "given"]]), names: new Set(["GITHUB_TOKEN"]) };
	assert.deepEqual((await readSecrets(service("GITHUB_TOKEN"), "/", everything, given)).values, ["given"]);
	for (const source of [
		undefined,
		{ values: new Map<string, string>() },
		{ ...given, values: new Map<string, string>() },
	]) {
		const { missing, values } = await readSecrets(service("GITHUB_TOKEN"), "/", everything, source);
		assert.deepEqual(values, []);
		assert.match(
			missing.join(),
			/only if the workflow gives its value: add `GITHUB_TOKEN=\$\{\{ secrets.GITHUB_TOKEN \}\}`/,
		);
	}
	assert.deepEqual((await readSecrets(service("MY_GITHUB_TOKEN"), "/", everything)).values, ["/value"]);
});

test("a secret file is a file of the repository, links followed: not of git, of the runner or of Docker", async () => {
	await using outside = await makeRepo({ "config.json": "{}" });
	await using repo = await makeRepo({ "keys/own": "own", "temp/event.json": "{}", "docker/config.json": "{}" });
	const link = (name: string, target: string) => symlink(target, path.join(repo.root, name));
	await mkdir(path.join(repo.root, "sub/.git"), { recursive: true });
	await writeFile(path.join(repo.root, "sub/.git/config"), "[http] extraheader");
	await Promise.all([link("environ", "/proc/self/environ"), link("config", path.join(outside.root, "config.json"))]);
	await Promise.all([link("token", "sub/.git/config"), link("event", "temp/event.json"), link("good", "keys/own")]);
	const env = { RUNNER_TEMP: path.join(repo.root, "temp"), DOCKER_CONFIG: path.join(repo.root, "docker") };
	const read = (file: string, around: Readonly<Record<string, string>> = env) =>
		readSecrets(aService({ name: "api", secrets: [{ id: "x", from: "file", file }] }), repo.root, around);
	for (const [file, why] of [
		["environ", /it is outside of the repository/],
		["config", /it is outside of the repository/],
		["../../../../../../proc/self/environ", /it is outside of the repository/],
		["token", /git may keep a token in it/],
		["sub/.git/config", /git may keep a token in it/],
		["event", /it belongs to the runner or to Docker/],
		["docker/config.json", /it belongs to the runner or to Docker/],
	] as const) {
		const { missing, values } = await read(file);
		assert.deepEqual(values, [], file);
		assert.match(missing.join(), why, file);
	}
	const ofEvent = { GITHUB_EVENT_PATH: path.join(repo.root, "temp/event.json") };
	assert.match((await read("temp/event.json", ofEvent)).missing.join(), /it belongs to the runner/);
	for (const file of ["good", "keys/own"]) assert.deepEqual((await read(file)).values, ["own"]);
	// The runner's folder around the repository does not count.
	assert.deepEqual((await read("good", { RUNNER_TEMP: path.dirname(repo.root) })).values, ["own"]);
	assert.match((await read("keys")).missing.join(), /the file keys cannot be read: EISDIR/);
});

test("an agent in another variable needs the allow-list, and the value of a variable is never in a message", () => {
	const service = aService({ name: "api", ssh: [{ id: "x", env: "NPM_TOKEN" }] });
	const env = { NPM_TOKEN: "npm_secret", SSH_AUTH_SOCK: "/dev/null" };
	const listed = { values: new Map<string, string>(), names: new Set(["NPM_TOKEN"]) };
	assert.deepEqual(missingSshAgents(service, env, { ...listed, names: new Set<string>() }), [
		"ssh x: builds may not read NPM_TOKEN; add it to build-secret-names",
	]);
	assert.deepEqual(missingSshAgents(service, env, listed), [
		"ssh x: NPM_TOKEN names a path, which does not exist; start an agent, or set NPM_TOKEN for this step",
	]);
	const usual = aService({ name: "api", ssh: [{ id: "default" }, { id: "y", env: "SSH_AUTH_SOCK" }] });
	assert.deepEqual(missingSshAgents(usual, env, { ...listed, names: new Set<string>() }), []);
});
