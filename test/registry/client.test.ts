import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import type { RegistryError } from "../../src/adapters/registry/registry.ts";
import { isTransientError, readRetryAfter } from "../../src/adapters/registry/registry-error.ts";
import { mediaTypes, sha256 } from "../../src/model/oci/manifest.ts";
import { type RetryPolicy, retryDelay } from "../../src/util/retry.ts";
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

test("permanent failures end after six tries, with host, call and response", async () => {
	await using server = await serve((_, response) =>
		reply(response, 503, errorBody("UNAVAILABLE", "on \u001b[31mfire")),
	);
	await assert.rejects(server.registry.manifest(`${server.host}/a/b:c`), (error: RegistryError) => {
		assert.equal(error.code, "registry/unavailable");
		assert.match(error.message, new RegExp(`${server.host} is failing: GET manifests/c of a/b`));
		assert.match(error.message, /503 UNAVAILABLE: on fire, 6 tries/);
		return true;
	});
	assert.equal(server.seen.length, 6);
});

test("any Retry-After is respected within the deadline, then the failure is reported", async () => {
	for (const after of ["1", "99999999999", "Fri, 31 Dec 9999 23:59:59 GMT", "soon", "-3"]) {
		await using server = await serve((_, response) => reply(response, 429, "", { "retry-after": after }));
		assert.equal(await codeOf(server.registry.head(`${server.host}/a:b`)), "registry/rate-limited", after);
		assert.equal(server.seen.length, 6, after);
	}
	await using server = await serve((_, response) => reply(response, 429, "", { "retry-after": "60" }), {
		deadlineMs: 5000,
		retry: { tries: 6, firstMs: 1, maxMs: 5, maxRetryAfterMs: 120_000 },
	});
	assert.equal(await codeOf(server.registry.head(`${server.host}/a:b`)), "registry/rate-limited");
	assert.equal(server.seen.length, 1, "no time is waited that the deadline does not have");
});

test("pauses double with jitter up to a maximum; Retry-After is relative to the server's clock", () => {
	const policy: RetryPolicy = { jitter: true, tries: 6, firstMs: 1000, maxMs: 60_000, maxRetryAfterMs: 120_000 };
	assert.deepEqual(
		[1, 2, 3, 7, 50].map((tried) => retryDelay(policy, tried, 0.5)),
		[750, 1500, 3000, 45_000, 45_000],
	);
	assert.equal(retryDelay(policy, 1, 0.5, 30_000), 30_000);
	assert.equal(retryDelay(policy, 1, 0.5, 1e12), 120_000);
	assert.equal(readRetryAfter("7", undefined), 7000);
	assert.equal(readRetryAfter("Wed, 01 Jan 2020 00:00:09 GMT", "Wed, 01 Jan 2020 00:00:04 GMT"), 5000);
	assert.equal(readRetryAfter("Wed, 01 Jan 2020 00:00:00 GMT", "Wed, 01 Jan 2020 00:00:04 GMT"), 0);
	assert.equal(readRetryAfter("soon", "Wed, 01 Jan 2020 00:00:04 GMT"), undefined);
});

