import assert from "node:assert/strict";
import { test } from "node:test";
import type { Docker } from "../../src/adapters/docker/docker.ts";
import { openEngine } from "../../src/adapters/docker/endpoint.ts";
import { openSsh, readDestination } from "../../src/adapters/docker/ssh.ts";
import { reachHost } from "../../src/stages/smoke/probes/reach-host.ts";

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
		await using door = await openEngine(context(address), {}, { env: { DOCKER_CONTEXT: "there" }, signal, reachHost });
		assert.deepEqual([door.reach.host, door.reach.address], [host, publishedOn]);
	});

test("an address, or a context, undoes what the environment says", async () => {
	const seen: unknown[] = [];
	const docker: Docker = async (_, options) => {
		seen.push(options?.env);
		return { exitCode: 0, stdout: "unix:///x", stderr: "" };
	};
	await using host = await openEngine(docker, { host: "tcp://a:1" }, { env: {}, signal, reachHost });
	await host.docker(["info"]);
	await using named = await openEngine(
		docker,
		{ context: "pi" },
		{ env: { DOCKER_HOST: "tcp://b:1" }, signal, reachHost },
	);
	await named.docker(["info"]);
	assert.deepEqual(seen.at(0), { DOCKER_HOST: "tcp://a:1", DOCKER_CONTEXT: "" });
	assert.deepEqual(seen.at(-1), { DOCKER_HOST: "", DOCKER_CONTEXT: "pi" });
	await assert.rejects(
		openEngine(docker, { host: "a", context: "b" }, { env: {}, signal, reachHost }),
		/both say which engine/,
	);
});

test("an address for ssh is read; the engine's socket may be in it", () => {
	assert.deepEqual(readDestination("ssh://pi@raspberrypi"), {
		...{ name: "pi@raspberrypi", args: ["-l", "pi", "--", "raspberrypi"], socket: "/var/run/docker.sock" },
	});
	assert.deepEqual(readDestination("ssh://192.168.0.75:2222/run/user/1000/docker.sock"), {
		...{ name: "192.168.0.75", args: ["-p", "2222", "--", "192.168.0.75"], socket: "/run/user/1000/docker.sock" },
	});
});

test("what could be an option to ssh, or holds a password, is refused", async () => {
	for (const address of [
		"ssh://-oProxyCommand=x",
		"ssh://-l@host",
		"ssh://pi:secret@host",
		"ssh://pi@ho st",
		"ssh://",
		"http://host",
		"ssh://host?x=y",
	])
		await assert.rejects(openSsh(address, signal), { name: "UserError" }, address);
});
