import type { Agent, ClientRequest, IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { type Clock, systemClock } from "../../util/clock.ts";
import { defined } from "../../util/defined.ts";
import type { Env } from "../../util/env.ts";

export interface HttpRequest {
	readonly method: "GET" | "HEAD" | "PUT" | "POST" | "DELETE";
	readonly url: URL;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: Uint8Array | BodySource;
	/** The body of a 2xx response is a stream. */
	readonly stream?: true;
	readonly signal: AbortSignal;
	/** Timeout without traffic on the socket, milliseconds. */
	readonly idleMs: number;
	/** Milliseconds left for the request (`code: "DEADLINE"`). Called again when they are over, as it may be extended. */
	readonly remainingMs: () => number;
	/** Limit of the body (`code: "TOO_LARGE"`). */
	readonly maxBytes: number;
}

export interface HttpResponse {
	readonly status: number;
	/** Lower-case names. */
	readonly headers: Readonly<Record<string, string | undefined>>;
	/** Empty if there is a stream. */
	readonly body: Uint8Array;
	readonly stream?: Readable;
}

/** A body that is opened again for each try. */
export interface BodySource {
	/** Bytes. */
	readonly length: number;
	readonly open: () => Promise<Readable>;
}

/**
 * Sends one request, and follows no redirect. Resolves with any status; rejects without a complete response, with
 * `received`, the bytes of its body, if it has begun.
 */
export type Http = (request: HttpRequest) => Promise<HttpResponse>;

/** Node's client with keep-alive: half the start-up time of fetch. Uses the proxies of `env`, except for loopback. */
export function openHttp(env: Env, clock = systemClock): Http {
	const agents = new Map<string, ReturnType<typeof open>>();
	const agentFor = ({ protocol, hostname }: URL) => {
		const place = protocol + hostname;
		const existing = agents.get(place);
		if (existing !== undefined) return existing;
		const isLocal = isLoopback(hostname);
		const key = `${protocol} ${isLocal ? "local" : "remote"}`;
		const agent = agents.get(key) ?? open(protocol, isLocal ? {} : env);
		agents.set(key, agent).set(place, agent);
		return agent;
	};
	return async (request) => {
		const { request: start, agent } = await agentFor(request.url);
		try {
			return await sendOnce(start, agent, request, clock);
		} catch (error) {
			// The server closed an idle connection as it was used again.
			const isRepeatable = request.body === undefined || request.body instanceof Uint8Array;
			if ((error as { stale?: true }).stale && isRepeatable) return sendOnce(start, agent, request, clock);
			throw error;
		}
	};
}

async function open(protocol: string, env: Env) {
	const http = protocol === "https:" ? await import("node:https") : await import("node:http");
	const proxyEnv = { ...env };
	return { request: http.request, agent: new http.Agent({ keepAlive: true, maxFreeSockets: 32, proxyEnv }) as Agent };
}

export interface FailedProxy {
	/** Without credentials: `http://127.0.0.1:3128`. */
	readonly address: string;
	/** The environment variable with its address. */
	readonly variable: string;
}

/** The proxy that caused an error; undefined if the server did. */
export function failedProxy(error: unknown, url: URL, env: Env): FailedProxy | undefined {
	const kind = url.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
	const variable = env[kind.toLowerCase()] ? kind.toLowerCase() : kind;
	const proxy = URL.parse(env[variable] ?? "");
	if (proxy === null || isLoopback(url.hostname)) return undefined;
	const { code, hostname, port } = error as { code?: unknown; hostname?: unknown; port?: unknown };
	const isProxy = code === "ERR_PROXY_TUNNEL" || hostname === proxy.hostname || `${port}` === proxy.port;
	return isProxy ? { address: proxy.origin, variable } : undefined;
}

export function isLoopback(hostname: string): boolean {
	return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(hostname);
}

function sendOnce(
	start: typeof import("node:http").request,
	agent: Agent,
	request: HttpRequest,
	clock: Clock,
): Promise<HttpResponse> {
	const { method, url, headers, body, signal, idleMs, remainingMs, maxBytes } = request;
	return new Promise((resolve, reject) => {
		const length = body === undefined && method !== "PUT" && method !== "POST" ? undefined : (body?.length ?? 0);
		const sent = start(url, { method, agent, headers: { ...headers, ...defined({ "content-length": length }) } });
		stopWith(signal, sent);
		// A timer, because AbortSignal.any costs more than the request; whole seconds, as Node has one list per duration.
		const schedule = (ms: number) => clock.after(ms > 10_000 ? Math.ceil(ms / 1000) * 1000 : Math.max(1, ms), check);
		const check = () => {
			const ms = remainingMs();
			if (ms > 0) cancel = schedule(ms);
			else sent.destroy(failure("the deadline was exceeded", "DEADLINE"));
		};
		let cancel = schedule(remainingMs());
		sent.on("close", () => cancel());
		sent.setTimeout(idleMs, () => sent.destroy(failure(`no response for ${idleMs / 1000} s`, "ETIMEDOUT")));
		let received: number | undefined;
		const fail = (error: Error) => reject(received === undefined ? error : Object.assign(error, { received }));
		sent.on("error", (error: NodeJS.ErrnoException) =>
			fail(sent.reusedSocket && error.code === "ECONNRESET" ? Object.assign(error, { stale: true }) : error),
		);
		sent.on("response", (response: IncomingMessage) => {
			const status = response.statusCode ?? 0;
			if (request.stream && status >= 200 && status < 300)
				return resolve({ status, headers: joinHeaders(response.headers), body: new Uint8Array(), stream: response });
			const chunks: Buffer[] = [];
			received = 0;
			response.on("data", (chunk: Buffer) => {
				received = (received ?? 0) + chunk.length;
				if (received > maxBytes)
					response.destroy(failure(`the response is longer than ${maxBytes} bytes`, "TOO_LARGE"));
				else chunks.push(chunk);
			});
			response.on("error", fail);
			response.on("end", () =>
				resolve({ status, headers: joinHeaders(response.headers), body: Buffer.concat(chunks) }),
			);
		});
		if (body === undefined || body instanceof Uint8Array) sent.end(body);
		else
			body.open().then(
				(source) => {
					source.on("error", (error) => sent.destroy(error));
					sent.on("close", () => source.destroy());
					source.pipe(sent);
				},
				(error) => sent.destroy(error),
			);
	});
}

/** Running requests by their signal. */
const running = new WeakMap<AbortSignal, Set<ClientRequest>>();

/** One listener per signal: one per request costs a fifth of the request's time. */
function stopWith(signal: AbortSignal, sent: ClientRequest): void {
	const stop = (request: ClientRequest) => request.destroy(failure("aborted", "ABORT_ERR"));
	if (signal.aborted) stop(sent);
	const requests = running.get(signal) ?? new Set();
	if (!running.has(signal)) {
		running.set(signal, requests);
		signal.addEventListener("abort", () => requests.forEach(stop), { once: true });
	}
	requests.add(sent);
	sent.on("close", () => requests.delete(sent));
}

function joinHeaders(headers: IncomingMessage["headers"]): Record<string, string | undefined> {
	const joined: Record<string, string | undefined> = {};
	for (const name in headers) {
		const value = headers[name];
		joined[name] = Array.isArray(value) ? value.join(", ") : value;
	}
	return joined;
}

function failure(message: string, code: string): Error {
	return Object.assign(new Error(message), { code });
}
