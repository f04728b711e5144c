import assert from "node:assert/strict";
import { test } from "node:test";
import { connectEngine } from "../../src/adapters/docker/connect-engine.ts";
import type { Docker } from "../../src/adapters/docker/docker.ts";
import { openSshTunnel, parseSshAddress } from "../../src/adapters/docker/ssh-tunnel.ts";

const signal = new AbortController().signal;
const context =
	(host: string): Docker =>
	async () => ({ exitCode: 0, stdout: `${host}\n`, stderr: "" });

for (const [address, host, publishedOn] of [
	["unix:///var/run/docker.sock", "127.0.0.1", "127.0.0.1"],
	["", "127.0.0.1", "127.0.0.1"],
	["npipe:////./pipe/docker_engine", "127.0.0.1", "127.0.0.1"],
	["tcp://localhost:2375", "127.0.0.1", "127.0.0.1"],
	["tcp://[::1]:2375", "127.0.0.1", "127.0.0.1"],
	["tcp://docker:2375", "docker", "0.0.0.0"],
	["tcp://10.0.0.7:2376", "10.0.0.7", "0.0.0.0"],
] as const)
	test(`the ports of ${address || "an engine that says nothing"} are reached at ${host}`, async () => {
		await using door = await connectEngine(context(address), {}, { env: { DOCKER_CONTEXT: "there" }, signal });
		assert.deepEqual([door.reach.host, door.reach.publishAddress], [host, publishedOn]);
	});

test("an address or a context overrides the environment", async () => {
	const seen: unknown[] = [];
	const docker: Docker = async (_, options) => {
		seen.push(options?.env);
		return { exitCode: 0, stdout: "unix:///x", stderr: "" };
	};
	await using host = await connectEngine(docker, { host: "tcp://a:1" }, { env: {}, signal });
	await host.docker(["info"]);
	await using named = await connectEngine(docker, { context: "pi" }, { env: { DOCKER_HOST: "tcp://b:1" }, signal });
	await named.docker(["info"]);
	assert.deepEqual(seen.at(0), { DOCKER_HOST: "tcp://a:1", DOCKER_CONTEXT: "" });
	assert.deepEqual(seen.at(-1), { DOCKER_HOST: "", DOCKER_CONTEXT: "pi" });
	await assert.rejects(
		connectEngine(docker, { host: "a", context: "b" }, { env: {}, signal }),
		/both select an engine/,
	);
});

test("an ssh address is parsed, with an optional path of the engine's socket", () => {
	assert.deepEqual(parseSshAddress("ssh://pi@raspberrypi"), {
		...{ name: "pi@raspberrypi", args: ["-l", "pi", "--", "raspberrypi"], socket: "/var/run/docker.sock" },
	});
	assert.deepEqual(parseSshAddress("ssh://192.168.0.75:2222/run/user/1000/docker.sock"), {
		...{ name: "192.168.0.75", args: ["-p", "2222", "--", "192.168.0.75"], socket: "/run/user/1000/docker.sock" },
	});
});

test("an ssh address that could be an option, or has a password, is refused", async () => {
	for (const address of [
		"ssh://-oProxyCommand=x",
		"ssh://-l@host",
		"ssh://pi:secret@host",
		"ssh://pi@ho st",
		"ssh://",
		"http://host",
		"ssh://host?x=y",
	])
		await assert.rejects(openSshTunnel(address, signal), { name: "UserError" }, address);
});
