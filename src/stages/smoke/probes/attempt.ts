import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { performance } from "node:perf_hooks";
import type { Duplex } from "node:stream";
import { directPortAccess } from "../../../adapters/docker/direct-port-access.ts";
import type { PortAccess } from "../../../adapters/docker/docker.ts";
import { jsonMismatch, readJsonTest } from "../../../model/service/json-test.ts";
import type { Health } from "../../../model/service/service.ts";
import { defined } from "../../../util/defined.ts";
import { compileLinear } from "../../../util/linear-pattern.ts";
import { sanitizeLogLine } from "../../../util/sanitize.ts";

/** One attempt of a probe. */
export interface Attempt {
	readonly ok: boolean;
	readonly latencyMs: number;
	readonly status?: number;
	/** Target of a redirect. */
	readonly location?: string;
	readonly error?: string;
	/** Nothing came in time, which a slow machine alone can cause. */
	readonly timedOut?: true;
	/** Not a byte came: refused, dropped or timed out. */
	readonly noResponse?: true;
	/** A wrong answer that waiting rarely changes: 404, but no 5xx. */
	readonly permanent?: true;
}

export type HttpHealth = Extract<Health, { kind: "http" }>;

export interface AttemptOptions {
	/** Published port. */
	readonly port: number;
	/** For the whole exchange. */
	readonly timeoutMs: number;
	readonly signal?: AbortSignal;
	readonly reach?: PortAccess;
}

/** Bytes of a body that are read. */
export const bodyLimit = 64 * 1024;

/** One HTTP request, judged by status and body. Redirects are not followed. */
export function tryHttp(health: HttpHealth, options: AttemptOptions): Promise<Attempt> {
	const timeoutError = `no complete answer within ${formatSeconds(options.timeoutMs)}`;
	return attemptOn(options, timeoutError, async (socket, signal) => {
		const { status, location, body } = await exchange(health, socket, signal);
		const wrongStatus = statusMismatch(health, status);
		const wrongBody = wrongStatus === undefined ? bodyMismatch(health, body) : undefined;
		const error = wrongStatus ?? (wrongBody && `answered ${status} ${wrongBody}`);
		return {
			...{ ok: error === undefined, status, ...defined({ location, error }) },
			...(wrongStatus !== undefined && status < 500 && !retryableStatuses.has(status) && { permanent: true }),
		};
	});
}

/** Request Timeout, Too Early, Too Many Requests (RFC 9110, 8470, 6585). */
const retryableStatuses = new Set([408, 425, 429]);

interface HttpAnswer {
	readonly status: number;
	readonly location?: string;
	readonly body: string;
}

function exchange(health: HttpHealth, socket: Duplex, signal: AbortSignal): Promise<HttpAnswer> {
	return new Promise((resolve, reject) => {
		const call = request({
			createConnection: () => socket,
			path: health.path,
			method: health.method,
			headers: { host: "127.0.0.1", "user-agent": "lucid-smoke", ...health.headers, connection: "close" },
			signal,
		});
		call.on("error", reject);
		call.on("response", (response) => {
			const { statusCode: status = 0, headers } = response;
			const chunks: Buffer[] = [];
			let size = 0;
			const done = () => {
				const body = Buffer.concat(chunks).subarray(0, bodyLimit).toString();
				resolve({ status, body, ...defined({ location: headers.location }) });
			};
			response.on("data", (chunk: Buffer) => {
				chunks.push(chunk);
				size += chunk.length;
				if (size >= bodyLimit) done();
			});
			response.on("end", done);
			response.on("error", reject);
		});
		call.end();
	});
}

function statusMismatch(health: HttpHealth, status: number): string | undefined {
	if (health.status.some(([low, high]) => status >= low && status <= high)) return undefined;
	const ranges = health.status.map(([low, high]) => (low === high ? low : `${low}-${high}`));
	return `answered ${status}, expected ${ranges.join(", ")}`;
}

