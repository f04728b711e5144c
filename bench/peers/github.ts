import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * As much of GitHub's API as docker/metadata-action asks for: the repository, for its labels, and the commit, for its
 * date. It answers at once, which is in the peers' favour.
 */
export async function openGitHub(): Promise<{ readonly url: string; close(): Promise<void> }> {
	const server = createServer((request, response) => {
		const isCommit = /\/commits\//.test(request.url ?? "");
		const repository = {
			name: "bench",
			full_name: "lucid/bench",
			html_url: "https://example.invalid/lucid/bench",
			description: "Services to build",
			default_branch: "main",
			license: { spdx_id: "Apache-2.0" },
		};
		const commit = { commit: { committer: { date: "2026-01-01T00:00:00Z" } } };
		response.setHeader("content-type", "application/json");
		response.end(JSON.stringify(isCommit ? commit : repository));
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}
