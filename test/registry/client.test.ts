import assert from "node:assert/strict";
import { test } from "node:test";
import { mediaTypes, type RegistryError, sha256 } from "../../src/registry/registry.ts";
import { readRetryAfter, retryDelay } from "../../src/registry/retry.ts";
import { errorBody, manifestType, reply, serve } from "./server.ts";

const config = { mediaType: mediaTypes.empty, digest: sha256(Buffer.from("{}")), size: 2 };
const body = JSON.stringify({ schemaVersion: 2, mediaType: manifestType, config, layers: [] });
const digest = sha256(Buffer.from(body));
const good = { "content-type": manifestType, "docker-content-digest": digest };

const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => "fine",
		(error: RegistryError) => error.code,
	);

test("429 and server errors are retried until they pass", async () => {
	const statuses = [429, 502, 503, 500, 504, 200];
	await using server = await serve((_, response) => reply(response, statuses.shift() ?? 200, body, good));
	assert.equal((await server.registry.manifest(`${server.host}/a:b`))?.descriptor.digest, digest);
	assert.equal(server.seen.length, 6);
});

test("failures that last end after six tries, with the host, the call and what was said", async () => {
	await using server = await serve((_, response) =>
		reply(response, 503, errorBody("UNAVAILABLE", "on \u001b[31mfire")),
	);
	await assert.rejects(server.registry.manifest(`${server.host}/a/b:c`), (error: RegistryError) => {
		assert.equal(error.code, "registry/unavailable");
		assert.match(error.message, new RegExp(`${server.host} is failing: GET manifests/c of a/b`));
		assert.match(error.message, /503 UNAVAILABLE: on {2}\[31mfire, 6 tries/);
		return true;
	});
	assert.equal(server.seen.length, 6);
});

test("a Retry-After of any size is met inside the deadline, then the failure is told", async () => {
	for (const after of ["1", "99999999999", "Fri, 31 Dec 9999 23:59:59 GMT", "soon", "-3"]) {
		await using server = await serve((_, response) => reply(response, 429, "", { "retry-after": after }));
		assert.equal(await codeOf(server.registry.head(`${server.host}/a:b`)), "registry/rate-limited", after);
		assert.equal(server.seen.length, 6, after);
	}
	await using server = await serve((_, response) => reply(response, 429, "", { "retry-after": "60" }), {
		deadlineMs: 5000,
		retry: { tries: 6, baseMs: 1, capMs: 5, retryAfterCapMs: 120_000 },
	});
	assert.equal(await codeOf(server.registry.head(`${server.host}/a:b`)), "registry/rate-limited");
	assert.equal(server.seen.length, 1, "no time is waited that the deadline does not have");
});

test("waits double with jitter under a cap; Retry-After is measured by the server's clock", () => {
	const policy = { tries: 6, baseMs: 1000, capMs: 60_000, retryAfterCapMs: 120_000 };
	assert.deepEqual(
		[1, 2, 3, 7, 50].map((tried) => retryDelay(policy, tried, 0.5, undefined)),
		[500, 1000, 2000, 30_000, 30_000],
	);
	assert.equal(retryDelay(policy, 1, 0.5, 30_000), 30_000);
	assert.equal(retryDelay(policy, 1, 0.5, 1e12), 120_000);
	assert.equal(readRetryAfter("7", undefined), 7000);
	assert.equal(readRetryAfter("Wed, 01 Jan 2020 00:00:09 GMT", "Wed, 01 Jan 2020 00:00:04 GMT"), 5000);
	assert.equal(readRetryAfter("Wed, 01 Jan 2020 00:00:00 GMT", "Wed, 01 Jan 2020 00:00:04 GMT"), 0);
	assert.equal(readRetryAfter("soon", "Wed, 01 Jan 2020 00:00:04 GMT"), undefined);
});

test("400, 403, 404 and 413 are answers: never retried", async () => {
	for (const [status, code] of [
		[400, "registry/refused"],
		[403, "registry/denied"],
		[413, "registry/refused"],
	] as const) {
		await using server = await serve((_, response) => reply(response, status, errorBody("DENIED", "no")));
		assert.equal(
			await codeOf(server.registry.putManifest(`${server.host}/a:b`, Buffer.from(body), manifestType)),
			code,
		);
		assert.equal(server.seen.length, 1);
	}
	await using server = await serve((_, response) => reply(response, 404));
	assert.equal(await server.registry.head(`${server.host}/a:b`), undefined);
	assert.equal(await server.registry.manifest(`${server.host}/a:b`), undefined);
	assert.equal(await codeOf(server.registry.blob(`${server.host}/a`, digest)), "registry/not-found");
	assert.equal(server.seen.length, 3);
});

test("a reset and a body cut short are tried again", async () => {
	let calls = 0;
	await using server = await serve((request, response) => {
		calls++;
		if (calls === 1) request.socket.destroy();
		else if (calls === 2) {
			response.writeHead(200, { ...good, "content-length": String(body.length) });
			response.write(body.slice(0, 20), () => response.destroy());
		} else reply(response, 200, body, good);
	});
	assert.equal((await server.registry.manifest(`${server.host}/a:b`))?.descriptor.digest, digest);
	assert.equal(calls, 3);
});

test("a PUT that was stored but whose answer got lost counts as stored", async () => {
	let calls = 0;
	await using server = await serve((request, response) => {
		if (++calls === 1) request.socket.destroy();
		else reply(response, 201, "", { "docker-content-digest": digest });
	});
	const put = await server.registry.putManifest(`${server.host}/a:b`, Buffer.from(body), manifestType);
	assert.deepEqual([put.digest, calls], [digest, 2]);
});

test("a server that never answers is told after the time is up", async () => {
	await using server = await serve(() => {}, { deadlineMs: 300 });
	assert.equal(await codeOf(server.registry.head(`${server.host}/a:b`)), "registry/unreachable");
});

test("digests and bytes that do not match are fatal at once", async () => {
	const wrong = `sha256:${"0".repeat(64)}`;
	await using server = await serve((request, response) => {
		if (request.method === "PUT") reply(response, 201, "", { "docker-content-digest": wrong });
		else
			reply(response, 200, body, { ...good, ...(request.url?.endsWith("lie") && { "docker-content-digest": wrong }) });
	});
	const { registry, host } = server;
	assert.equal(await codeOf(registry.manifest(`${host}/a:lie`)), "registry/mismatch");
	assert.equal(await codeOf(registry.manifest(`${host}/a@${wrong}`)), "registry/mismatch");
	assert.equal(await codeOf(registry.head(`${host}/a@${wrong}`)), "registry/mismatch");
	assert.equal(await codeOf(registry.blob(`${host}/a`, wrong)), "registry/mismatch");
	assert.equal(await codeOf(registry.putManifest(`${host}/a:b`, Buffer.from(body), manifestType)), "registry/mismatch");
	assert.equal(server.seen.length, 5);
});

test("a blob over its bound is not read to the end, and a page that is no image is no manifest", async () => {
	await using server = await serve((request, response) =>
		reply(response, 200, request.url?.includes("blobs") ? "x".repeat(5000) : "<html>hello</html>"),
	);
	assert.equal(await codeOf(server.registry.blob(`${server.host}/a`, digest, 1000)), "registry/mismatch");
	assert.equal(await codeOf(server.registry.manifest(`${server.host}/a:b`)), "registry/mismatch");
});

test("a HEAD without a digest falls back to the bytes", async () => {
	await using server = await serve((_, response) => reply(response, 200, body, { "content-type": manifestType }));
	assert.equal((await server.registry.head(`${server.host}/a:b`))?.digest, digest);
	assert.deepEqual(server.lines(), ["HEAD /v2/a/manifests/b", "GET /v2/a/manifests/b"]);
});

test("a redirect to storage is followed without the login; one that leaves for plain HTTP elsewhere is not", async () => {
	await using storage = await serve((_, response) => reply(response, 200, "blob"));
	const blob = sha256(Buffer.from("blob"));
	const auth = async () => ({ kind: "password", username: "u", password: "p" }) as const;
	await using server = await serve(
		(request, response) => {
			if (!request.headers.authorization) reply(response, 401, "", { "www-authenticate": "Basic realm=x" });
			else if (request.url?.includes("/evil/")) reply(response, 307, "", { location: "http://192.0.2.1/steal" });
			else reply(response, 307, "", { location: `http://${storage.host}/s` });
		},
		{ auth },
	);
	assert.equal(Buffer.from(await server.registry.blob(`${server.host}/a`, blob)).toString(), "blob");
	assert.equal(storage.seen[0]?.authorization, undefined);
	assert.equal(await codeOf(server.registry.blob(`${server.host}/evil`, blob)), "registry/mismatch");
});

test("an abort ends calls and waits with the signal's reason", async () => {
	const stop = new AbortController();
	await using server = await serve((_, response) => reply(response, 429, "", { "retry-after": "1000" }), {
		signal: stop.signal,
		retry: { tries: 6, baseMs: 1000, capMs: 1000, retryAfterCapMs: 100_000 },
	});
	const call = server.registry.head(`${server.host}/a:b`);
	while (server.seen.length === 0) await new Promise((next) => setTimeout(next, 1));
	stop.abort(new Error("enough"));
	await assert.rejects(call, /enough/);
	await assert.rejects(server.registry.head(`${server.host}/a:b`), /enough/);
});
