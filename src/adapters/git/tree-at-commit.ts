import type { Git } from "./git.ts";
import { changedSince } from "./revisions.ts";
import type { Tree } from "./tree.ts";
import type { WorkingTreeEntry } from "./tree-entry.ts";

/** The working tree with all tracked files as they were at a commit. */
export interface TreeAtCommit extends Omit<Tree, "hidesChanges"> {
	/** Files that differ from the commit, sorted. */
	readonly changed: readonly string[];
	/** Text of a file at the commit; undefined if it did not exist. `now` reads unchanged files. */
	read(path: string, now: (path: string) => Promise<string | undefined>): Promise<string | undefined>;
}

/**
 * Applies `git diff` in reverse to the working tree, so that unchanged files are not read. Ignored files count as
 * unchanged. Undefined if the clone lacks the commit.
 */
export async function treeAtCommit(git: Git, ref: string, tree: Tree): Promise<TreeAtCommit | undefined> {
	const revision = (await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]))?.trim();
	if (!revision) return undefined;
	const changed = await changedSince(git, revision, []);
	const records = await git(["ls-tree", "-r", "-z", revision]);
	if (changed === undefined || records === undefined) return undefined;
	const isChanged = new Set(changed);
	const before = parseTree(records).filter(({ path }) => isChanged.has(path));
	const links = before.filter(({ mode }) => mode === "120000");
	const targets = await Promise.all(links.map(({ oid }) => git(["cat-file", "blob", oid])));
	const target = new Map(links.map(({ path }, i) => [path, targets[i] ?? ""]));
	const submodules = before.filter(({ mode }) => mode === "160000");
	const files = before.flatMap(({ path, mode, oid }): WorkingTreeEntry[] => {
		if (mode === "160000") return [];
		if (mode === "120000") return [{ path, kind: "symlink", executable: false, target: target.get(path) ?? "", oid }];
		return [{ path, kind: "file", executable: mode === "100755", oid }];
	});
	// A folder with changes exists only if it has entries at the commit.
	const changedFolders = new Set(changed.flatMap(parents));
	const unchanged = tree.entries.flatMap((entry): WorkingTreeEntry[] => {
		if (isChanged.has(entry.path) && entry.kind !== "dir") return [];
		if (entry.kind === "dir" && changedFolders.has(entry.path)) return [];
		// If the commit of a submodule changed, all its files count as changed.
		const submodule = submodules.find(({ path }) => entry.path.startsWith(`${path}/`));
		return [submodule === undefined ? entry : { ...entry, oid: `${submodule.oid} ${entry.path}` }];
	});
	return {
		changed,
		entries: [...unchanged, ...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
		hash: (entry) => tree.hash(entry),
		read: (path, now) =>
			isChanged.has(path) ? git(["cat-file", "blob", "--end-of-options", `${revision}:./${path}`]) : now(path),
	};
}

interface TreeRecord {
	readonly mode: string;
	readonly oid: string;
	readonly path: string;
}

/** Parses `git ls-tree -r -z`: "100644 blob <oid>\t<path>\0". */
function parseTree(text: string): readonly TreeRecord[] {
	return text.split("\0").flatMap((record) => {
		const tab = record.indexOf("\t");
		if (tab < 0) return [];
		const [mode = "", , oid = ""] = record.slice(0, tab).split(" ");
		return [{ mode, oid, path: record.slice(tab + 1) }];
	});
}

function parents(path: string): readonly string[] {
	const parts = path.split("/").slice(0, -1);
	return parts.map((_, i) => parts.slice(0, i + 1).join("/"));
}
