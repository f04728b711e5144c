import type { Env } from "../../util/env.ts";
import type { CommitOrder } from "../git/revisions.ts";
import { gitHubRepository, isApiError, openGitHub } from "./client.ts";
import { logMissingPermission } from "./permission-error.ts";

export interface CommitComparison {
	readonly env: Env;
	readonly token: string | undefined;
	readonly published: string;
	readonly ours: string;
	readonly log: (line: string) => void;
}

/**
 * Compares two commits by GitHub's compare API, for shallow clones. `unknown` without a token, outside of GitHub, or
 * for an unknown commit; logs a missing permission. Needs `contents: read`.
 */
export async function compareOnGitHub({ env, token, published, ours, log }: CommitComparison): Promise<CommitOrder> {
	const repository = gitHubRepository(env);
	if (!token || repository === undefined) return "unknown";
	const { rest } = await openGitHub(env, { token, effort: "patient" });
	try {
		const basehead = `${published}...${ours}`;
		const { data } = await rest.repos.compareCommitsWithBasehead({ ...repository, basehead, per_page: 1 });
		const orders = { identical: "same", ahead: "newer", behind: "older", diverged: "diverged" } as const;
		return orders[data.status];
	} catch (error) {
		if (isApiError(error) && error.status === 404 && /no common ancestor/i.test(error.message)) return "diverged";
		logMissingPermission(error, "compare this commit with the published one", "contents: read", log);
		return "unknown";
	}
}
