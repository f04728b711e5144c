import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** An empty registry, or one that never answers. Real HTTP on a free port of loopback. */
export async function emptyRegistry(answer: "nothing" | "never"): Promise<
	AsyncDisposable & {
		readonly host: string;
		/** Resolves with the first request. */
		readonly asked: Promise<void>;
	}
> {
	const first = Promise.withResolvers<void>();
	const server = createServer((_, response) => {
		first.resolve();
		if (answer === "never") return;
		response.writeHead(404, { "content-type": "application/json" });
		response.end(JSON.stringify({ errors: [{ code: "MANIFEST_UNKNOWN", message: "manifest unknown" }] }));
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked: first.promise,
		[Symbol.asyncDispose]: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
