import type { Order } from "../git/order.ts";

/**
 * Compares two commits by GitHub's compare API, for clones that are too shallow to know.
 * `unknown` when it cannot be asked: no token, not on GitHub, no such commit. Needs `contents: read`.
 */
export async function compareOnGitHub(
	env: Readonly<Record<string, string | undefined>>,
	token: string | undefined,
	published: string,
	ours: string,
): Promise<Order> {
	const [owner, repo] = (env.GITHUB_REPOSITORY ?? "").split("/");
	if (!token || !owner || !repo) return "unknown";
	const { getOctokit } = await import("@actions/github");
	try {
		const { data } = await getOctokit(token).rest.repos.compareCommitsWithBasehead({
			owner,
			repo,
			basehead: `${published}...${ours}`,
			per_page: 1,
		});
		const orders: Readonly<Record<string, Order>> = { identical: "same", ahead: "newer", behind: "older" };
		return orders[data.status] ?? "unknown";
	} catch {
		return "unknown";
	}
}
