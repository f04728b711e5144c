import type { Git } from "./git.ts";

/** A file of a commit; `why` and `fix` if it cannot be read. */
export type FileAtCommit =
	| { readonly kind: "text"; readonly text: string }
	/** The commit does not have it. */
	| { readonly kind: "absent" }
	| { readonly kind: "unreadable"; readonly why: string; readonly fix: string };

/**
 * Reads a file at a ref, links followed. `path` is relative to the top of the repository. Undefined if the clone does
 * not have the ref.
 */
export async function readFileAtRef(git: Git, ref: string, path: string): Promise<FileAtCommit | undefined> {
	const commit = (await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]))?.trim();
	if (!commit) return undefined;
	const output = await git(["cat-file", "--batch", "--follow-symlinks"], `${commit}:${path}\n`);
	// "<id> blob <size>\n<text>\n", "<name> missing\n", or "notdir", "dangling", "loop" or "symlink" and a size.
	const [, text] = /^[0-9a-f]+ blob \d+\n(.*)\n$/s.exec(output ?? "") ?? [];
	if (text !== undefined) return { kind: "text", text };
	if (/^notdir |^[^\n]* missing\n$/.test(output ?? "")) return { kind: "absent" };
	return {
		kind: "unreadable",
		why: `git cannot read ${path} of ${ref.replace("refs/remotes/", "")}`,
		fix: `check that it is a file: \`git cat-file blob ${commit.slice(0, 12)}:${path}\``,
	};
}
