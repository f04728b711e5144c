import assert from "node:assert/strict";
import { once } from "node:events";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { openEngineApi } from "../../src/adapters/docker/engine-api.ts";

/** A fake engine's socket. */
async function socketWith(answer: RequestListener) {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-api-"));
	const socket = path.join(folder, "docker.sock");
	const server = createServer(answer);
	await once(server.listen(socket), "listening");
	return {
		...{ folder, socket, server, address: `unix://${socket}` },
		[Symbol.asyncDispose]: async () => {
			server.closeAllConnections();
			await once(server.close(), "close");
			await rm(folder, { recursive: true });
		},
	};
}

test("a request has version, query and body; a response has any status and its text", async () => {
	const asked: unknown[] = [];
	await using engine = await socketWith(async (request, answer) => {
		const body = await request.toArray();
		asked.push([request.method, request.url, Buffer.concat(body).toString()]);
		answer.writeHead(409).end("no");
	});
	const api = openEngineApi(engine.address, {});
	const reply = await api({ method: "POST", path: "/x/exec", query: { a: "b c" }, body: { Cmd: ["é"] } });
	assert.deepEqual([reply.status, reply.text], [409, "no"]);
	await api({ method: "DELETE", path: "/x" });
	assert.deepEqual(asked, [
		["POST", "/v1.45/x/exec?a=b+c", '{"Cmd":["é"]}'],
		["DELETE", "/v1.45/x", ""],
	]);
});

test("a body is passed on in pieces until it is enough; an error response is text", async () => {
	await using engine = await socketWith((request, answer) => {
		if (request.url?.endsWith("/refused")) return void answer.writeHead(500).end("why");
		answer.write("one");
	});
	const api = openEngineApi(engine.address, {});
	const pieces: string[] = [];
	const onData = (chunk: Buffer, enough: () => void) => {
		pieces.push(chunk.toString());
		enough();
	};
	assert.equal((await api({ method: "GET", path: "/endless", onData })).status, 200);
	assert.equal((await api({ method: "GET", path: "/refused", onData })).text, "why");
	assert.deepEqual(pieces, ["one"]);
});

test("an abort rejects with its reason before the request, before the response and during it", async () => {
	await using engine = await socketWith((request, answer) => {
		if (request.url?.endsWith("/drip")) answer.write("one");
	});
	const api = openEngineApi(engine.address, {});
	for (const at of ["before", "/silent", "/drip"]) {
		const stop = new AbortController();
		const reason = new Error(at);
		if (at === "before") stop.abort(reason);
		const asked = api({ method: "GET", path: at, signal: stop.signal, onData: () => stop.abort(reason) });
		if (at === "/silent") setTimeout(() => stop.abort(reason), 50);
		await assert.rejects(asked, reason, at);
	}
});

test("a connection that the engine has closed is replaced", async () => {
	const connections = new Set<unknown>();
	await using engine = await socketWith((request, answer) => {
		connections.add(request.socket);
		answer.end("well");
		// Closes without a response, as an engine does with an idle connection.
		answer.on("finish", () => setTimeout(() => request.socket.destroy(), 20));
	});
	const api = openEngineApi(engine.address, {});
	for (let i = 0; i < 5; i++) {
		assert.equal((await api({ method: "GET", path: "/" })).text, "well");
		await new Promise((resolve) => setTimeout(resolve, 15 + i * 3));
	}
	assert.ok(connections.size > 1);
});

test("a missing engine and a response that breaks off are errors", async () => {
	await using engine = await socketWith((_, answer) => {
		answer.writeHead(200, { "content-length": 100 }).write("half");
		setTimeout(() => answer.destroy(), 20);
	});
	await assert.rejects(openEngineApi(engine.address, {})({ method: "GET", path: "/" }), { code: "ECONNRESET" });
	await assert.rejects(openEngineApi(`${engine.address}x`, {})({ method: "GET", path: "/" }), { code: "ENOENT" });
});

test("without a local socket the docker command connects", async () => {
	await using engine = await socketWith((request, answer) => {
		answer.end(`${request.method} ${request.url}`);
	});
	const bridge = `import { connect } from "node:net"; const s = connect(${JSON.stringify(engine.socket)}); process.stdin.pipe(s).pipe(process.stdout);`;
	const program = path.join(engine.folder, "docker");
	await writeFile(
		program,
		`#!/bin/sh\n[ "$*" = "system dial-stdio" ] && [ "$DOCKER_CONTEXT" = pi ] || { echo "no such engine" >&2; exit 1; }\nexec '${process.execPath}' --input-type=module -e '${bridge}'\n`,
	);
	await chmod(program, 0o755);
	const env = { PATH: `${engine.folder}:${process.env.PATH}` };
	const api = openEngineApi("tcp://pi:2376", { ...env, DOCKER_CONTEXT: "pi" });
	assert.equal((await api({ method: "GET", path: "/_ping" })).text, "GET /v1.45/_ping");
	await assert.rejects(openEngineApi("tcp://pi:2376", env)({ method: "GET", path: "/" }), /no such engine/);
	await assert.rejects(
		openEngineApi("", { PATH: `${engine.folder}/none` })({ method: "GET", path: "/" }),
		/cannot run docker/,
	);
});
