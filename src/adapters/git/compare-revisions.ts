import type { Git } from "./git.ts";

/**
 * Order of our commit relative to the published one, by ancestry, never by dates. `newer`: ours descends from it.
 * `diverged`: the published commit is proven not to be an ancestor of ours, and ours is not known to be one of it.
 */
export type CommitOrder = "same" | "newer" | "older" | "diverged" | "unknown";

/** Compares in this clone. `unknown` if it is shallow or lacks our commit. */
export async function compareRevisions(git: Git, published: string, ours: string): Promise<CommitOrder> {
	if (published === ours) return "same";
	const isBefore = async (one: string, other: string) =>
		(await git(["merge-base", "--is-ancestor", "--end-of-options", one, other])) !== undefined;
	if (await isBefore(published, ours)) return "newer";
	if (await isBefore(ours, published)) return "older";
	// A full clone has all ancestors, so a commit that was not found is none.
	const [shallow, commit] = await Promise.all([
		git(["rev-parse", "--is-shallow-repository"]),
		git(["cat-file", "-e", "--end-of-options", `${ours}^{commit}`]),
	]);
	return shallow?.trim() === "false" && commit !== undefined ? "diverged" : "unknown";
}
