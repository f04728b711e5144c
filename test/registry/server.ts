import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { openRegistry, type Registry, type RegistryOptions } from "../../src/adapters/registry/registry.ts";

export interface Seen {
	/** `GET /v2/a/manifests/b`. */
	readonly line: string;
	readonly authorization: string | undefined;
	readonly ifMatch: string | undefined;
	readonly body: string;
}

/** A real server that answers what the test says, for what a real registry cannot be made to do. */
export async function serve(
	answer: (request: IncomingMessage, response: ServerResponse, seen: Seen) => void,
	options: RegistryOptions = {},
): Promise<{ host: string; seen: Seen[]; registry: Registry; lines: () => string[] } & AsyncDisposable> {
	const seen: Seen[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on("data", (chunk) => chunks.push(chunk));
		request.on("end", () => {
			const line = `${request.method} ${request.url}`;
			const { authorization, "if-match": ifMatch } = request.headers;
			const one = { line, authorization, ifMatch, body: Buffer.concat(chunks).toString() };
			seen.push(one);
			answer(request, response, one);
		});
	});
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
	const retry = { tries: 6, firstMs: 1, maxMs: 5, maxRetryAfterMs: 10 };
	return {
		host,
		seen,
		lines: () => seen.map(({ line }) => line),
		registry: openRegistry({ retry, ...options }),
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	};
}

export const manifestType = "application/vnd.oci.image.manifest.v1+json";

export function reply(
	response: ServerResponse,
	status: number,
	body: string | Uint8Array = "",
	headers: Record<string, string> = {},
): void {
	response.writeHead(status, { "content-length": String(Buffer.byteLength(body)), ...headers });
	response.end(response.req.method === "HEAD" ? undefined : body);
}

export const errorBody = (code: string, message: string) => JSON.stringify({ errors: [{ code, message }] });
