import type { connect } from "node:http2";
import type { Duplex } from "node:stream";
import type { Health } from "../../../model/service/service.ts";
import { type Attempt, type AttemptOptions, attemptOn, formatSeconds } from "./attempt.ts";

export type GrpcHealth = Extract<Health, { kind: "grpc" }>;

/** `ServingStatus` of grpc.health.v1 (grpc/health/v1/health.proto). */
const servingStatus = ["UNKNOWN", "SERVING", "NOT_SERVING", "SERVICE_UNKNOWN"] as const;
/** gRPC status codes that a health check is likely to get. */
const codes: Readonly<Record<string, string>> = {
	"5": "NOT_FOUND: unknown service",
	"12": "UNIMPLEMENTED: no grpc.health.v1.Health",
	"13": "INTERNAL",
	"14": "UNAVAILABLE",
	"16": "UNAUTHENTICATED",
};
/** NOT_FOUND, PERMISSION_DENIED, UNIMPLEMENTED, UNAUTHENTICATED. */
const permanentCodes = new Set(["5", "7", "12", "16"]);

/** One call of grpc.health.v1.Health/Check over HTTP/2 without TLS. Passes for the answer SERVING. */
export async function tryGrpc(
	{ service = "" }: Pick<GrpcHealth, "service">,
	options: AttemptOptions,
): Promise<Attempt> {
	// Loaded on demand: few services use it.
	const http2 = await import("node:http2");
	const timeoutError = `no complete answer within ${formatSeconds(options.timeoutMs)}`;
	return attemptOn(options, timeoutError, async (socket, signal) => {
		const request = frame(healthCheckRequest(service));
		const { status, code, message, body } = await call(http2.connect, request, socket, signal);
		if (status !== 200) return { ok: false, error: `answered ${status} over HTTP/2, expected gRPC` };
		if (code !== "0") {
			const what = codes[code] ?? `status ${code}`;
			const error = `answered ${what}${message === "" ? "" : ` (${message})`}`;
			return { ok: false, error, ...(permanentCodes.has(code) && { permanent: true }) };
		}
		const serving = servingStatus[statusIn(body)] ?? "an unknown status";
		return serving === "SERVING" ? { ok: true } : { ok: false, error: `answered ${serving}, expected SERVING` };
	});
}

interface GrpcAnswer {
	readonly status: number;
	/** `grpc-status`; "2" (UNKNOWN) without one. */
	readonly code: string;
	/** `grpc-message`. */
	readonly message: string;
	readonly body: Buffer;
}

const noServer = "no plaintext gRPC server answers on this port";
/** Bytes; a longer answer is not a health check's. */
const maxAnswer = 4_096;

function call(open: typeof connect, request: Buffer, socket: Duplex, signal: AbortSignal): Promise<GrpcAnswer> {
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
		stream.on("response", (received) => {
			headers = { ...received };
		});
		stream.on("trailers", (trailers) => {
			headers = { ...headers, ...trailers };
		});
		stream.on("data", (chunk: Buffer) => {
			size += chunk.length;
			if (size > maxAnswer) fail(new Error("answer too long for a health check"));
			else chunks.push(chunk);
		});
		stream.on("close", () => {
			const { ":status": status, "grpc-status": code = "2", "grpc-message": message = "" } = headers;
			session.destroy();
			if (status === undefined) reject(new Error(noServer));
			else
				resolve({
					status: Number(status),
					code: String(code),
					message: String(message).slice(0, 200),
					body: Buffer.concat(chunks),
				});
		});
		stream.end(request);
	});
}

/** HealthCheckRequest: field 1, the service's name (protobuf: tag 0x0a, length, bytes). */
function healthCheckRequest(service: string): Buffer {
	const name = Buffer.from(service);
	return name.length === 0 ? name : Buffer.concat([Buffer.from([0x0a]), varint(name.length), name]);
}

function varint(value: number): Buffer {
	const bytes: number[] = [];
	let rest = value;
	for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
	return Buffer.from([...bytes, rest]);
}

/** gRPC's framing: an uncompressed message after its length in four bytes. */
function frame(content: Buffer): Buffer {
	const head = Buffer.alloc(5);
	head.writeUInt32BE(content.length, 1);
	return Buffer.concat([head, content]);
}

/** HealthCheckResponse: field 1, an enum (tag 0x08); absent it is 0. Unknown fields come after it. */
function statusIn(body: Buffer): number {
	const content = body.subarray(5);
	return content[0] === 0x08 ? (content[1] ?? 0) : 0;
}
