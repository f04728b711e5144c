import { defined } from "../../../util/defined.ts";
import type { TreeEntry, TreeNode } from "./file-tree.ts";
import { compileGlob, hasWildcards } from "./glob.ts";
import type { IgnoreFile } from "./ignore-file.ts";
import { type FolderMatches, mayMatchBelow, type PatternSet } from "./patterns.ts";

/** Links to follow for one source before it counts as a loop; containerd's limit. */
const maxLinks = 255;

/** Result of resolving a source path. `links`: the symbolic links on the way. */
export type PathResolution =
	| { readonly kind: "found"; readonly node: TreeNode; readonly links: readonly TreeEntry[] }
	/** In a folder with unknown content. */
	| { readonly kind: "unknown"; readonly folder: TreeEntry; readonly links: readonly TreeEntry[] }
	| {
			readonly kind: "missing" | "ignored" | "loop";
			readonly links: readonly TreeEntry[];
			/** The link that leaves the context, if any. */
			readonly outside?: TreeEntry;
			/** The ignore file's line that excludes it. */
			readonly by?: string;
	  };

/** A submodule that is not checked out: its content is unknown. */
const isUnknown = ({ entry }: TreeNode) => entry.obstacle === "submodule";

const views = new WeakMap<TreeNode, WeakMap<IgnoreFile, ContextView>>();

/** The view of a context through an ignore file, cached per pair. */
export function contextViewOf(root: TreeNode, ignore: IgnoreFile): ContextView {
	const byIgnore = views.get(root) ?? new WeakMap<IgnoreFile, ContextView>();
	views.set(root, byIgnore);
	const view = byIgnore.get(ignore) ?? new ContextView(root, ignore);
	byIgnore.set(ignore, view);
	return view;
}

interface Collection {
	readonly entries: TreeEntry[];
	readonly filters: readonly { readonly set: PatternSet; readonly want: boolean }[];
	/** Length of the prefix of entry paths that the filters do not see. */
	readonly skip: number;
}

/** A build context as the engine receives it: the tree without ignored files. */
export class ContextView {
	private readonly root: TreeNode;
	private readonly ignore: IgnoreFile;
	/** Length of the root's path and its slash in the paths of entries. */
	private readonly skip: number;
	private readonly folders = new Map<TreeNode, { matched: boolean; matches: FolderMatches }>();
	private readonly entriesByNode = new Map<TreeNode, readonly TreeEntry[]>();
	/** For ignored folders: whether they contain a file that is not ignored. */
	private readonly hasVisibleChild = new Map<TreeNode, boolean>();
	private names: ReadonlyMap<string, readonly string[]> | undefined;

	constructor(root: TreeNode, ignore: IgnoreFile) {
		this.root = root;
		this.ignore = ignore;
		this.skip = root.entry.path === "" ? 0 : root.entry.path.length + 1;
	}

	/** Path relative to the root of the context. */
	pathOf(node: TreeNode): string {
		return node.entry.path.slice(this.skip);
	}

	/** Matches the ignore file against a folder. */
	private matchFolder(
		folder: TreeNode,
		parent: TreeNode | undefined,
	): { matched: boolean; matches: FolderMatches | undefined } {
		if (folder === this.root || parent === undefined) return { matched: false, matches: undefined };
		const cached = this.folders.get(folder);
		if (cached !== undefined) return cached;
		const result = this.ignore.patterns.test(this.pathOf(folder), this.folders.get(parent)?.matches);
		this.folders.set(folder, result);
		return result;
	}

	/** Whether the engine receives it: not ignored, or a folder that contains something not ignored. */
	private isVisible(node: TreeNode, parent: TreeNode): boolean {
		if (node.children === undefined)
			return !this.ignore.patterns.matches(this.pathOf(node), this.folders.get(parent)?.matches);
		const { matched } = this.matchFolder(node, parent);
		if (!matched) return true;
		if (isUnknown(node)) return this.ignore.patterns.mayMatchInUnknown(this.pathOf(node), "negated");
		const cached = this.hasVisibleChild.get(node);
		if (cached !== undefined) return cached;
		const isVisible =
			this.ignore.patterns.mayHaveExceptionBelow(this.pathOf(node)) &&
			[...node.children.values()].some((child) => this.isVisible(child, node));
		this.hasVisibleChild.set(node, isVisible);
		return isVisible;
	}

