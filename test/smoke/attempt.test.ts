import assert from "node:assert/strict";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { performance } from "node:perf_hooks";
import { after, describe, test } from "node:test";
import { bodyLimit, nonexistentHealth, tryHttp, tryTcp } from "../../src/stages/smoke/probes/attempt.ts";
import { aHealth } from "./health.ts";

/** A generous timeout for servers that answer at once, on a busy machine. */
const timeoutMs = 30_000;

const servers: Server[] = [];
after(() => {
	for (const server of servers) server.close();
});

async function listen(server: Server): Promise<number> {
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return (server.address() as AddressInfo).port;
}

const http = (listener: RequestListener) => listen(createServer(listener));
const tcp = (listener: (socket: Socket) => void) =>
	listen(createTcpServer((socket) => listener(socket.on("error", () => {}))));

describe("an HTTP probe", () => {
	test("passes when status and body match, and measures the time until the whole answer", async () => {
		const answerMs = 100;
		const port = await http((_, response) => {
			setTimeout(() => response.end('{"status":"healthy"}'), answerMs);
		});
		const startedAt = performance.now();
		const { ok, error, status, latencyMs } = await tryHttp(aHealth({ body: "healthy" }), { port, timeoutMs });
		const elapsedMs = performance.now() - startedAt;
		assert.deepEqual([ok, error, status], [true, undefined, 200]);
		// Timers may fire up to 1 ms early, and a latency is rounded to 0.1 ms.
		assert.ok(latencyMs >= answerMs - 1 && latencyMs <= elapsedMs + 0.1, `${latencyMs} ms of ${elapsedMs} ms`);
	});

	test("sends the method, path and headers of the catalog", async () => {
		let seen: unknown;
		const port = await http(({ method, url, headers }, response) => {
			seen = { method, url, key: headers["x-key"], host: headers.host };
			response.end();
		});
		await tryHttp(aHealth({ method: "POST", path: "/a?b=c", headers: { "X-Key": "k", Host: "lucid" } }), {
			port,
			timeoutMs,
		});
		assert.deepEqual(seen, { method: "POST", url: "/a?b=c", key: "k", host: "lucid" });
	});

	test("reports actual and expected status", async () => {
		const port = await http((_, response) => response.writeHead(503).end());
		const attempt = await tryHttp(
			aHealth({
				status: [
					[200, 200],
					[301, 399],
				],
			}),
			{ port, timeoutMs },
		);
		assert.deepEqual([attempt.ok, attempt.status, attempt.error], [false, 503, "answered 503, expected 200, 301-399"]);
	});

	test("does not treat a 204 as a body", async () => {
		const port = await http((_, response) => response.writeHead(204).end());
		assert.equal(
			(await tryHttp(aHealth({ body: "ok" }), { port, timeoutMs })).error,
			'answered 204 with an empty body, expected it to contain "ok"',
		);
		assert.ok((await tryHttp(aHealth(), { port, timeoutMs })).ok);
	});

	test("reports a body without terminal control characters", async () => {
		const port = await http((_, response) => response.end("ill\u009b31m\u202e\x1b[2J!"));
		assert.equal(
			(await tryHttp(aHealth({ body: "ok" }), { port, timeoutMs })).error,
			'answered 200 with the body "ill!", expected it to contain "ok"',
		);
	});

	test("does not follow a redirect", async () => {
		const paths: (string | undefined)[] = [];
		const port = await http(({ url }, response) => {
			paths.push(url);
			response.writeHead(302, { location: "/elsewhere" }).end();
		});
		assert.equal(
			(await tryHttp(aHealth({ status: [[200, 299]] }), { port, timeoutMs })).error,
			"answered 302, expected 200-299",
		);
		assert.deepEqual(paths, ["/health"]);
	});

	test("times out when no answer, or only a part of one, arrives", async () => {
		const hang = await http(() => {});
		const drip = await http((_, response) => {
			const timer = setInterval(() => response.write("."), 20);
			response.on("close", () => clearInterval(timer));
		});
		for (const port of [hang, drip])
			assert.equal((await tryHttp(aHealth(), { port, timeoutMs: 200 })).error, "no complete answer within 0.2 s");
	});

	test("reads at most 64 KiB of a body", async () => {
		let closed: (() => void) | undefined;
		const hungUp = new Promise<void>((resolve) => {
			closed = resolve;
		});
		const port = await http((_, response) => {
			response.on("close", () => closed?.());
			const more = () => {
				while (response.write("x".repeat(16_384)));
				response.once("drain", more);
			};
			response.write("healthy");
			more();
		});
		assert.ok((await tryHttp(aHealth({ body: "healthy" }), { port, timeoutMs })).ok);
		await hungUp;
		const late = await http((_, response) => response.end(`${"x".repeat(bodyLimit)}healthy`));
		assert.ok(!(await tryHttp(aHealth({ body: "healthy" }), { port: late, timeoutMs })).ok);
	});

	test("rejects headers that are too large", async () => {
		const port = await tcp((socket) => socket.end(`HTTP/1.1 200 OK\r\nX: ${"h".repeat(100_000)}\r\n\r\n`));
		assert.equal((await tryHttp(aHealth(), { port, timeoutMs })).error, "headers larger than 16 KiB");
	});

	test("reports a closed port and an invalid answer", async () => {
		const closed = await new Promise<number>((resolve) => {
			const server = createTcpServer().listen(0, "127.0.0.1", () => {
				const { port } = server.address() as AddressInfo;
				server.close(() => resolve(port));
			});
		});
		assert.equal((await tryHttp(aHealth(), { port: closed, timeoutMs })).error, "connection refused");
		const garbage = await tcp((socket) => socket.end("hello\r\n\r\n"));
		assert.match((await tryHttp(aHealth(), { port: garbage, timeoutMs })).error ?? "", /Parse Error/);
	});

	test("ends at once on abort", async () => {
		const port = await http(() => {});
		const stop = new AbortController();
		const attempt = tryHttp(aHealth(), { port, timeoutMs: 60_000, signal: stop.signal });
		stop.abort();
		assert.equal((await attempt).ok, false);
	});
});

