import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as a fault sees it. `count` is of this method and path, from 1. */
export interface Asked {
	readonly method: string;
	/** Without the query, and without the session of an upload. */
	readonly path: string;
	readonly url: string;
	readonly authorization: string | undefined;
	readonly count: number;
}

/** What goes wrong with one request. */
export type Fault =
	/** The registry does not get the request. With a `code` the body is an error of the distribution spec. */
	| {
			readonly kind: "answer";
			readonly status: number;
			readonly code?: string;
			readonly body?: string;
			readonly headers?: Record<string, string>;
	  }
	/** Cut off before the registry has seen it. */
	| { readonly kind: "reset" }
	/** Cut off after half of the body was sent on. */
	| { readonly kind: "reset-half-way" }
	/** The registry does it, and the client gets no answer. */
	| { readonly kind: "lose-answer" }
	/** The answer's body ends half-way. */
	| { readonly kind: "truncate" }
	/** 201, and nothing is stored. */
	| { readonly kind: "pretend" }
	/** The registry's answer with another digest in its header. */
	| { readonly kind: "wrong-digest" }
	/** An answer whose body never ends: a byte now and then. */
	| { readonly kind: "endless" }
	/** No answer, until the client gives up. */
	| { readonly kind: "hang" };

export interface PlayedProxy extends AsyncDisposable {
	/** `127.0.0.1:port`. */
	readonly host: string;
	/** Requests that were met with a fault, as `PUT /v2/...`. */
	readonly met: string[];
	/** All requests, in order. */
	readonly seen: string[];
	/** From now on; undefined lets a request through. It may wait, and hold the request up. */
	play(fault: (asked: Asked) => Fault | undefined | Promise<Fault | undefined>): void;
}

/** A real proxy before a real registry, that goes wrong as the test says. */
export async function playFaults(upstream: string): Promise<PlayedProxy> {
	const [hostname, port] = upstream.split(":");
	const counts = new Map<string, number>();
	const met: string[] = [];
	const seen: string[] = [];
	let fault: Parameters<PlayedProxy["play"]>[0] = () => undefined;
	const own = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;

	const pass = (incoming: IncomingMessage, outgoing: ServerResponse, how: Fault | undefined) => {
		const { method, url } = incoming;
		const headers = { ...incoming.headers, host: own() };
		const onward = request({ hostname, port, method, path: url, headers, agent: false }, (answer) => {
			if (how?.kind === "lose-answer") {
				answer.resume();
				answer.on("end", () => incoming.socket.destroy());
				return;
			}
			const answered = { ...answer.headers };
			if (how?.kind === "wrong-digest") answered["docker-content-digest"] = `sha256:${"0".repeat(64)}`;
			outgoing.writeHead(answer.statusCode ?? 502, answered);
			if (how?.kind !== "truncate") return void answer.pipe(outgoing);
			answer.once("data", (chunk: Buffer) =>
				outgoing.write(chunk.subarray(0, chunk.length / 2), () => outgoing.destroy()),
			);
		});
		onward.on("error", () => outgoing.destroy());
		if (how?.kind !== "reset-half-way") return void incoming.pipe(onward);
		incoming.once("data", (chunk: Buffer) =>
			onward.write(chunk.subarray(0, chunk.length / 2), () => {
				onward.destroy();
				incoming.socket.destroy();
			}),
		);
	};

	const server = createServer(async (incoming, outgoing) => {
		const { method = "", url = "", headers } = incoming;
		const path = (url.split("?")[0] ?? "").replace(/(?<=\/blobs\/uploads\/).+/, "");
		const line = `${method} ${path}`;
		seen.push(line);
		const count = (counts.get(line) ?? 0) + 1;
		counts.set(line, count);
		const how = await fault({ method, path, url, authorization: headers.authorization, count });
		if (how !== undefined) met.push(line);
		switch (how?.kind) {
			case "answer": {
				incoming.resume();
				const body =
					how.code === undefined
						? (how.body ?? "")
						: JSON.stringify({ errors: [{ code: how.code, message: "made up" }] });
				outgoing.writeHead(how.status, { "content-type": "application/json", ...how.headers });
				return void outgoing.end(method === "HEAD" ? undefined : body);
			}
			case "reset":
				return void incoming.socket.destroy();
			case "endless": {
				incoming.resume();
				outgoing.writeHead(200, { "content-type": "application/vnd.oci.image.manifest.v1+json" });
				const timer = setInterval(() => outgoing.write(" "), 100);
				return void outgoing.on("close", () => clearInterval(timer));
			}
			case "hang":
				return void incoming.resume();
			case "pretend": {
				const hash = createHash("sha256");
				incoming.on("data", (chunk: Buffer) => hash.update(chunk));
				return void incoming.on("end", () => {
					outgoing.writeHead(201, { "docker-content-digest": `sha256:${hash.digest("hex")}` });
					outgoing.end();
				});
			}
			default:
				return pass(incoming, outgoing, how);
		}
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		host: own(),
		met,
		seen,
		play: (next) => {
			fault = next;
			counts.clear();
		},
		[Symbol.asyncDispose]: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}
