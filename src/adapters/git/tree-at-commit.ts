import { changedSince } from "./changed-since.ts";
import type { Git } from "./git.ts";
import type { Tree } from "./tree.ts";
import type { WorkingTreeEntry } from "./tree-entry.ts";

/** The working tree as it would be with every file that git knows as it was at a commit. */
export interface TreeAtCommit extends Omit<Tree, "hidesChanges"> {
	/** Files that differ from the commit, sorted. */
	readonly changed: readonly string[];
	/** Text of a file as it was; undefined when there was none. `now` reads those that have not changed. */
	read(path: string, now: (path: string) => Promise<string | undefined>): Promise<string | undefined>;
}

/**
 * Goes back from the working tree to a commit: what `git diff` lists is put as it was, the rest stays, so that nothing that has not changed is read.
 * Files that git ignores count as unchanged. Undefined when the commit is not in this clone.
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
	// A folder stands for itself only where nothing in it has changed; else what was in it says whether it was there.
	const touched = new Set(changed.flatMap(parents));
	const kept = tree.entries.flatMap((entry): WorkingTreeEntry[] => {
		if (isChanged.has(entry.path) && entry.kind !== "dir") return [];
		if (entry.kind === "dir" && touched.has(entry.path)) return [];
		// Of another commit of a submodule only that it is another is known: all of it counts as changed.
		const submodule = submodules.find(({ path }) => entry.path.startsWith(`${path}/`));
		return [submodule === undefined ? entry : { ...entry, oid: `${submodule.oid} ${entry.path}` }];
	});
	return {
		changed,
		entries: [...kept, ...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
		hash: (entry) => tree.hash(entry),
		read: (path, now) =>
			isChanged.has(path) ? git(["cat-file", "blob", "--end-of-options", `${revision}:./${path}`]) : now(path),
	};
}

interface Recorded {
	readonly mode: string;
	readonly oid: string;
	readonly path: string;
}

/** `git ls-tree -r -z`: "100644 blob <oid>\t<path>\0". */
function parseTree(text: string): readonly Recorded[] {
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
