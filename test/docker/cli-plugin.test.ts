import assert from "node:assert/strict";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { dockerWithDirectPlugins, findPlugin, pluginVersion } from "../../src/adapters/docker/cli-plugin.ts";
import { defaultEngineAddress } from "../../src/adapters/docker/client-config.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { temporaryFolder } from "../support/repo.ts";

const signal = new AbortController().signal;
let folder = "";
const at = (name: string) => path.join(folder, name);

before(async () => {
	folder = await temporaryFolder();
	for (const name of ["bin", "script", "own/cli-plugins", "extra"]) await mkdir(at(name), { recursive: true });
	// A program, as docker is one; what it is does not matter here.
	await copyFile("/bin/true", at("bin/docker"));
	await writeFile(at("script/docker"), '#!/bin/sh\necho "wrapped $*"\n', { mode: 0o755 });
	await writeFile(at("own/config.json"), JSON.stringify({ cliPluginsExtraDirs: [at("extra")] }));
	const plugin = '#!/bin/sh\n[ "$1" = docker-cli-plugin-metadata ] && echo \'{"Version":"v1.2.3"}\' && exit\n';
	const said = 'echo "$0 $* for $DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND in $LUCID_WHERE"\n';
	await writeFile(at("own/cli-plugins/docker-buildx"), plugin + said, { mode: 0o755 });
	await writeFile(at("extra/docker-buildx"), plugin + said, { mode: 0o755 });
	await writeFile(at("extra/docker-compose"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
});
after(() => rm(folder, { recursive: true }));

const env = () => ({ PATH: at("bin"), DOCKER_CONFIG: at("own"), LUCID_WHERE: "here" });

test("a plugin is started as docker would: from the user's folder first, then from configured ones", async () => {
	assert.equal(await findPlugin("buildx", env()), at("own/cli-plugins/docker-buildx"));
	assert.equal(await findPlugin("compose", env()), at("extra/docker-compose"));
	const { stdout, exitCode } = await dockerWithDirectPlugins(exec)(["buildx", "bake", "--print"], { env: env() });
	assert.deepEqual(
		[stdout, exitCode],
		[`${at("own/cli-plugins/docker-buildx")} buildx bake --print for docker in here\n`, 0],
	);
	const other = await dockerWithDirectPlugins(exec)(["info"], { env: env() });
	assert.deepEqual([other.stdout, other.exitCode], ["", 0], "what is not a plugin goes to docker");
});

test("docker is called if it is a script or its plugins are not found", async () => {
	const wrapped = { ...env(), PATH: `${at("script")}:${process.env.PATH}` };
	assert.equal(await findPlugin("buildx", wrapped), undefined);
	assert.equal((await dockerWithDirectPlugins(exec)(["buildx", "ls"], { env: wrapped })).stdout, "wrapped buildx ls\n");
	assert.equal(await findPlugin("scout", env()), undefined);
	assert.equal(await findPlugin("buildx", { ...env(), PATH: at("nowhere") }), undefined);
});

test("the version of a plugin comes from its metadata", async () => {
	assert.equal(await pluginVersion(exec, "buildx", env(), signal), "v1.2.3");
	assert.equal(await pluginVersion(exec, "compose", env(), signal), undefined);
});

test("the engine's address is known unless a context is selected", async () => {
	const none = { DOCKER_CONFIG: at("nowhere") };
	assert.equal(await defaultEngineAddress({ ...none, DOCKER_HOST: "tcp://a:1", DOCKER_CONTEXT: "pi" }), "tcp://a:1");
	assert.equal(await defaultEngineAddress({ ...none, DOCKER_CONTEXT: "pi" }), undefined);
	assert.equal(await defaultEngineAddress({ ...none, DOCKER_CONTEXT: "default" }), "unix:///var/run/docker.sock");
	assert.equal(await defaultEngineAddress(none), "unix:///var/run/docker.sock");
	await writeFile(at("own/config.json"), JSON.stringify({ currentContext: "desktop" }));
	assert.equal(await defaultEngineAddress(env()), undefined);
});
