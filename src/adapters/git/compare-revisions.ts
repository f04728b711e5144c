import type { Git } from "./git.ts";

/**
 * Where `ours` stands to what is published: `newer` when it descends from it. `diverged`: what is published is proven not to be an ancestor of ours, and
 * ours is not known to be one of it. Never from clocks.
 */
export type CommitOrder = "same" | "newer" | "older" | "diverged" | "unknown";

/** Compares by ancestry. `unknown` when this clone cannot tell: it is shallow, or does not have our commit. */
export async function compareRevisions(git: Git, published: string, ours: string): Promise<CommitOrder> {
	if (published === ours) return "same";
	const isBefore = async (one: string, other: string) =>
		(await git(["merge-base", "--is-ancestor", "--end-of-options", one, other])) !== undefined;
	if (await isBefore(published, ours)) return "newer";
	if (await isBefore(ours, published)) return "older";
	// A whole clone of a commit has all its ancestors, so what is not found there is none of them.
	const [shallow, commit] = await Promise.all([
		git(["rev-parse", "--is-shallow-repository"]),
		git(["cat-file", "-e", "--end-of-options", `${ours}^{commit}`]),
	]);
	return shallow?.trim() === "false" && commit !== undefined ? "diverged" : "unknown";
}
