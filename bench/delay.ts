import http from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * A registry as seen over a network: every request takes so many milliseconds more. Without a delay it is the registry
 * itself.
 */
export async function farRegistry(
	host: string,
	milliseconds: number,
): Promise<AsyncDisposable & { readonly host: string }> {
	if (milliseconds === 0) return { host, async [Symbol.asyncDispose]() {} };
	const [hostname = "", port = ""] = host.split(":");
	const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
	const server = http.createServer(async (request, response) => {
		await sleep(milliseconds / 2);
		const { method, url, headers } = request;
		const onward = http.request({ hostname, port, method, path: url, headers, agent }, async (answer) => {
			await sleep(milliseconds / 2);
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		});
		onward.on("error", (error) => response.destroy(error));
		request.pipe(onward);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
		async [Symbol.asyncDispose]() {
			agent.destroy();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
