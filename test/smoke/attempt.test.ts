import assert from "node:assert/strict";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { after, describe, test } from "node:test";
import { bodyLimit, nonexistentHealth, tryHttp, tryTcp } from "../../src/stages/smoke/probes/attempt.ts";
import { aHealth } from "./health.ts";

/** For what answers at once: a busy machine needs its time all the same. */
const patient = 30_000;

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
	test("is good when status and body are as wanted", async () => {
		const port = await http((_, response) => response.end('{"status":"healthy"}'));
		const attempt = await tryHttp(aHealth({ body: "healthy" }), { port, timeoutMs: patient });
		assert.equal(attempt.error, undefined);
		assert.ok(attempt.ok);
		assert.equal(attempt.status, 200);
		assert.ok(attempt.latencyMs >= 0);
	});

	test("sends method, path and headers of the catalog", async () => {
		let seen: unknown;
		const port = await http(({ method, url, headers }, response) => {
			seen = { method, url, key: headers["x-key"], host: headers.host };
			response.end();
		});
		await tryHttp(aHealth({ method: "POST", path: "/a?b=c", headers: { "X-Key": "k", Host: "lucid" } }), {
			port,
			timeoutMs: patient,
		});
		assert.deepEqual(seen, { method: "POST", url: "/a?b=c", key: "k", host: "lucid" });
	});

	test("says what it got and what it wanted", async () => {
		const port = await http((_, response) => response.writeHead(503).end());
		const attempt = await tryHttp(
			aHealth({
				status: [
					[200, 200],
					[301, 399],
				],
			}),
			{ port, timeoutMs: patient },
		);
		assert.deepEqual([attempt.ok, attempt.status, attempt.error], [false, 503, "answered 503, wanted 200, 301-399"]);
	});

	test("does not take a 204 for a body", async () => {
		const port = await http((_, response) => response.writeHead(204).end());
		assert.equal(
			(await tryHttp(aHealth({ body: "ok" }), { port, timeoutMs: patient })).error,
			'answered 204 with an empty body, wanted "ok" in it',
		);
		assert.ok((await tryHttp(aHealth(), { port, timeoutMs: patient })).ok);
	});

	test("tells of a body without what a terminal would act upon", async () => {
		const port = await http((_, response) => response.end("ill\u009b31m\u202e\x1b[2J!"));
		assert.equal(
			(await tryHttp(aHealth({ body: "ok" }), { port, timeoutMs: patient })).error,
			'answered 200 with the body "ill!", wanted "ok" in it',
		);
	});

	test("does not follow a redirect", async () => {
		const paths: (string | undefined)[] = [];
		const port = await http(({ url }, response) => {
			paths.push(url);
			response.writeHead(302, { location: "/elsewhere" }).end();
		});
		assert.equal(
			(await tryHttp(aHealth({ status: [[200, 299]] }), { port, timeoutMs: patient })).error,
			"answered 302, wanted 200-299",
		);
		assert.deepEqual(paths, ["/health"]);
	});

	test("ends in time when nothing, or only a part, is answered", async () => {
		const hang = await http(() => {});
		const drip = await http((_, response) => {
			const timer = setInterval(() => response.write("."), 20);
			response.on("close", () => clearInterval(timer));
		});
		for (const port of [hang, drip])
			assert.equal((await tryHttp(aHealth(), { port, timeoutMs: 200 })).error, "no complete answer within 0.2 s");
	});

	test("reads no more of a body than 64 KiB, and judges by that", async () => {
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
		assert.ok((await tryHttp(aHealth({ body: "healthy" }), { port, timeoutMs: patient })).ok);
		await hungUp;
		const late = await http((_, response) => response.end(`${"x".repeat(bodyLimit)}healthy`));
		assert.ok(!(await tryHttp(aHealth({ body: "healthy" }), { port: late, timeoutMs: patient })).ok);
	});

	test("refuses headers without end", async () => {
		const port = await tcp((socket) => socket.end(`HTTP/1.1 200 OK\r\nX: ${"h".repeat(100_000)}\r\n\r\n`));
		assert.equal((await tryHttp(aHealth(), { port, timeoutMs: patient })).error, "headers larger than 16 KiB");
	});

	test("names a closed port and a broken answer", async () => {
		const closed = await new Promise<number>((resolve) => {
			const server = createTcpServer().listen(0, "127.0.0.1", () => {
				const { port } = server.address() as AddressInfo;
				server.close(() => resolve(port));
			});
		});
		assert.equal((await tryHttp(aHealth(), { port: closed, timeoutMs: patient })).error, "connection refused");
		const garbage = await tcp((socket) => socket.end("hello\r\n\r\n"));
		assert.match((await tryHttp(aHealth(), { port: garbage, timeoutMs: patient })).error ?? "", /Parse Error/);
	});

	test("ends at once on abort", async () => {
		const port = await http(() => {});
		const stop = new AbortController();
		const attempt = tryHttp(aHealth(), { port, timeoutMs: 60_000, signal: stop.signal });
		stop.abort();
		assert.equal((await attempt).ok, false);
	});
});

test("the path that cannot exist is another one each time, and all else is the same", () => {
	const health = aHealth({ body: "x", headers: { a: "b" } });
	const [one, other] = [nonexistentHealth(health), nonexistentHealth(health)];
	assert.match(one.path, /^\/lucid-smoke-[0-9a-f]{16}$/);
	assert.notEqual(one.path, other.path);
	assert.deepEqual({ ...one, path: health.path }, health);
});

describe("a TCP probe", () => {
	test("is good when the connection stays, or something is said", async () => {
		const quiet = await tcp(() => {});
		const chatty = await tcp((socket) => socket.end("220 hello\r\n"));
		for (const port of [quiet, chatty]) assert.ok((await tryTcp({ port, timeoutMs: patient })).ok);
	});

	test("has its time for the connection alone, however short that is", async () => {
		const port = await tcp(() => {});
		// On a busy machine even that can be too short now and then.
		let attempt = await tryTcp({ port, timeoutMs: 100 });
		for (let tries = 1; !attempt.ok && tries < 20; tries++) attempt = await tryTcp({ port, timeoutMs: 100 });
		assert.ok(attempt.ok, attempt.error);
	});

	test("is bad when the connection is taken and dropped, as a port proxy does with nobody behind it", async () => {
		const port = await tcp((socket) => socket.end());
		const reset = await tcp((socket) => socket.resetAndDestroy());
		assert.equal(
			(await tryTcp({ port, timeoutMs: patient })).error,
			"connection dropped at once: nothing listens on the port",
		);
		assert.equal((await tryTcp({ port: reset, timeoutMs: patient })).ok, false);
	});
});