test("each nonexistent path is different, and the rest of the check is the same", () => {
	const health = aHealth({ body: "x", headers: { a: "b" } });
	const [one, other] = [nonexistentHealth(health), nonexistentHealth(health)];
	assert.match(one.path, /^\/lucid-smoke-[0-9a-f]{16}$/);
	assert.notEqual(one.path, other.path);
	assert.deepEqual({ ...one, path: health.path }, health);
});

describe("a TCP probe", () => {
	test("passes when the connection stays open or the server sends data", async () => {
		const quiet = await tcp(() => {});
		const chatty = await tcp((socket) => socket.end("220 hello\r\n"));
		for (const port of [quiet, chatty]) assert.ok((await tryTcp({ port, timeoutMs })).ok);
	});

	test("spends its timeout only on connecting, however short it is", async () => {
		const port = await tcp(() => {});
		// On a busy machine even connecting can take longer.
		let attempt = await tryTcp({ port, timeoutMs: 100 });
		for (let tries = 1; !attempt.ok && tries < 20; tries++) attempt = await tryTcp({ port, timeoutMs: 100 });
		assert.ok(attempt.ok, attempt.error);
	});

	test("fails when the connection is accepted and closed, as a port proxy does without a listener", async () => {
		const port = await tcp((socket) => socket.end());
		const reset = await tcp((socket) => socket.resetAndDestroy());
		assert.equal((await tryTcp({ port, timeoutMs })).error, "connection closed at once: nothing listens on the port");
		assert.equal((await tryTcp({ port: reset, timeoutMs })).ok, false);
	});
});