test("400, 403, 404 and 413 are never retried", async () => {
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

test("a manifest is sent again three times if the registry wrongly rejects its digest", async () => {
	let wrong = 2;
	await using server = await serve((_, response) =>
		wrong-- > 0 ? reply(response, 400, errorBody("DIGEST_INVALID", "did not match")) : reply(response, 201, ""),
	);
	const put = (ref: string) => server.registry.putManifest(`${server.host}/a${ref}`, Buffer.from(body), manifestType);
	assert.equal((await put(":b")).digest, digest);
	assert.equal(server.seen.length, 3);
	wrong = 100;
	assert.equal(await codeOf(put(`@${digest}`)), "registry/refused");
	assert.equal(server.seen.length, 3 + 4);
	assert.equal(await codeOf(put(`@sha256:${"0".repeat(64)}`)), "registry/refused");
	assert.equal(server.seen.length, 3 + 4 + 1, "a digest that is wrong is told at once");
});

test("a 403 is a rate limit by its message, its Retry-After, or if the same was allowed before", async () => {
	const put = (server: Awaited<ReturnType<typeof serve>>, tag: string) =>
		codeOf(server.registry.putManifest(`${server.host}/a:${tag}`, Buffer.from(body), manifestType));
	const limits = [
		[403, "denied: You have exceeded a secondary rate limit. Please wait a few minutes", {}],
		[403, "", { "retry-after": "1" }],
	] as const;
	for (const [status, said, headers] of limits) {
		let left = 2;
		await using server = await serve((_, response) =>
			left-- > 0 ? reply(response, status, said, headers) : reply(response, 201),
		);
		assert.equal(await put(server, "b"), "fine");
		left = 100;
		assert.equal(await put(server, "b"), "registry/rate-limited");
	}
	let denied = 0;
	await using server = await serve((request, response) =>
		request.url?.endsWith("late") && denied++ < 2
			? reply(response, 403, errorBody("DENIED", "denied"))
			: reply(response, 201),
	);
	assert.deepEqual([await put(server, "first"), await put(server, "late")], ["fine", "fine"]);
	denied = -100;
	assert.equal(await put(server, "late"), "registry/denied", "it is not a rate limit for ever");
});

test("a rate limit for one call makes the others wait", async () => {
	let limitedAt: number | undefined;
	const at: number[] = [];
	await using server = await serve(
		(request, response) => {
			if (limitedAt === undefined && request.method === "PUT") {
				limitedAt = performance.now();
				return reply(response, 429, "", { "retry-after": "1" });
			}
			at.push(performance.now());
			reply(response, request.method === "PUT" ? 201 : 404);
		},
		{ retry: { tries: 6, firstMs: 1, maxMs: 5, maxRetryAfterMs: 300 } },
	);
	const put = server.registry.putManifest(`${server.host}/a:b`, Buffer.from(body), manifestType);
	while (limitedAt === undefined) await new Promise((next) => setTimeout(next, 1));
	await new Promise((next) => setTimeout(next, 50));
	await server.registry.head(`${server.host}/b:c`);
	await put;
	// The limit of Retry-After; timers may fire a millisecond early.
	for (const time of at) assert.ok(time - limitedAt >= 299, "a call did not wait");
});

test("concurrent writes to one registry are limited", async () => {
	let now = 0;
	let most = 0;
	await using server = await serve((_, response) => {
		most = Math.max(most, ++now);
		setTimeout(() => {
			now--;
			reply(response, 201);
		}, 20);
	});
	const puts = Array.from({ length: 20 }, (_, i) =>
		server.registry.putManifest(`${server.host}/a:${i}`, Buffer.from(body), manifestType),
	);
	await Promise.all(puts);
	assert.equal(most, 6);
});

test("a busy name server is retried; an unknown name is reported at once", () => {
	assert.deepEqual(
		["EAI_AGAIN", "ECONNRESET", "ENOTFOUND", "ECONNREFUSED"].map((code) => isTransientError({ code })),
		[true, true, false, false],
	);
});

test("SHA-512 digests are verified", async () => {
	const long = `sha512:${createHash("sha512").update(body).digest("hex")}`;
	const headers = { ...good, "docker-content-digest": long };
	await using server = await serve((request, response) =>
		reply(response, request.method === "PUT" ? 201 : 200, body, headers),
	);
	const { registry, host } = server;
	assert.equal((await registry.manifest(`${host}/a:b`))?.descriptor.digest, long);
	assert.equal((await registry.manifest(`${host}/a@${long}`))?.descriptor.digest, long);
	assert.equal((await registry.head(`${host}/a@${long}`))?.digest, long);
	assert.equal(Buffer.from(await registry.blob(`${host}/a`, long)).toString(), body);
	const put = await registry.putManifest(`${host}/a@${long}`, Buffer.from(body), manifestType);
	assert.equal(put.digest, long);
	const wrong = `sha512:${"0".repeat(128)}`;
	assert.equal(await codeOf(registry.manifest(`${host}/a@${wrong}`)), "registry/mismatch");
	assert.equal(await codeOf(registry.blob(`${host}/a`, wrong)), "registry/mismatch");
});

test("a reset and a truncated body are retried", async () => {
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

test("a PUT that was stored but lost its response counts as stored", async () => {
	let calls = 0;
	await using server = await serve((request, response) => {
		if (++calls === 1) request.socket.destroy();
		else reply(response, 201, "", { "docker-content-digest": digest });
	});
	const put = await server.registry.putManifest(`${server.host}/a:b`, Buffer.from(body), manifestType);
	assert.deepEqual([put.digest, calls], [digest, 2]);
});

test("a server that never responds is reported after the deadline", async () => {
	await using server = await serve(() => {}, { deadlineMs: 300 });
	assert.equal(await codeOf(server.registry.head(`${server.host}/a:b`)), "registry/unreachable");
});

test("a read with a mismatching digest is repeated once, a write is not", async () => {
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
	assert.equal(server.seen.length, 9);
});

test("a blob over its limit is not read to the end, and a web page is not a manifest", async () => {
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
		retry: { tries: 6, firstMs: 1000, maxMs: 1000, maxRetryAfterMs: 100_000 },
	});
	const call = server.registry.head(`${server.host}/a:b`);
	while (server.seen.length === 0) await new Promise((next) => setTimeout(next, 1));
	stop.abort(new Error("enough"));
	await assert.rejects(call, /enough/);
	await assert.rejects(server.registry.head(`${server.host}/a:b`), /enough/);
});

test("with another signal the caches stay, and the first signal stops nothing", async () => {
	const stopped = new AbortController();
	await using server = await serve((_, response) => reply(response, 200, body, good), { signal: stopped.signal });
	await server.registry.manifest(`${server.host}/a:b`);
	const steady = server.registry.withSignal(new AbortController().signal);
	stopped.abort(new Error("enough"));
	assert.equal((await steady.manifest(`${server.host}/a@${digest}`))?.descriptor.digest, digest);
	assert.equal((await steady.head(`${server.host}/a:b`))?.digest, digest);
	assert.deepEqual(server.lines(), ["GET /v2/a/manifests/b", "HEAD /v2/a/manifests/b"]);
	await assert.rejects(server.registry.head(`${server.host}/a:b`), /enough/);
});

test("content is cached by digest; tags and missing content are requested each time", async () => {
	const bytes = JSON.stringify({ architecture: "arm64", os: "linux" });
	const own = {
		mediaType: "application/vnd.oci.image.config.v1+json",
		digest: sha256(Buffer.from(bytes)),
		size: bytes.length,
	};
	const image = JSON.stringify({ schemaVersion: 2, mediaType: manifestType, config: own, layers: [] });
	const name = sha256(Buffer.from(image));
	let isThere = false;
	await using server = await serve(({ url = "" }, response) => {
		if (url.includes("/blobs/")) reply(response, 200, bytes, { "docker-content-digest": own.digest });
		else if (!isThere) reply(response, 404, errorBody("MANIFEST_UNKNOWN", "no"));
		else reply(response, 200, image, { "content-type": manifestType, "docker-content-digest": name });
	});
	const { host, registry, seen } = server;
	assert.equal(await registry.manifest(`${host}/a@${name}`), undefined);
	isThere = true;
	await registry.manifest(`${host}/a:tag`);
	await registry.imageFacts(`${host}/a@${name}`, "linux/arm64");
	assert.equal(seen.length, 3, "once not there, then the tag, then the config");
	await registry.imageFacts(`${host}/a@${name}`, "linux/arm64");
	assert.equal(seen.length, 3);
	await registry.manifest(`${host}/a:tag`);
	assert.equal(seen.length, 4);
	await registry.manifest(`${host}/b@${name}`);
	assert.equal(seen.length, 5, "another repository is asked itself");
});
