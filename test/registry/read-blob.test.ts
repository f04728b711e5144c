import assert from "node:assert/strict";
import { test } from "node:test";
import type { BlobReader, RegistryError } from "../../src/adapters/registry/registry.ts";
import { sha256 } from "../../src/model/oci/manifest.ts";
import { reply, serve } from "./server.ts";

const bytes = Buffer.from("x".repeat(300_000));
const blob = { digest: sha256(bytes), size: bytes.length };

/** Readers that count their bytes and record how they ended. */
function readers(fault?: (taken: number) => Error | undefined) {
	const ended: string[] = [];
	const open = (): BlobReader<number> => {
		let taken = 0;
		return {
			take(chunk) {
				taken += chunk.length;
				const error = fault?.(taken);
				if (error) throw error;
				return taken > 100_000 ? new Promise((go) => setImmediate(go)) : undefined;
			},
			async end() {
				ended.push("end");
				return taken;
			},
			cancel: () => void ended.push("drop"),
		};
	};
	return { open, ended };
}

test("a blob is streamed to its end", async () => {
	await using server = await serve((_, response) => reply(response, 200, bytes));
	const { open, ended } = readers();
	assert.equal(await server.registry.readBlob(`${server.host}/a`, blob, open), bytes.length);
	assert.deepEqual(ended, ["end"]);
	assert.deepEqual(server.lines(), [`GET /v2/a/blobs/${blob.digest}`]);
});

test("after a broken connection a new reader starts from the beginning", async () => {
	let calls = 0;
	await using server = await serve((_, response) => {
		calls += 1;
		if (calls > 2) return reply(response, 200, bytes);
		response.writeHead(200, { "content-length": String(bytes.length) });
		response.write(bytes.subarray(0, 150_000), () => response.socket?.destroy());
	});
	const { open, ended } = readers();
	assert.equal(await server.registry.readBlob(`${server.host}/a`, blob, open), bytes.length);
	assert.deepEqual(ended, ["drop", "drop", "end"]);
});

test("a wrong digest, or more bytes than in the manifest, never ends successfully", async () => {
	await using server = await serve((_, response, { line }) =>
		reply(response, 200, line.includes("/a/") ? Buffer.from("y".repeat(300_000)) : Buffer.concat([bytes, bytes])),
	);
	for (const repository of ["a", "b"]) {
		const { open, ended } = readers();
		await assert.rejects(
			server.registry.readBlob(`${server.host}/${repository}`, blob, open),
			({ code }: RegistryError) => code === "registry/mismatch",
		);
		assert.deepEqual(ended, ["drop"]);
	}
});

test("a missing blob is reported, and errors of the reader are passed on", async () => {
	await using server = await serve((_, response, { line }) =>
		line.includes("/none/") ? reply(response, 404) : reply(response, 200, bytes),
	);
	const missing = server.registry.readBlob(`${server.host}/none`, blob, readers().open);
	await assert.rejects(missing, ({ code }: RegistryError) => code === "registry/not-found");
	const full = new Error("no archive");
	const { open, ended } = readers((taken) => (taken > 50_000 ? full : undefined));
	await assert.rejects(server.registry.readBlob(`${server.host}/a`, blob, open), full);
	assert.deepEqual(ended, ["drop"]);
	assert.equal(
		server.lines().filter((line) => line.includes("/a/")).length,
		1,
		"a reader's own error is not tried again",
	);
});
