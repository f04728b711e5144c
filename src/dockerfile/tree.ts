/** One path of a file tree, relative to its root, in POSIX form. */
export interface TreeEntry {
	readonly path: string;
	readonly kind: "file" | "dir" | "symlink" | "other";
	readonly executable: boolean;
	/** A symlink's text. */
	readonly target?: string;
	/** Why it cannot be read. */
	readonly unreadable?: string;
}

/** A place in the tree. Every folder has an entry, listed or implied by what is in it. */
export interface TreeNode {
	readonly name: string;
	readonly entry: TreeEntry;
	/** Undefined for what is no folder. In the order of their names' code units. */
	readonly children: ReadonlyMap<string, TreeNode> | undefined;
}

interface MutableNode {
	name: string;
	entry: TreeEntry;
	children: Map<string, MutableNode> | undefined;
}

export type TreeLike = TreeNode | ReadonlyMap<string, TreeEntry> | readonly TreeEntry[];

/** Trees that were made already: a thousand services look at one. */
const made = new WeakMap<object, TreeNode>();

/** The tree of a list or map of entries; made once for each. */
export function toTree(entries: TreeLike): TreeNode {
	if ("entry" in entries) return entries as TreeNode;
	const known = made.get(entries);
	if (known !== undefined) return known;
	const list = entries instanceof Map ? entries.values() : (entries as Iterable<TreeEntry>);
	const tree = buildTree(list);
	made.set(entries, tree);
	return tree;
}

function buildTree(entries: Iterable<TreeEntry>): TreeNode {
	const root: MutableNode = { name: "", entry: folder(""), children: new Map() };
	let parent = root;
	let parentPath = "";
	const folders = new Map<string, MutableNode>([["", root]]);
	const folderAt = (path: string): MutableNode => {
		const known = folders.get(path);
		if (known !== undefined) return known;
		const slash = path.lastIndexOf("/");
		const above = folderAt(slash < 0 ? "" : path.slice(0, slash));
		const name = path.slice(slash + 1);
		const node: MutableNode = above.children?.get(name) ?? { name, entry: folder(path), children: undefined };
		node.children ??= new Map();
		above.children?.set(name, node);
		folders.set(path, node);
		return node;
	};
	for (const entry of entries) {
		const slash = entry.path.lastIndexOf("/");
		// Sorted lists name one folder's entries in a row: no text is made to see that.
		if (Math.max(0, slash) !== parentPath.length || !entry.path.startsWith(parentPath)) {
			parentPath = slash < 0 ? "" : entry.path.slice(0, slash);
			parent = folderAt(parentPath);
		}
		if (entry.kind === "dir") folderAt(entry.path).entry = entry;
		else {
			const name = entry.path.slice(slash + 1);
			parent.children?.set(name, { name, entry, children: undefined });
		}
	}
	for (const node of folders.values()) if (!isSorted(node.children)) node.children = sorted(node.children);
	return root;
}

const folder = (path: string): TreeEntry => ({ path, kind: "dir", executable: false });

/** As lists mostly come: then no folder is made twice. */
function isSorted(children: Map<string, MutableNode> | undefined): boolean {
	let last = "";
	for (const name of children?.keys() ?? []) {
		if (name < last) return false;
		last = name;
	}
	return true;
}

function sorted(children: Map<string, MutableNode> | undefined): Map<string, MutableNode> {
	return new Map([...(children ?? [])].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** The place at a path, without following links; undefined when there is none. `.` and an empty path are the tree itself. */
export function nodeAt(tree: TreeLike, path: string): TreeNode | undefined {
	let node: TreeNode | undefined = toTree(tree);
	for (const name of path.split("/")) {
		if (name === "" || name === ".") continue;
		node = node?.children?.get(name);
	}
	return node;
}

/** What a build context sees: the tree below a folder of a bigger one. Undefined when that folder is not there. */
export function subtree(tree: TreeLike, path: string): TreeNode | undefined {
	const node = nodeAt(tree, path);
	return node?.children === undefined ? undefined : node;
}
