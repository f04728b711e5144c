import type { Git } from "./git.ts";

/**
 * Order of our commit relative to the published one, by ancestry, never by dates. `newer`: ours descends from it.
 * `diverged`: the published commit is proven not to be an ancestor of ours, and ours is not known to be one of it.
 */
export type CommitOrder = "same" | "newer" | "older" | "diverged" | "unknown";

/** Compares in this clone. `unknown` if it is shallow or lacks our commit. */
export async function compareRevisions(git: Git, published: string, ours: string): Promise<CommitOrder> {
	if (published === ours) return "same";
	const isAncestor = async (ancestor: string, commit: string) =>
		(await git(["merge-base", "--is-ancestor", "--end-of-options", ancestor, commit])) !== undefined;
	if (await isAncestor(published, ours)) return "newer";
	if (await isAncestor(ours, published)) return "older";
	// A full clone has all ancestors, so a commit that was not found is not one of them.
	const [shallow, commit] = await Promise.all([
		git(["rev-parse", "--is-shallow-repository"]),
		git(["cat-file", "-e", "--end-of-options", `${ours}^{commit}`]),
	]);
	return shallow?.trim() === "false" && commit !== undefined ? "diverged" : "unknown";
}

/** Resolves a branch or tag to its commit; anything unknown to this clone stays as it is. */
export async function resolveRevision(git: Git, revision: string | undefined): Promise<string | undefined> {
	if (revision === undefined || /^[0-9a-f]{40,64}$/.test(revision)) return revision;
	const commit = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
	return commit?.trim() || revision;
}

/** Files under `paths` that differ from a commit, relative to the folder of `git`. Undefined for an unknown commit. */
export async function changedSince(
	git: Git,
	revision: string,
	paths: readonly string[],
): Promise<readonly string[] | undefined> {
	if (!/^[0-9a-f]{7,64}$/.test(revision)) return undefined;
	const [tracked, untracked] = await Promise.all([
		git(["diff", "--name-only", "--relative", "--no-renames", "-z", revision, "--", ...paths.map(literal)]),
		git(["ls-files", "--others", "--exclude-standard", "-z", "--", ...paths.map(literal)]),
	]);
	if (tracked === undefined) return undefined;
	return [...new Set(`${tracked}${untracked ?? ""}`.split("\0").filter(Boolean))].sort();
}

const literal = (path: string) => `:(literal)${path}`;
