import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";

export interface FaultProxy extends AsyncDisposable {
	/** `127.0.0.1:port`. */
	readonly host: string;
	/** Requests answered with a fault. */
	readonly faults: number;
}

/**
 * Replaces the registry's answer. With a `code` the body is an error of the distribution spec, else it is
 * empty.
 */
export interface Fault {
	readonly status: number;
	readonly code?: string;
}

/** A real proxy before a real registry; if `fault` returns one, the registry gets no request. */
export async function faultProxy(
	upstream: string,
	fault: (request: IncomingMessage, faults: number) => Fault | undefined,
): Promise<FaultProxy> {
	const [hostname, port] = upstream.split(":");
	let faults = 0;
	const server = createServer((incoming, outgoing) => {
		const met = fault(incoming, faults);
		if (met !== undefined) {
			faults++;
			incoming.resume();
			outgoing.writeHead(met.status, { "content-type": "application/json", connection: "close" });
			outgoing.end(met.code && JSON.stringify({ errors: [{ code: met.code, message: "made up" }] }));
			return;
		}
		const { method, url, headers } = incoming;
		const onward = request({ hostname, port, method, path: url, headers }, (answer) => {
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(outgoing);
		});
		onward.on("error", () => outgoing.destroy());
		incoming.pipe(onward);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
		get faults() {
			return faults;
		},
		[Symbol.asyncDispose]: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}