	/** Resolves a path from the root of the context; symbolic links are followed and never leave it. */
	resolvePath(parts: readonly string[]): PathResolution {
		const links: TreeEntry[] = [];
		let outside: TreeEntry | undefined;
		let chain: TreeNode[] = [this.root];
		const rest: { readonly name: string; readonly link?: TreeEntry }[] = parts.map((name) => ({ name })).reverse();
		for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
			if (next.name === "" || next.name === ".") continue;
			if (next.name === "..") {
				if (chain.length === 1) outside ??= next.link;
				else chain.pop();
				continue;
			}
			const here = chain.at(-1) ?? this.root;
			if (isUnknown(here)) return { kind: "unknown", folder: here.entry, links };
			const node = here.children?.get(next.name);
			if (node === undefined) return { kind: "missing", links, ...defined({ outside }) };
			if (!this.isVisible(node, here))
				return { kind: "ignored", links, ...this.ignoringLine(node, here), ...defined({ outside }) };
			if (node.entry.kind !== "symlink") {
				chain.push(node);
				continue;
			}
			if (links.length >= maxLinks) return { kind: "loop", links };
			links.push(node.entry);
			const target = node.entry.target ?? "";
			if (target.startsWith("/")) {
				outside ??= node.entry;
				chain = [this.root];
			}
			rest.push(
				...target
					.split("/")
					.map((name) => ({ name, link: node.entry }))
					.reverse(),
			);
		}
		const node = chain.at(-1) ?? this.root;
		if (isUnknown(node)) return { kind: "unknown", folder: node.entry, links };
		return { kind: "found", node, links: [...new Set(links)] };
	}

	/** The line of the ignore file that excludes a path. */
	private ignoringLine(node: TreeNode, parent: TreeNode): { by?: string } {
		const { matches } = this.ignore.patterns.test(this.pathOf(node), this.folders.get(parent)?.matches);
		const index = matches.lastIndexOf(true);
		const pattern = this.ignore.patterns.patterns[index];
		if (pattern === undefined) return {};
		return { by: `${this.ignore.file ?? "the ignore file"}:${this.ignore.lines[index] ?? ""} (${pattern.text})` };
	}

	/** Paths that a wildcard matches. Links are followed only in the parts before it; undefined if those do not exist. */
	glob(parts: readonly string[]): (readonly string[])[] | undefined {
		const first = parts.findIndex(hasWildcards);
		const start = this.resolvePath(parts.slice(0, first));
		if (start.kind !== "found") return undefined;
		const base = this.pathOf(start.node).split("/").filter(Boolean);
		const rest = parts.slice(first);
		// A class such as [^a] also matches a slash, so it cannot be matched part by part.
		const matches = rest.some((part) => part.includes("["))
			? this.globAnywhere(start.node, rest.join("/"))
			: this.globByPart(start.node, rest);
		return matches.map((path) => [...base, ...path]);
	}

	private globByPart(root: TreeNode, parts: readonly string[]): readonly (readonly string[])[] {
		const matchers = parts.map(compileGlob);
		const paths: (readonly string[])[] = [];
		const walk = (folder: TreeNode, above: readonly string[]) => {
			const matches = matchers[above.length];
			if (isUnknown(folder) || above.length === parts.length) {
				paths.push(above);
				return;
			}
			for (const child of folder.children?.values() ?? [])
				if (matches?.(child.name) && this.isVisible(child, folder)) walk(child, [...above, child.name]);
		};
		walk(root, []);
		return paths;
	}

	private globAnywhere(folder: TreeNode, pattern: string): (readonly string[])[] {
		const matches = compileGlob(pattern);
		const paths: (readonly string[])[] = [];
		const walk = (node: TreeNode, above: readonly string[]) => {
			for (const child of node.children?.values() ?? []) {
				if (!this.isVisible(child, node)) continue;
				const path = [...above, child.name];
				const text = path.join("/");
				if (matches?.(text) || (isUnknown(child) && mayMatchBelow(pattern, text))) paths.push(path);
				else walk(child, path);
			}
		};
		walk(folder, []);
		return paths;
	}

	/** The entry of a folder, without following links; empty for anything else. */
	folderEntry(parts: readonly string[]): readonly TreeEntry[] {
		let node: TreeNode | undefined = this.root;
		for (const part of parts) node = node?.children?.get(part);
		return node?.children === undefined ? [] : [node.entry];
	}

	/** A node and everything below it in the view, without `excludes`; with `include`, only its matches. */
	entriesBelow(node: TreeNode, excludes?: PatternSet, include?: PatternSet): readonly TreeEntry[] {
		if (node.children === undefined) return [node.entry];
		const plain = (excludes === undefined || excludes.patterns.length === 0) && include === undefined;
		const cached = plain ? this.entriesByNode.get(node) : undefined;
		if (cached !== undefined) return cached;
		const entries =
			plain && this.ignore.patterns.patterns.length === 0 ? node.below : this.filterBelow(node, excludes, include);
		if (plain) this.entriesByNode.set(node, entries);
		return entries;
	}

	private filterBelow(node: TreeNode, excludes?: PatternSet, include?: PatternSet): readonly TreeEntry[] {
		const entries: TreeEntry[] = [];
		const filters = [
			excludes?.patterns.length ? { set: excludes, want: false } : [],
			include ? { set: include, want: true } : [],
		].flat();
		const skip = node.entry.path === "" ? 0 : node.entry.path.length + 1;
		const above = filters.map(() => undefined);
		this.collect(node, above, { entries, filters, skip });
		return entries.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
	}

	/**
	 * Adds the content of a folder to `entries`; true if there was any. A folder is added if it or something in it
	 * matches. `above`: the folder's matches of each filter.
	 */
	private collect(folder: TreeNode, above: readonly (FolderMatches | undefined)[], collection: Collection): boolean {
		const { entries, filters, skip } = collection;
		let hasEntries = false;
		const ignored = this.folders.get(folder)?.matches;
		for (const child of folder.children?.values() ?? []) {
			const path = child.entry.path.slice(skip);
			if (child.children === undefined) {
				if (this.ignore.patterns.matches(this.pathOf(child), ignored)) continue;
				if (filters.some(({ set, want }, i) => set.matches(path, above[i]) !== want)) continue;
				entries.push(child.entry);
				hasEntries = true;
				continue;
			}
			const { matched } = this.matchFolder(child, folder);
			if (isUnknown(child)) {
				if (!this.isVisible(child, folder)) continue;
				const mayPass = filters.every(
					({ set, want }, i) =>
						set.test(path, above[i]).matched === want || set.mayMatchInUnknown(path, want ? "plain" : "negated"),
				);
				if (mayPass) entries.push(child.entry);
				hasEntries ||= mayPass;
				continue;
			}
			if (matched && !this.ignore.patterns.mayHaveExceptionBelow(this.pathOf(child))) continue;
			const results = filters.map(({ set }, i) => set.test(path, above[i]));
			const passes = !matched && filters.every(({ want }, i) => results[i]?.matched === want);
			entries.push(child.entry);
			const below = results.map(({ matches }) => matches);
			const isAdded = this.collect(child, below, collection) || passes;
			if (!isAdded) entries.pop();
			hasEntries ||= isAdded;
		}
		return hasEntries;
	}

	/** All paths of the view by lower-case name. */
	pathsByName(): ReadonlyMap<string, readonly string[]> {
		if (this.names !== undefined) return this.names;
		const names = new Map<string, string[]>();
		const walk = (folder: TreeNode) => {
			for (const child of folder.children?.values() ?? []) {
				if (!this.isVisible(child, folder)) continue;
				const key = child.name.toLowerCase();
				const paths = names.get(key);
				if (paths === undefined) names.set(key, [this.pathOf(child)]);
				else paths.push(this.pathOf(child));
				walk(child);
			}
		};
		walk(this.root);
		this.names = names;
		return names;
	}
}