/** How a body differs from what is expected, as the end of a sentence; undefined if it matches. Cheap checks first. */
export function bodyMismatch(
	{ body: text, bodyMatches, json }: Pick<HttpHealth, "body" | "bodyMatches" | "json">,
	body: string,
): string | undefined {
	const actual =
		body === "" ? "with an empty body" : `with the body ${JSON.stringify(sanitizeLogLine(body.slice(0, 80)))}`;
	if (text !== undefined && !body.includes(text)) return `${actual}, expected it to contain ${JSON.stringify(text)}`;
	const test = json === undefined ? undefined : readJsonTest(json);
	const mismatch = test?.kind === "test" ? jsonMismatch(test, body) : undefined;
	if (mismatch !== undefined) return `${actual}, ${sanitizeLogLine(mismatch)}; expected ${json}`;
	if (bodyMatches === undefined || compileLinear(bodyMatches).test(body)) return undefined;
	return `${actual}, expected a match of /${bodyMatches}/u`;
}

/** The same check for a path or gRPC service that does not exist. */
export function nonexistentHealth<H extends Extract<Health, { kind: "http" | "grpc" }>>(health: H): H {
	const name = `lucid-smoke-${randomBytes(8).toString("hex")}`;
	return health.kind === "http" ? { ...health, path: `/${name}` } : { ...health, service: name };
}

/** The engine's port proxy accepts every connection, and drops it at once when nothing listens behind it. */
const holdMs = 250;

/** One TCP connection that opens within the timeout and then stays open for `holdMs`. */
export function tryTcp(options: AttemptOptions): Promise<Attempt> {
	const { timeoutMs } = options;
	const timeoutError = `no connection within ${formatSeconds(timeoutMs)}`;
	return attemptOn({ ...options, timeoutMs: timeoutMs + holdMs }, timeoutError, async (socket, _, openMs) => {
		if (openMs > timeoutMs) return { ok: false, error: timeoutError, timedOut: true, noResponse: true };
		return new Promise((resolve, reject) => {
			const succeed = () => resolve({ ok: true, latencyMs: openMs });
			const timer = setTimeout(succeed, holdMs);
			const error = "connection closed at once: nothing listens on the port";
			socket.on("close", () => clearTimeout(timer));
			socket.on("data", succeed);
			socket.on("end", () => resolve({ ok: false, error, noResponse: true }));
			socket.on("error", reject);
		});
	});
}

type Result = Omit<Attempt, "latencyMs"> & { readonly latencyMs?: number };

/** Opens a connection, passes it to `use` and closes it. Every error is a result. `openMs`: time to connect. */
export async function attemptOn(
	{ port, timeoutMs, signal, reach = directPortAccess("127.0.0.1") }: AttemptOptions,
	timeoutError: string,
	use: (socket: Duplex, signal: AbortSignal, openMs: number) => Promise<Result>,
): Promise<Attempt> {
	const startedAt = performance.now();
	const timeout = new AbortController();
	const timer = setTimeout(() => timeout.abort(), timeoutMs);
	const stop = signal === undefined ? timeout.signal : AbortSignal.any([signal, timeout.signal]);
	const stopped = Promise.withResolvers<never>();
	stop.addEventListener("abort", () => stopped.reject(stop.reason), { once: true });
	stopped.promise.catch(() => {});
	let socket: Duplex | undefined;
	const run = async (): Promise<Result> => {
		stop.throwIfAborted();
		socket = await Promise.race([reach.connect(port, stop), stopped.promise]);
		// Errors after the result do not matter.
		socket.on("error", () => {});
		return Promise.race([use(socket, stop, performance.now() - startedAt), stopped.promise]);
	};
	const result = await run().catch((error: NodeJS.ErrnoException): Result => {
		if (signal?.aborted) return { ok: false, error: "interrupted" };
		if (timeout.signal.aborted) return { ok: false, error: timeoutError, timedOut: true, noResponse: true };
		const noResponse = error.code === "ECONNREFUSED" || error.code === "ECONNRESET";
		return { ok: false, error: errorText(error), ...(noResponse && { noResponse }) };
	});
	clearTimeout(timer);
	socket?.destroy();
	return { ...result, latencyMs: Math.round((result.latencyMs ?? performance.now() - startedAt) * 10) / 10 };
}

function errorText(error: NodeJS.ErrnoException): string {
	switch (error.code) {
		case "ECONNREFUSED":
			return "connection refused";
		case "ECONNRESET":
			return "connection reset: nothing listens on the port, or the server closed the connection";
		case "HPE_HEADER_OVERFLOW":
			return "headers larger than 16 KiB";
		default:
			return error.message || error.code || "failed";
	}
}

export function formatSeconds(ms: number): string {
	return `${Math.round(ms / 100) / 10} s`;
}
