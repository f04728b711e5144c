import { isDirectChild, parentOf } from "../../../util/path.ts";

/**
 * Why the disk does not have what git has at a path: a submodule that is not checked out, a Git LFS pointer, a file
 * that the sparse checkout skips, the same for a file that a checkout converts, a name that is not UTF-8.
 */
export type Obstacle = "submodule" | "lfs-pointer" | "skipped" | "skipped-converted" | "name";

/** One path of a file tree, relative to its root, in POSIX form. */
export interface TreeEntry {
	readonly path: string;
	readonly kind: "file" | "dir" | "symlink" | "other";
	readonly executable: boolean;
	/** A symlink's text. */
	readonly target?: string;
	/** Why it cannot be read. */
	readonly unreadable?: string;
	readonly obstacle?: Obstacle;
}

/** A node of the tree. Every folder has an entry, listed or implied by its content. */
export interface TreeNode {
	readonly name: string;
	readonly entry: TreeEntry;
	/** Undefined if it is not a folder. In code unit order of the names. */
	readonly children: ReadonlyMap<string, TreeNode> | undefined;
	/** All entries below a folder, at any depth, sorted by path. */
	readonly below: readonly TreeEntry[];
}

export type TreeSource = TreeNode | ReadonlyMap<string, TreeEntry> | readonly TreeEntry[];

/** A thousand services may share one tree. */
const treeCache = new WeakMap<object, TreeNode>();

/** The tree of a list or map of entries, cached per input. */
export function toTree(entries: TreeSource): TreeNode {
	if ("entry" in entries) return entries as TreeNode;
	const cached = treeCache.get(entries);
	if (cached !== undefined) return cached;
	const list = entries instanceof Map ? [...entries.values()] : (entries as readonly TreeEntry[]);
	const sorted = hasEveryFolder(list) ? list : withImpliedFolders(list);
	const tree = new Folder("", folderEntry(""), { list: sorted, from: 0, to: sorted.length });
	treeCache.set(entries, tree);
	return tree;
}

/** A range of a sorted list, from `from` to before `to`. */
interface EntryRange {
	readonly list: readonly TreeEntry[];
	readonly from: number;
	readonly to: number;
}

/** A folder whose content is a range of a sorted list. Children are only computed when needed. */
class Folder implements TreeNode {
	readonly name: string;
	readonly entry: TreeEntry;
	private readonly range: EntryRange;
	private childrenCache: ReadonlyMap<string, TreeNode> | undefined;

	constructor(name: string, entry: TreeEntry, range: EntryRange) {
		this.name = name;
		this.entry = entry;
		this.range = range;
	}

	get below(): readonly TreeEntry[] {
		return this.range.list.slice(this.range.from, this.range.to);
	}

	get children(): ReadonlyMap<string, TreeNode> {
		this.childrenCache ??= this.readChildren();
		return this.childrenCache;
	}

	private readChildren(): Map<string, TreeNode> {
		const { list, from, to } = this.range;
		const skip = this.entry.path === "" ? 0 : this.entry.path.length + 1;
		const children = new Map<string, TreeNode>();
		for (let at = from; at < to; ) {
			const entry = list[at] as TreeEntry;
			const slash = entry.path.indexOf("/", skip);
			// In a known folder: skip to the entry after it.
			const folder = slash < 0 ? undefined : children.get(entry.path.slice(skip, slash));
			if (folder instanceof Folder) at = folder.range.to;
			else {
				const name = entry.path.slice(skip);
				at++;
				const isFolder = entry.kind === "dir";
				children.set(name, isFolder ? openFolder(name, entry, { list, from: at, to }) : { name, entry, ...leaf });
			}
		}
		return children;
	}
}

/** `range` begins after the entry of the folder. */
function openFolder(name: string, entry: TreeEntry, { list, from, to }: EntryRange): Folder {
	const start = lowerBound(`${entry.path}/`, { list, from, to });
	const end = lowerBound(entry.path + afterSlash, { list, from: start, to });
	return new Folder(name, entry, { list, from: start, to: end });
}

const leaf = { children: undefined, below: [] };

/** The code unit after `/`: the content of a folder sorts before its name with this. */
const afterSlash = "0";

/** Index of the first entry that does not sort before a path. Galloping search: it is mostly near the start. */
function lowerBound(path: string, { list, from, to }: EntryRange): number {
	const isBefore = (at: number) => (list[at] as TreeEntry).path < path;
	let [low, step] = [from, 1];
	while (low + step <= to && isBefore(low + step - 1)) {
		low += step;
		step *= 2;
	}
	let high = Math.min(to, low + step - 1);
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (isBefore(middle)) low = middle + 1;
		else high = middle;
	}
	return low;
}

const folderEntry = (path: string): TreeEntry => ({ path, kind: "dir", executable: false });

/** Whether a list is sorted, without duplicates, and has an entry for every folder, like that of a repository. */
function hasEveryFolder(list: readonly TreeEntry[]): boolean {
	const folders = new Set([""]);
	let [last, parent] = ["", ""];
	for (const { path, kind } of list) {
		if (path <= last) return false;
		last = path;
		if (!isDirectChild(path, parent)) {
			parent = parentOf(path);
			if (!folders.has(parent)) return false;
		}
		if (kind === "dir") folders.add(path);
	}
	return true;
}

/** The entries sorted, the last one per path, with their implied folders. */
function withImpliedFolders(list: readonly TreeEntry[]): readonly TreeEntry[] {
	const all = new Map(list.filter(({ path }) => path !== "").map((entry) => [entry.path, entry]));
	for (const { path } of list)
		for (let above = parentOf(path); above !== ""; above = parentOf(above))
			if (all.get(above)?.kind !== "dir") all.set(above, folderEntry(above));
	return [...all.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The node at a path, without following links; undefined if there is none. `.` and an empty path are the root. */
export function nodeAt(tree: TreeSource, path: string): TreeNode | undefined {
	let node: TreeNode | undefined = toTree(tree);
	for (const name of path.split("/")) {
		if (name === "" || name === ".") continue;
		node = node?.children?.get(name);
	}
	return node;
}

/** The tree below a folder, for a build context. Undefined if it is not a folder. */
export function subtree(tree: TreeSource, path: string): TreeNode | undefined {
	const node = nodeAt(tree, path);
	return node?.children === undefined ? undefined : node;
}
