import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type ServerHttp2Stream } from "node:http2";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { after, test } from "node:test";
import { nonexistentHealth } from "../../src/stages/smoke/probes/attempt.ts";
import { type GrpcHealth, tryGrpc } from "../../src/stages/smoke/probes/grpc.ts";
import { aHealth } from "./health.ts";

const closing: (() => void)[] = [];
after(() => {
	for (const close of closing) close();
});

async function listen(server: Server): Promise<number> {
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	closing.push(() => server.close());
	return (server.address() as AddressInfo).port;
}

/** A gRPC server; `answer` gets the whole request body. */
async function grpc(answer: (stream: ServerHttp2Stream, body: Buffer) => void): Promise<number> {
	const sessions = new Set<{ destroy(): void }>();
	const server = createServer();
	server.on("session", (session) => sessions.add(session));
	server.on("stream", (stream, headers) => {
		assert.equal(headers[":path"], "/grpc.health.v1.Health/Check");
		assert.equal(headers["content-type"], "application/grpc");
		const chunks: Buffer[] = [];
		stream.on("error", () => {});
		stream.on("data", (chunk: Buffer) => chunks.push(chunk));
		stream.on("end", () => answer(stream, Buffer.concat(chunks)));
	});
	closing.push(() => {
		for (const session of sessions) session.destroy();
	});
	return listen(server as unknown as Server);
}

/** A message and a trailer, as a server of grpc.io sends them. */
function reply(stream: ServerHttp2Stream, message: Buffer, status = "0") {
	stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
	stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": status }));
	const head = Buffer.alloc(5);
	head.writeUInt32BE(message.length, 1);
	stream.end(Buffer.concat([head, message]));
}

const options = (port: number, timeoutMs = 30_000) => ({ port, timeoutMs });
const serving = Buffer.from([8, 1]);

test("SERVING passes, and the request has the service's name", async () => {
	const requests: Buffer[] = [];
	const port = await grpc((stream, body) => {
		requests.push(body);
		reply(stream, serving);
	});
	assert.deepEqual(await tryGrpc({}, options(port)).then(({ ok, error }) => [ok, error]), [true, undefined]);
	assert.ok((await tryGrpc({ service: "lucid.Chain" }, options(port))).ok);
	assert.ok((await tryGrpc({ service: "a".repeat(150) }, options(port))).ok);
	assert.equal(requests[0]?.toString("hex"), "0000000000");
	assert.equal(requests[1]?.toString("latin1"), "\0\0\0\0\r\n\x0blucid.Chain");
	assert.equal(requests[2]?.subarray(0, 8).toString("hex"), "00000000990a9601");
});

test("the error names any other status", async () => {
	for (const [message, error] of [
		[Buffer.from([8, 2]), "answered NOT_SERVING, expected SERVING"],
		[Buffer.from([8, 3]), "answered SERVICE_UNKNOWN, expected SERVING"],
		[Buffer.alloc(0), "answered UNKNOWN, expected SERVING"],
		[Buffer.from([8, 9]), "answered an unknown status, expected SERVING"],
	] as const) {
		const port = await grpc((stream) => reply(stream, message));
		assert.equal((await tryGrpc({}, options(port))).error, error);
	}
});

test("gRPC status codes are reported for an unknown service and a server without health checks", async () => {
	const codes = {
		"5": /NOT_FOUND: unknown service \(no lucid\.Chain\)$/,
		"12": /UNIMPLEMENTED: no grpc/,
		"99": /status 99/,
	};
	for (const [code, error] of Object.entries(codes)) {
		const port = await grpc((stream) => {
			stream.respond(
				{ ":status": 200, "grpc-status": code, ...(code === "5" && { "grpc-message": "no lucid.Chain" }) },
				{ endStream: true },
			);
		});
		assert.match((await tryGrpc({ service: "lucid.Chain" }, options(port))).error ?? "", error);
	}
});

test("an HTTP/2 server without gRPC is reported with its status", async () => {
	const port = await grpc((stream) => stream.respond({ ":status": 404 }, { endStream: true }));
	assert.equal((await tryGrpc({}, options(port))).error, "answered 404 over HTTP/2, expected gRPC");
});

test("an HTTP/1 server, a hanging one and an endless answer end in an error", async () => {
	const tcp = (listener: (socket: Socket) => void) =>
		listen(createTcpServer((socket) => listener(socket.on("error", () => {}))));
	const old = await tcp((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
	assert.equal((await tryGrpc({}, options(old))).error, "no plaintext gRPC server answers on this port");
	const hang = await tcp((socket) => closing.push(() => socket.destroy()));
	assert.deepEqual(await tryGrpc({}, options(hang, 300)).then(({ error, timedOut }) => [error, timedOut]), [
		"no complete answer within 0.3 s",
		true,
	]);
	const endless = await grpc((stream) => {
		stream.respond({ ":status": 200 });
		const more = () => stream.writable && stream.write(Buffer.alloc(16_384), () => setImmediate(more));
		more();
	});
	assert.equal((await tryGrpc({}, options(endless))).error, "answer too long for a health check");
});

test("each nonexistent service has a different name", () => {
	const health: GrpcHealth = { kind: "grpc", port: 1, negative: true, timing: aHealth().timing };
	assert.match(nonexistentHealth(health).service ?? "", /^lucid-smoke-[0-9a-f]{16}$/);
	assert.notEqual(nonexistentHealth(health).service, nonexistentHealth(health).service);
});
