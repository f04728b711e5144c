import type { Git } from "./git.ts";

/** Where `ours` stands to what is published: `newer` when it descends from it. Never from clocks. */
export type Order = "same" | "newer" | "older" | "unknown";

/** Compares by ancestry. `unknown` when a commit is not in this clone (a shallow one, say) or neither descends from the other. */
export async function compareRevisions(git: Git, published: string, ours: string): Promise<Order> {
	if (published === ours) return "same";
	const isBefore = async (one: string, other: string) =>
		(await git(["merge-base", "--is-ancestor", "--end-of-options", one, other])) !== undefined;
	if (await isBefore(published, ours)) return "newer";
	if (await isBefore(ours, published)) return "older";
	return "unknown";
}
