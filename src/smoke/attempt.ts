import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { connect } from "node:net";
import { performance } from "node:perf_hooks";
import type { Health } from "../documents/service.ts";
import { harmless } from "./harmless.ts";

/** One try of a probe. */
export interface Attempt {
	readonly ok: boolean;
	readonly latencyMs: number;
	readonly status?: number;
	readonly error?: string;
	/** Nothing came in time, which a slow machine alone can bring about. */
	readonly late?: true;
}

export type HttpHealth = Extract<Health, { kind: "http" }>;

/** Of an answer's body, bytes; the rest is not read. */
export const bodyLimit = 64 * 1024;

/**
 * One HTTP request to 127.0.0.1, judged by status and body. Redirects are answers, never followed. `timeoutMs` is for the
 * whole exchange, so an answer that drips is a timeout.
 */
export function tryHttp(health: HttpHealth, port: number, timeoutMs: number, signal?: AbortSignal): Promise<Attempt> {
	return timed((settle) => {
		const call = request({
			host: "127.0.0.1",
			port,
			path: health.path,
			method: health.method,
			headers: { "user-agent": "lucid-smoke", ...health.headers, connection: "close" },
			agent: false,
		});
		const timer = setTimeout(
			() => finish({ ok: false, error: `no complete answer within ${seconds(timeoutMs)}` }),
			timeoutMs,
		);
		const abort = () => finish({ ok: false, error: "interrupted" });
		signal?.addEventListener("abort", abort, { once: true });
		const finish = (result: Omit<Attempt, "latencyMs">) => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", abort);
			call.destroy();
			settle(result);
		};
		call.on("error", (error: NodeJS.ErrnoException) => finish({ ok: false, error: plainError(error) }));
		call.on("response", (response) => {
			const status = response.statusCode ?? 0;
			const chunks: Buffer[] = [];
			let size = 0;
			const judge = () => {
				const error = complaint(health, status, Buffer.concat(chunks).subarray(0, bodyLimit).toString());
				finish({ ok: error === undefined, status, ...(error !== undefined && { error }) });
			};
			response.on("data", (chunk: Buffer) => {
				chunks.push(chunk);
				size += chunk.length;
				if (size >= bodyLimit) judge();
			});
			response.on("end", judge);
			response.on("error", (error) => finish({ ok: false, status, error: plainError(error) }));
		});
		call.end();
	});
}

function complaint(health: HttpHealth, status: number, body: string): string | undefined {
	if (!health.status.some(([low, high]) => status >= low && status <= high))
		return `answered ${status}, wanted ${health.status.map(([low, high]) => (low === high ? low : `${low}-${high}`)).join(", ")}`;
	if (health.body !== undefined && !body.includes(health.body)) {
		const got = body === "" ? "an empty body" : `the body ${JSON.stringify(harmless(body.slice(0, 80)))}`;
		return `answered ${status} with ${got}, wanted ${JSON.stringify(health.body)} in it`;
	}
	return undefined;
}

/** The same request for a path that cannot exist. */
export function impossible(health: HttpHealth): HttpHealth {
	return { ...health, path: `/lucid-smoke-${randomBytes(8).toString("hex")}` };
}

/** How long a connection must stay open to count: the engine's port proxy takes every connection and drops it when nobody listens behind. */
const holdMs = 250;

/** One TCP connection to 127.0.0.1 that is accepted, within `timeoutMs`, and then not dropped at once. */
export function tryTcp(port: number, timeoutMs: number, signal?: AbortSignal): Promise<Attempt> {
	return timed((settle) => {
		const started = performance.now();
		const socket = connect({ host: "127.0.0.1", port });
		let opened = 0;
		let hold: NodeJS.Timeout | undefined;
		const timer = setTimeout(
			() => finish({ ok: false, error: `no connection within ${seconds(timeoutMs)}` }),
			timeoutMs,
		);
		const abort = () => finish({ ok: false, error: "interrupted" });
		signal?.addEventListener("abort", abort, { once: true });
		const finish = (result: Omit<Attempt, "latencyMs"> & { readonly latencyMs?: number }) => {
			clearTimeout(timer);
			clearTimeout(hold);
			signal?.removeEventListener("abort", abort);
			socket.destroy();
			settle(result);
		};
		const good = () => finish({ ok: true, latencyMs: opened });
		socket.on("connect", () => {
			opened = performance.now() - started;
			clearTimeout(timer);
			hold = setTimeout(good, holdMs);
		});
		socket.on("data", good);
		socket.on("end", () => finish({ ok: false, error: "connection dropped at once: nothing listens on the port" }));
		socket.on("error", (error: NodeJS.ErrnoException) => finish({ ok: false, error: plainError(error) }));
	});
}

type Settle = (result: Omit<Attempt, "latencyMs"> & { readonly latencyMs?: number }) => void;

function timed(start: (settle: Settle) => void): Promise<Attempt> {
	const started = performance.now();
	return new Promise((resolve) =>
		start((result) =>
			resolve({ ...result, latencyMs: Math.round((result.latencyMs ?? performance.now() - started) * 10) / 10 }),
		),
	);
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

export function seconds(ms: number): string {
	return `${Math.round(ms / 100) / 10} s`;
}
