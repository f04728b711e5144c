import assert from "node:assert/strict";
import { test } from "node:test";
import type { RegistryError } from "../../src/adapters/registry/registry.ts";
import { sha256 } from "../../src/model/oci/manifest.ts";
import { errorBody, reply, serve } from "./server.ts";

const bytes = Buffer.from("x".repeat(300_000));
const digest = sha256(bytes);
const blob = { digest, size: bytes.length };

/** A registry for blobs alone, that goes wrong as the test says: `fault` answers in its place where it returns true. */
async function blobServer(
	own: {
		readonly mounts?: boolean;
		readonly fault?: (line: string, reply: (status: number, body?: string) => void, destroy: () => void) => boolean;
	} = {},
) {
	const blobs = new Set<string>();
	let uploads = 0;
	const server = await serve((request, response, { line, body }) => {
		if (
			own.fault?.(
				line,
				(status, said) => reply(response, status, said),
				() => request.socket.destroy(),
			)
		)
			return;
		const url = new URL(request.url ?? "", "http://x");
		const [, repository = "", name = ""] = /^\/v2\/(.+)\/blobs\/(.*)$/.exec(url.pathname) ?? [];
		if (request.method === "POST") {
			const from = `${url.searchParams.get("from")} ${url.searchParams.get("mount")}`;
			if (!own.mounts || !blobs.has(from))
				return reply(response, 202, "", { location: `/v2/${repository}/blobs/uploads/${++uploads}` });
			blobs.add(`${repository} ${url.searchParams.get("mount")}`);
			return reply(response, 201);
		}
		if (request.method === "PUT") {
			const wanted = url.searchParams.get("digest") ?? "";
			if (sha256(Buffer.from(body)) !== wanted) return reply(response, 400, errorBody("DIGEST_INVALID", "no"));
			blobs.add(`${repository} ${wanted}`);
			return reply(response, 201);
		}
		return blobs.has(`${repository} ${name}`) ? reply(response, 200, bytes) : reply(response, 404);
	});
	return Object.assign(server, { blobs });
}

const calls = (lines: readonly string[]) => lines.map((line) => line.replace(/[?].*/, "").replace(digest, "D"));

test("a blob is mounted from another repository of the same registry", async () => {
	await using server = await blobServer({ mounts: true });
	server.blobs.add(`a ${digest}`);
	const copy = () => server.registry.copyBlob(`${server.host}/a`, `${server.host}/b`, blob);
	assert.deepEqual([await copy(), await copy()], ["mounted", "present"]);
	assert.deepEqual(calls(server.lines()), ["HEAD /v2/b/blobs/D", "POST /v2/b/blobs/uploads/", "HEAD /v2/b/blobs/D"]);
});

test("without mounting, or support for it, the blob is streamed", async () => {
	for (const refuse of [false, true]) {
		await using server = await blobServer({
			fault: (line, answer) => {
				if (!refuse || !line.includes("mount=")) return false;
				answer(405, errorBody("UNSUPPORTED", "no mounts"));
				return true;
			},
		});
		server.blobs.add(`a ${digest}`);
		let came = 0;
		const onChunk = (length: number) => {
			came += length;
		};
		const copied = { ...blob, onChunk };
		assert.equal(await server.registry.copyBlob(`${server.host}/a`, `${server.host}/b`, copied), "streamed");
		assert.ok(server.blobs.has(`b ${digest}`));
		assert.equal(came, blob.size);
	}
});

test("between registries a blob is streamed; after a break on either side it starts again", async () => {
	let broken = 0;
	const breaking = (method: string) => ({
		fault: (line: string, _: unknown, destroy: () => void) => {
			if (!line.startsWith(method) || broken++ > 0) return false;
			destroy();
			return true;
		},
	});
	for (const method of ["GET", "PUT"]) {
		broken = 0;
		await using one = await blobServer(method === "GET" ? breaking("GET") : {});
		await using two = await blobServer(method === "PUT" ? breaking("PUT") : {});
		one.blobs.add(`a ${digest}`);
		assert.equal(await two.registry.copyBlob(`${one.host}/a`, `${two.host}/b`, blob), "streamed");
		assert.ok(two.blobs.has(`b ${digest}`), method);
	}
});

test("content with a wrong digest is not passed on, and reported", async () => {
	await using one = await blobServer();
	await using two = await blobServer();
	const other = sha256(Buffer.from("something else"));
	one.blobs.add(`a ${other}`);
	const copy = two.registry.copyBlob(`${one.host}/a`, `${two.host}/b`, { digest: other, size: bytes.length });
	await assert.rejects(copy, (error: RegistryError) => error.code === "registry/mismatch");
	assert.deepEqual([...two.blobs], []);
});

test("a blob that two clients push to a new repository arrives despite DIGEST_INVALID", async () => {
	let wrong = 2;
	await using server = await blobServer({
		fault: (line, answer) => {
			if (!line.startsWith("PUT") || wrong-- <= 0) return false;
			answer(400, errorBody("DIGEST_INVALID", "provided digest did not match uploaded content"));
			return true;
		},
	});
	assert.equal((await server.registry.putBlob(`${server.host}/a`, bytes)).digest, digest);
	assert.ok(server.blobs.has(`a ${digest}`));
	wrong = 100;
	await assert.rejects(server.registry.putBlob(`${server.host}/b`, bytes), /DIGEST_INVALID/);
});

test("an upload with a lost response or session is checked and started again", async () => {
	let lost = 1;
	await using server = await blobServer({
		fault: (line, answer) => {
			if (!line.startsWith("PUT") || lost-- <= 0) return false;
			answer(404, errorBody("BLOB_UPLOAD_UNKNOWN", "gone"));
			return true;
		},
	});
	assert.equal((await server.registry.putBlob(`${server.host}/a`, bytes)).digest, digest);
});
