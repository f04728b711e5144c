import type { connect } from "node:http2";
import type { Duplex } from "node:stream";
import type { Health } from "../../../model/service/service.ts";
import { type Attempt, type AttemptOptions, attemptOn, formatSeconds } from "./attempt.ts";

export type GrpcHealth = Extract<Health, { kind: "grpc" }>;

/** `ServingStatus` of grpc.health.v1 (grpc/health/v1/health.proto). */
const servingStatus = ["UNKNOWN", "SERVING", "NOT_SERVING", "SERVICE_UNKNOWN"] as const;
/** Status codes of gRPC that a health check is likely to meet. */
const codes: Readonly<Record<string, string>> = {
	"5": "NOT_FOUND: it does not know this service",
	"12": "UNIMPLEMENTED: it has no grpc.health.v1.Health",
	"13": "INTERNAL",
	"14": "UNAVAILABLE",
	"16": "UNAUTHENTICATED",
};

/** One call of grpc.health.v1.Health/Check over HTTP/2 without TLS; good when the answer is SERVING. */
export async function tryGrpc({ service = "" }: Pick<GrpcHealth, "service">, aim: AttemptOptions): Promise<Attempt> {
	// The half of Node that few services need is loaded for those.
	const http2 = await import("node:http2");
	return attemptOn(aim, `no complete answer within ${formatSeconds(aim.timeoutMs)}`, async (socket, signal) => {
		const { status, code, said, body } = await call(http2.connect, frame(message(service)), socket, signal);
		if (status !== 200) return { ok: false, error: `answered ${status} over HTTP/2, wanted gRPC` };
		if (code !== "0") {
			const what = codes[code] ?? `status ${code}`;
			const error = `answered ${what}${said === "" ? "" : ` (${said})`}`;
			return { ok: false, error, ...(lasting.has(code) && { permanent: true }) };
		}
		const serving = servingStatus[statusIn(body)] ?? "a status of its own";
		return serving === "SERVING" ? { ok: true } : { ok: false, error: `answered ${serving}, wanted SERVING` };
	});
}

/** NOT_FOUND, PERMISSION_DENIED, UNIMPLEMENTED, UNAUTHENTICATED. */
const lasting = new Set(["5", "7", "12", "16"]);

interface Answer {
	readonly status: number;
	/** `grpc-status`; "2" (UNKNOWN) when there is none. */
	readonly code: string;
	readonly said: string;
	readonly body: Buffer;
}

const noServer = "no gRPC server without TLS answers on this port";
/** More than that is not a health answer. */
const longestAnswer = 4_096;

function call(open: typeof connect, request: Buffer, socket: Duplex, signal: AbortSignal): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const session = open("http://127.0.0.1", { createConnection: () => socket });
		const fail = (error: NodeJS.ErrnoException) => {
			session.destroy();
			reject(error.code?.startsWith("ERR_HTTP2") ? new Error(noServer, { cause: error }) : error);
		};
		signal.addEventListener("abort", () => session.destroy(), { once: true });
		session.on("error", fail);
		const stream = session.request({
			":method": "POST",
			":path": "/grpc.health.v1.Health/Check",
			"content-type": "application/grpc",
			te: "trailers",
			"user-agent": "lucid-smoke",
		});
		const chunks: Buffer[] = [];
		let headers: Record<string, unknown> = {};
		let size = 0;
		stream.on("error", fail);
		stream.on("response", (found) => {
			headers = { ...found };
		});
		stream.on("trailers", (found) => {
			headers = { ...headers, ...found };
		});
		stream.on("data", (chunk: Buffer) => {
			size += chunk.length;
			if (size > longestAnswer) fail(new Error("answered more than a health answer can be"));
			else chunks.push(chunk);
		});
		stream.on("close", () => {
			const { ":status": status, "grpc-status": code = "2", "grpc-message": said = "" } = headers;
			session.destroy();
			if (status === undefined) reject(new Error(noServer));
			else
				resolve({
					status: Number(status),
					code: String(code),
					said: String(said).slice(0, 200),
					body: Buffer.concat(chunks),
				});
		});
		stream.end(request);
	});
}

/** HealthCheckRequest: field 1, the service's name (protobuf: tag 0x0a, length, bytes). */
function message(service: string): Buffer {
	const name = Buffer.from(service);
	return name.length === 0 ? name : Buffer.concat([Buffer.from([0x0a]), varint(name.length), name]);
}

function varint(value: number): Buffer {
	const bytes: number[] = [];
	let rest = value;
	for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
	return Buffer.from([...bytes, rest]);
}

/** A message as gRPC sends it: not compressed, its length in four bytes, itself. */
function frame(content: Buffer): Buffer {
	const head = Buffer.alloc(5);
	head.writeUInt32BE(content.length, 1);
	return Buffer.concat([head, content]);
}

/** HealthCheckResponse: field 1, a number (tag 0x08); left out it is 0. Unknown fields do not stand before it. */
function statusIn(body: Buffer): number {
	const content = body.subarray(5);
	return content[0] === 0x08 ? (content[1] ?? 0) : 0;
}
