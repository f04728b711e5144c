import { spawn } from "node:child_process";
import { Agent, type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { Duplex } from "node:stream";
import type { Env } from "../../util/env.ts";
import { tailOf } from "../process/exec.ts";
import { defaultEngineAddress } from "./client-config.ts";

/** A request to the engine's HTTP API (https://docs.docker.com/reference/api/engine/). */
export interface ApiRequest {
	readonly method: "GET" | "HEAD" | "POST" | "DELETE";
	/** Without version: `/containers/json`. */
	readonly path: string;
	readonly query?: Readonly<Record<string, string>>;
	/** Sent as JSON. */
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
	readonly signal?: AbortSignal | undefined;
	/** Receives the body of a 2xx response in pieces instead of `text`; `enough` ends the request early. */
	readonly onData?: (chunk: Buffer, enough: () => void) => void;
}

/** A response with any status. */
export interface ApiResponse {
	readonly status: number;
	readonly text: string;
	/** Lower-case names. */
	readonly headers: IncomingMessage["headers"];
}

/**
 * Calls the engine without a docker process, which costs 50 ms of CPU time. Rejects without a complete response, with
 * the signal's reason on abort.
 */
export type EngineApi = (request: ApiRequest) => Promise<ApiResponse>;

/** API version of the oldest supported engine (26.0). */
const version = "v1.45";

/** Opens a local socket directly; any other address (TLS, proxy) through `docker system dial-stdio`. */
export function openEngineApi(address: string, env: Env): EngineApi {
	const socketPath = socketOf(address);
	if (socketPath === undefined) return (request) => send(request, { createConnection: () => dialStdio(env) });
	const agent = new Agent({ keepAlive: true });
	return async (request) => {
		try {
			return await send(request, { socketPath, agent });
		} catch (error) {
			// The engine closed an idle connection as it was used again.
			if ((error as { stale?: true }).stale) return send(request, { socketPath });
			throw error;
		}
	};
}

/** The API of the engine that docker would use; undefined if it has no local socket. */
export async function defaultEngineApi(env: Env): Promise<EngineApi | undefined> {
	const address = await defaultEngineAddress(env);
	return address === undefined || socketOf(address) === undefined ? undefined : openEngineApi(address, env);
}

/** `unix:///var/run/docker.sock`, on Windows `npipe:////./pipe/docker_engine`. */
function socketOf(address: string): string | undefined {
	const pipe = /^npipe:(?:\/\/(?=\/\/))?(\/\/.*)$/.exec(address)?.[1];
	return pipe?.replaceAll("/", "\\") ?? /^unix:\/\/(\/.*)$/.exec(address)?.[1];
}

function dialStdio(env: Env): Duplex {
	const child = spawn("docker", ["system", "dial-stdio"], { env: { ...env }, stdio: ["pipe", "pipe", "pipe"] });
	const stderr = tailOf(child.stderr);
	const duplex = new Duplex({
		read: () => void child.stdout.resume(),
		// If it exits before it has read everything, its stderr says why.
		write: (chunk: Buffer, _, done) => void child.stdin.write(chunk, () => done()),
	});
	child.stdin.on("error", () => {});
	child.stdout.on("data", (chunk: Buffer) => {
		if (!duplex.push(chunk)) child.stdout.pause();
	});
	child.on("error", (cause) => duplex.destroy(new Error(`cannot run docker: ${cause.message}`, { cause })));
	child.on("close", (code) => {
		if (code === 0) duplex.push(null);
		else duplex.destroy(new Error(stderr().trim() || `docker system dial-stdio exited with ${code}`));
	});
	duplex.on("close", () => child.kill());
	return duplex;
}

const staleCodes = new Set(["ECONNRESET", "EPIPE"]);

type Connection = { readonly socketPath: string; readonly agent?: Agent } | { readonly createConnection: () => Duplex };

function send(request: ApiRequest, connection: Connection): Promise<ApiResponse> {
	const { method, path, query, body, headers, signal, onData } = request;
	return new Promise((resolve, reject) => {
		signal?.throwIfAborted();
		const text = body === undefined ? undefined : JSON.stringify(body);
		const search = query === undefined ? "" : `?${new URLSearchParams(query)}`;
		const sent: ClientRequest = httpRequest({
			...{ ...connection, method, path: `/${version}${path}${search}` },
			headers: {
				...headers,
				host: "docker",
				...(text !== undefined && { "content-type": "application/json", "content-length": Buffer.byteLength(text) }),
				...(method === "POST" && text === undefined && { "content-length": 0 }),
			},
		});
		const abort = () => sent.destroy();
		signal?.addEventListener("abort", abort, { once: true });
		const fail = (error: NodeJS.ErrnoException) => {
			signal?.removeEventListener("abort", abort);
			if (signal?.aborted) reject(signal.reason);
			else
				reject(sent.reusedSocket && staleCodes.has(error.code ?? "") ? Object.assign(error, { stale: true }) : error);
		};
		sent.on("error", fail);
		sent.on("response", (response) => {
			const { statusCode: status = 0, headers } = response;
			const chunks: Buffer[] = [];
			const done = () => {
				signal?.removeEventListener("abort", abort);
				resolve({ status, headers, text: Buffer.concat(chunks).toString() });
			};
			const enough = () => {
				done();
				sent.destroy();
			};
			const isSuccess = status >= 200 && status < 300;
			response.on("data", (chunk: Buffer) => (onData && isSuccess ? onData(chunk, enough) : chunks.push(chunk)));
			response.on("error", fail);
			response.on("end", done);
		});
		sent.end(text);
	});
}
