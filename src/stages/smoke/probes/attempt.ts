import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { performance } from "node:perf_hooks";
import type { Duplex } from "node:stream";
import type { Health } from "../../../model/service/service.ts";
import { defined } from "../../../util/defined.ts";
import { bodyMismatch } from "./body.ts";
import { type PortAccess, reachHost } from "./reach-host.ts";

/** One try of a probe. */
export interface Attempt {
	readonly ok: boolean;
	readonly latencyMs: number;
	readonly status?: number;
	/** Of an answer that sends elsewhere. */
	readonly location?: string;
	readonly error?: string;
	/** Nothing came in time, which a slow machine alone can bring about. */
	readonly timedOut?: true;
	/** Not a byte came: refused, dropped, or late. */
	readonly noResponse?: true;
	/** A running server's wrong answer that waiting seldom changes: 404, but no 5xx. */
	readonly permanent?: true;
}

export type HttpHealth = Extract<Health, { kind: "http" }>;

/** Where and for how long an attempt is made. */
export interface AttemptOptions {
	/** The published one. */
	readonly port: number;
	/** For the whole exchange, so that an answer that drips is late. */
	readonly timeoutMs: number;
	readonly signal?: AbortSignal;
	readonly reach?: PortAccess;
}

/** Of an answer's body, bytes; the rest is not read. */
export const bodyLimit = 64 * 1024;

/** One HTTP request, judged by status and body. Redirects are answers, never followed. */
export function tryHttp(health: HttpHealth, aim: AttemptOptions): Promise<Attempt> {
	const late = `no complete answer within ${formatSeconds(aim.timeoutMs)}`;
	return attemptOn(aim, late, async (socket, signal) => {
		const { status, location, body } = await exchange(health, socket, signal);
		const wrong = wrongStatus(health, status);
		const error = wrong ?? (await bodyMismatch(health, body, signal).then((why) => why && `answered ${status} ${why}`));
		return {
			...{ ok: error === undefined, status },
			...defined({ location, error }),
			...(wrong !== undefined && status < 500 && !soon.has(status) && { permanent: true }),
		};
	});
}

/** Statuses that ask the client to come again: Request Timeout, Too Early, Too Many Requests (RFC 9110, 8470, 6585). */
const soon = new Set([408, 425, 429]);

interface Answer {
	readonly status: number;
	readonly location?: string;
	readonly body: string;
}

function exchange(health: HttpHealth, socket: Duplex, signal: AbortSignal): Promise<Answer> {
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

function wrongStatus(health: HttpHealth, status: number): string | undefined {
	if (health.status.some(([low, high]) => status >= low && status <= high)) return undefined;
	return `answered ${status}, wanted ${health.status.map(([low, high]) => (low === high ? low : `${low}-${high}`)).join(", ")}`;
}

/** The same request for what cannot exist. */
export function nonexistentHealth<H extends Extract<Health, { kind: "http" | "grpc" }>>(health: H): H {
	const name = `lucid-smoke-${randomBytes(8).toString("hex")}`;
	return health.kind === "http" ? { ...health, path: `/${name}` } : { ...health, service: name };
}

/** How long a connection must stay open to count: the engine's port proxy takes every connection and drops it when nobody listens behind. */
const holdMs = 250;

/** One TCP connection that is accepted, and then not dropped at once. The timeout is for the connection alone. */
export function tryTcp(aim: AttemptOptions): Promise<Attempt> {
	const held = { ...aim, timeoutMs: aim.timeoutMs + holdMs };
	return attemptOn(held, `no connection within ${formatSeconds(aim.timeoutMs)}`, (socket, _, openMs) =>
		openMs > aim.timeoutMs
			? Promise.resolve({
					...{
						ok: false,
						error: `no connection within ${formatSeconds(aim.timeoutMs)}`,
						timedOut: true,
						noResponse: true,
					},
				})
			: new Promise((resolve, reject) => {
					const good = () => resolve({ ok: true, latencyMs: openMs });
					const timer = setTimeout(good, holdMs);
					socket.on("close", () => clearTimeout(timer));
					socket.on("data", good);
					socket.on("end", () =>
						resolve({
							...{ ok: false, error: "connection dropped at once: nothing listens on the port", noResponse: true },
						}),
					);
					socket.on("error", reject);
				}),
	);
}

type Result = Omit<Attempt, "latencyMs"> & { readonly latencyMs?: number };

/** Opens a connection and hands it on; whatever happens is a result, and the connection is closed. `openMs` is what opening took. */
export async function attemptOn(
	{ port, timeoutMs, signal, reach = reachHost("127.0.0.1") }: AttemptOptions,
	lateError: string,
	use: (socket: Duplex, signal: AbortSignal, openMs: number) => Promise<Result>,
): Promise<Attempt> {
	const started = performance.now();
	const late = new AbortController();
	const timer = setTimeout(() => late.abort(), timeoutMs);
	const stop = signal === undefined ? late.signal : AbortSignal.any([signal, late.signal]);
	const stopped = Promise.withResolvers<never>();
	stop.addEventListener("abort", () => stopped.reject(stop.reason), { once: true });
	stopped.promise.catch(() => {});
	let socket: Duplex | undefined;
	const run = async (): Promise<Result> => {
		stop.throwIfAborted();
		socket = await Promise.race([reach.connect(port, stop), stopped.promise]);
		// After the verdict nobody asks what becomes of the connection.
		socket.on("error", () => {});
		return Promise.race([use(socket, stop, performance.now() - started), stopped.promise]);
	};
	const result = await run().catch((error: NodeJS.ErrnoException): Result => {
		if (signal?.aborted) return { ok: false, error: "interrupted" };
		if (late.signal.aborted) return { ok: false, error: lateError, timedOut: true, noResponse: true };
		const unanswered = error.code === "ECONNREFUSED" || error.code === "ECONNRESET";
		return { ok: false, error: plainError(error), ...(unanswered && { noResponse: unanswered }) };
	});
	clearTimeout(timer);
	socket?.destroy();
	return { ...result, latencyMs: Math.round((result.latencyMs ?? performance.now() - started) * 10) / 10 };
}

function plainError(error: NodeJS.ErrnoException): string {
	switch (error.code) {
		case "ECONNREFUSED":
			return "connection refused";
		case "ECONNRESET":
			return "connection reset: nothing listens on the port, or it hung up";
		case "HPE_HEADER_OVERFLOW":
			return "headers larger than 16 KiB";
		default:
			return error.message || error.code || "failed";
	}
}

export function formatSeconds(ms: number): string {
	return `${Math.round(ms / 100) / 10} s`;
}
