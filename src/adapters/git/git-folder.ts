import { existsSync } from "node:fs";
import path from "node:path";
import type { Checkout } from "./checkout.ts";
import type { Tree } from "./tree.ts";

/**
 * Adds `.git/HEAD`, which stands for the whole `.git` folder. Its real content differs in every clone and after every
 * command. A context that contains it counts as the commit that is checked out: another commit is another image.
 */
export async function withGitFolder(
	reading: Promise<Tree>,
	root: string,
	checkout: Pick<Checkout, "head">,
): Promise<Tree> {
	if (!existsSync(path.join(root, ".git"))) return reading;
	const [tree, head] = await Promise.all([reading, checkout.head()]);
	const oid = head?.id ?? "no commit";
	const own = [
		{ path: ".git", kind: "dir", executable: false },
		{ path: ".git/HEAD", kind: "file", executable: false, oid },
	] as const;
	const after = tree.entries.findIndex((entry) => entry.path > ".git");
	const place = after < 0 ? tree.entries.length : after;
	return { ...tree, entries: tree.entries.toSpliced(place, 0, ...own) };
}
