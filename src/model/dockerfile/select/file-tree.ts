import { isDirectChild, parentOf } from "../../../util/path.ts";

/**
 * Why a build would not get from disk what git has under a path: a submodule that is not checked out, the pointer of a file of Git LFS, a file that the
 * sparse checkout skips, one of these that a checkout would write with other bytes than git's object holds, a name that is not UTF-8.
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

/** A place in the tree. Every folder has an entry, listed or implied by what is in it. */
export interface TreeNode {
	readonly name: string;
	readonly entry: TreeEntry;
	/** Undefined for what is not a folder. In the order of their names' code units. */
	readonly children: ReadonlyMap<string, TreeNode> | undefined;
	/** Entries of everything that is in a folder, however deep, sorted by path. */
	readonly below: readonly TreeEntry[];
}

export type TreeSource = TreeNode | ReadonlyMap<string, TreeEntry> | readonly TreeEntry[];

/** Trees that were made already: a thousand services look at one. */
const made = new WeakMap<object, TreeNode>();

/** The tree of a list or map of entries; made once for each. */
export function toTree(entries: TreeSource): TreeNode {
	if ("entry" in entries) return entries as TreeNode;
	const known = made.get(entries);
	if (known !== undefined) return known;
	const list = entries instanceof Map ? [...entries.values()] : (entries as readonly TreeEntry[]);
	const sorted = isWhole(list) ? list : whole(list);
	const tree = new Folder(sorted, "", folder(""), 0, sorted.length);
	made.set(entries, tree);
	return tree;
}

/** What is below a folder lies in one row of a sorted list. Of a hundred thousand files most are only counted as such: who is in a folder is found when somebody asks. */
class Folder implements TreeNode {
	readonly name: string;
	readonly entry: TreeEntry;
	private readonly list: readonly TreeEntry[];
	private readonly from: number;
	private readonly to: number;
	private found: ReadonlyMap<string, TreeNode> | undefined;

	constructor(list: readonly TreeEntry[], name: string, entry: TreeEntry, from: number, to: number) {
		this.list = list;
		this.name = name;
		this.entry = entry;
		this.from = from;
		this.to = to;
	}

	get below(): readonly TreeEntry[] {
		return this.list.slice(this.from, this.to);
	}

	get children(): ReadonlyMap<string, TreeNode> {
		this.found ??= this.look();
		return this.found;
	}

	private look(): Map<string, TreeNode> {
		const { list, to } = this;
		const skip = this.entry.path === "" ? 0 : this.entry.path.length + 1;
		const found = new Map<string, TreeNode>();
		for (let at = this.from; at < to; ) {
			const entry = list[at] as TreeEntry;
			const slash = entry.path.indexOf("/", skip);
			// In a folder that was met before: on to what comes after it.
			const inside = slash < 0 ? undefined : found.get(entry.path.slice(skip, slash));
			if (inside instanceof Folder) at = inside.to;
			else {
				const name = entry.path.slice(skip);
				at++;
				found.set(name, entry.kind === "dir" ? this.folder(name, entry, at) : { name, entry, ...leaf });
			}
		}
		return found;
	}

	private folder(name: string, entry: TreeEntry, at: number): Folder {
		const from = firstFrom(this.list, `${entry.path}/`, at, this.to);
		return new Folder(this.list, name, entry, from, firstFrom(this.list, entry.path + afterSlash, from, this.to));
	}
}

const leaf = { children: undefined, below: [] };

/** The code unit that comes next: what is in a folder sorts before its name with this. */
const afterSlash = "0";

/** Where the first entry is that does not sort before a path: mostly near the start, so that the steps to it grow. */
function firstFrom(list: readonly TreeEntry[], path: string, from: number, to: number): number {
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

const folder = (path: string): TreeEntry => ({ path, kind: "dir", executable: false });

/** Whether a list is sorted, each path once, and has an entry for every folder, as that of a repository does. */
function isWhole(list: readonly TreeEntry[]): boolean {
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

/** The same entries, sorted, of several for a path the last, and with the folders that they imply. */
function whole(list: readonly TreeEntry[]): readonly TreeEntry[] {
	const all = new Map(list.filter(({ path }) => path !== "").map((entry) => [entry.path, entry]));
	for (const { path } of list)
		for (let above = parentOf(path); above !== ""; above = parentOf(above))
			if (all.get(above)?.kind !== "dir") all.set(above, folder(above));
	return [...all.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The place at a path, without following links; undefined when there is none. `.` and an empty path are the tree itself. */
export function nodeAt(tree: TreeSource, path: string): TreeNode | undefined {
	let node: TreeNode | undefined = toTree(tree);
	for (const name of path.split("/")) {
		if (name === "" || name === ".") continue;
		node = node?.children?.get(name);
	}
	return node;
}

/** What a build context sees: the tree below a folder of a bigger one. Undefined when that folder is not there. */
export function subtree(tree: TreeSource, path: string): TreeNode | undefined {
	const node = nodeAt(tree, path);
	return node?.children === undefined ? undefined : node;
}
