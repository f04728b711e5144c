import type { Git } from "./git.ts";

/** Where `ours` stands to what is published: `newer` when it descends from it. Never from clocks. */
export type Order = "same" | "newer" | "older" | "unknown";

/** Compares by ancestry. `unknown` when a commit is not in this clone (a shallow one, say) or neither descends from the other. */
export async function compareRevisions(git: Git, published: string, ours: string): Promise<Order> {
	if (published === ours) return "same";
	const known = await Promise.all([published, ours].map((revision) => git(["cat-file", "-e", `${revision}^{commit}`])));
	if (known.includes(undefined)) return "unknown";
	if ((await git(["merge-base", "--is-ancestor", published, ours])) !== undefined) return "newer";
	if ((await git(["merge-base", "--is-ancestor", ours, published])) !== undefined) return "older";
	return "unknown";
}
