import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { test } from "node:test";
import { parseListeners, readListeners } from "../../src/stages/smoke/probes/listeners.ts";

for (const [host, file] of [
	["127.0.0.1", "tcp"],
	["0.0.0.0", "tcp"],
	["::1", "tcp6"],
	["::", "tcp6"],
] as const)
	test(`a server on ${host} is in the kernel's table`, { skip: process.platform !== "linux" }, async () => {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, host, resolve));
		const { port } = server.address() as AddressInfo;
		const listeners = parseListeners(await readFile(`/proc/self/net/${file}`, "utf8"));
		server.close();
		assert.deepEqual(
			listeners.filter((listener) => listener.port === port),
			[{ address: host, port }],
		);
	});

test("an IPv4-mapped IPv6 address is reported as IPv4", () => {
	const line = "  0: 0000000000000000FFFF00000100007F:1F90 00000000000000000000000000000000:0000 0A 0 0 0 0 0 0";
	assert.deepEqual(parseListeners(`head\n${line}\n`), [{ address: "127.0.0.1", port: 8080 }]);
});

test("a process of another container is not inspected", async () => {
	assert.equal(await readListeners({ pid: process.pid, id: "f".repeat(64) }), undefined);
	assert.equal(await readListeners({ pid: 0, id: "" }), undefined);
});
