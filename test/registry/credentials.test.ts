import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { dockerCredentials } from "../../src/adapters/registry/credentials.ts";
import type { UserError } from "../../src/util/errors.ts";

const base64 = (text: string) => Buffer.from(text).toString("base64");

async function configured(config: string, helper?: string) {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-config-"));
	await writeFile(path.join(folder, "config.json"), config);
	if (helper !== undefined) {
		await writeFile(path.join(folder, "docker-credential-lucidtest"), `#!/bin/sh\n${helper}\n`);
		await chmod(path.join(folder, "docker-credential-lucidtest"), 0o755);
	}
	const env = { DOCKER_CONFIG: folder };
	const withPath: typeof exec = ([file, ...args], options) =>
		exec([file.startsWith("docker-credential-lucidtest") ? path.join(folder, file) : file, ...args], options);
	return {
		ask: dockerCredentials({ exec: withPath, env }),
		exec: withPath,
		env,
		[Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
	};
}

test("auths are found under every key that docker login uses", async () => {
	const auths = {
		"https://index.docker.io/v1/": { auth: base64("hub:a:b") },
		"https://old.example/v2/": { auth: base64("old:pw") },
		"127.0.0.1:5000": { username: "u", password: "p" },
		"token.example": { identitytoken: "t" },
		"empty.example": {},
	};
	await using config = await configured(JSON.stringify({ auths }));
	const found = Promise.all(
		["docker.io", "old.example", "127.0.0.1:5000", "token.example", "empty.example", "other.example"].map(config.ask),
	);
	assert.deepEqual(await found, [
		{ kind: "password", username: "hub", password: "a:b" },
		{ kind: "password", username: "old", password: "pw" },
		{ kind: "password", username: "u", password: "p" },
		{ kind: "identity", token: "t" },
		undefined,
		undefined,
	]);
});

test("a helper gets the server name on stdin, and the user <token> means an identity token", async () => {
	const helper = `read host; case $host in
	*docker.io*) echo '{"Username":"hub","Secret":"s"}';; token*) echo '{"Username":"<token>","Secret":"t"}';;
	*) echo "credentials not found in native keychain"; exit 1;; esac`;
	await using config = await configured('{"credsStore":"lucidtest"}', helper);
	assert.deepEqual(await config.ask("docker.io"), { kind: "password", username: "hub", password: "s" });
	assert.deepEqual(await config.ask("token.example"), { kind: "identity", token: "t" });
	assert.equal(await config.ask("other.example"), undefined);
});

test("credHelpers apply to their own host only", async () => {
	const config = { credHelpers: { "a.example": "lucidtest" }, auths: { "b.example": { auth: base64("b:pw") } } };
	await using files = await configured(JSON.stringify(config), `echo '{"Username":"a","Secret":"s"}'`);
	assert.deepEqual(await files.ask("a.example"), { kind: "password", username: "a", password: "s" });
	assert.deepEqual(await files.ask("b.example"), { kind: "password", username: "b", password: "pw" });
	const hub = { credHelpers: { "https://index.docker.io/v1/": "lucidtest" } };
	await using own = await configured(JSON.stringify(hub), `echo '{"Username":"hub","Secret":"s"}'`);
	assert.deepEqual(await own.ask("docker.io"), { kind: "password", username: "hub", password: "s" });
});

test("a missing or broken helper is reported with the fix, without its output", async () => {
	await using missing = await configured('{"credsStore":"no-such-helper"}');
	await assert.rejects(missing.ask("a.example"), /install docker-credential-no-such-helper/);
	await using sly = await configured('{"credsStore":"../../bin/sh"}');
	await assert.rejects(sly.ask("a.example"), /invalid helper name/);
	await using broken = await configured('{"credsStore":"lucidtest"}', "echo canary-secret; exit 3");
	await assert.rejects(broken.ask("a.example"), (error: UserError) => {
		assert.match(error.message, /exited with 3/);
		assert.doesNotMatch(error.message, /canary/);
		return true;
	});
});

test("a helper that does not respond ends after a timeout, or with the run", async () => {
	await using config = await configured('{"credsStore":"lucidtest"}', "sleep 60");
	const slow = dockerCredentials({ exec: config.exec, env: config.env, helperMs: 200 });
	await assert.rejects(slow("a.example"), /did not respond within 0.2 s/);
	const stop = new AbortController();
	const asked = dockerCredentials({ exec: config.exec, env: config.env, signal: stop.signal })("a.example");
	stop.abort(new Error("enough"));
	await assert.rejects(asked, /enough/);
});

test("a config that is not JSON is reported by its file, without quoting it; no config means no credentials", async () => {
	await using config = await configured('{"auths": canary-secret');
	await assert.rejects(config.ask("a.example"), (error: UserError) => {
		assert.match(error.message, /config\.json: Docker's config is not a JSON object/);
		assert.doesNotMatch(error.message, /canary/);
		return true;
	});
	const none = dockerCredentials({ exec, env: { DOCKER_CONFIG: "/nowhere" } });
	assert.equal(await none("a.example"), undefined);
});
