import { parentOf } from "../../../util/path.ts";
import { cleanLayerPath, type LayerContent, type LayerEntry } from "./layer-content.ts";

export type FileEntry = LayerEntry & { readonly kind: "file" };

export interface ResolvedEntry {
	/** Real path, links followed, without a leading slash. */
	readonly path: string;
	readonly entry: LayerEntry;
}

/** Links that the kernel follows. */
const maxLinks = 40;

/** An entry with its path from the root. */
export type NamedEntry = readonly [path: string, entry: LayerEntry];

/** Selects an entry by itself, independent of the rest of the image. */
export type EntryFilter = (path: string, entry: LayerEntry) => boolean;

/** The files of an image as a container sees them: all layers on top of each other. */
export class FileTree {
	/** Lower layers, shared with other trees: not changed any more. */
	readonly #below: FileTree | undefined;
	/** Differences from below; undefined for removed paths. */
	readonly #entries = new Map<string, LayerEntry | undefined>();
	readonly #filtered = new Map<EntryFilter, readonly NamedEntry[]>();

	constructor(below?: FileTree) {
		this.#below = below;
	}

	/** Removals come before additions (https://github.com/opencontainers/image-spec/blob/main/layer.md). */
	add(layer: LayerContent): void {
		this.#filtered.clear();
		for (const folder of layer.emptied) this.#empty(this.#realFolder(folder));
		for (const path of layer.removed) this.#remove(this.#realPath(path));
		for (const [path, entry] of layer.entries) this.#put(this.#realPath(path), entry);
	}

	/** All entries that pass, unordered. Entries of shared lower layers are tested once for all images. */
	filter(filter: EntryFilter): readonly NamedEntry[] {
		const cached = this.#filtered.get(filter);
		if (cached !== undefined) return cached;
		const below = this.#below?.filter(filter).filter(([path]) => !this.#entries.has(path)) ?? [];
		const own = [...this.#entries].filter(
			(item): item is [string, LayerEntry] => item[1] !== undefined && filter(item[0], item[1]),
		);
		const entries = [...below, ...own];
		this.#filtered.set(filter, entries);
		return entries;
	}

	/** Follows links. Takes an absolute path or one from the root; undefined if it does not exist. */
	find(path: string): ResolvedEntry | undefined {
		const real = this.#follow(cleanLayerPath(path));
		if (real === "") return { path: "", entry: { kind: "folder" } };
		const entry = real === undefined ? undefined : this.#get(real);
		return entry === undefined || real === undefined ? undefined : { path: real, entry };
	}

	#get(path: string): LayerEntry | undefined {
		const below = this.#below;
		return below === undefined || this.#entries.has(path) ? this.#entries.get(path) : below.#get(path);
	}

	*#paths(): Iterable<string> {
		if (this.#below !== undefined) for (const path of this.#below.#paths()) if (!this.#entries.has(path)) yield path;
		for (const [path, entry] of this.#entries) if (entry !== undefined) yield path;
	}

	#put(path: string, entry: LayerEntry): void {
		const added = entry.kind === "same" ? this.#get(this.#realPath(entry.target)) : entry;
		if (added === undefined) return;
		const existing = this.#get(path);
		if (existing?.kind === "folder" && added.kind !== "folder") this.#empty(path);
		this.#entries.set(path, added);
	}

	#remove(path: string): void {
		const entry = this.#get(path);
		this.#entries.set(path, undefined);
		if (entry === undefined || entry.kind === "folder") this.#empty(path);
	}

	#empty(folder: string): void {
		const prefix = folder === "" ? "" : `${folder}/`;
		for (const path of [...this.#paths()]) if (path.startsWith(prefix)) this.#entries.set(path, undefined);
	}

	/** Follows the links of the path's folder, as engines do: `lib/x` goes to `usr/lib/x` where lib is a link. */
	#realPath(path: string): string {
		const slash = path.lastIndexOf("/");
		if (slash < 0) return path;
		const folder = path.slice(0, slash);
		const real = this.#realFolder(folder);
		return real === folder ? path : cleanLayerPath(`${real}/${path.slice(slash + 1)}`);
	}

	#realFolder(folder: string): string {
		return this.#follow(folder) ?? folder;
	}

	/** Undefined for a cycle of links. */
	#follow(path: string): string | undefined {
		let rest = path;
		let real = "";
		for (let links = 0; rest !== ""; ) {
			const slash = rest.indexOf("/");
			const part = slash < 0 ? rest : rest.slice(0, slash);
			rest = slash < 0 ? "" : rest.slice(slash + 1);
			if (part === "..") {
				real = parentOf(real);
				continue;
			}
			if (part === "" || part === ".") continue;
			const next = real === "" ? part : `${real}/${part}`;
			const entry = this.#get(next);
			if (entry?.kind !== "link") {
				real = next;
				continue;
			}
			if (++links > maxLinks) return undefined;
			if (entry.target.startsWith("/")) real = "";
			rest = rest === "" ? entry.target : `${entry.target}/${rest}`;
		}
		return real;
	}
}

/** Builds the trees of several images in turn. Shares the tree of the first layers that an image and the last have. */
export class FileTreeBuilder {
	#last: readonly LayerContent[] = [];
	/** Tree of the first `count` layers of the last image. */
	#shared: { readonly count: number; readonly tree: FileTree } = { count: 0, tree: new FileTree() };

	build(layers: readonly LayerContent[]): FileTree {
		const different = layers.findIndex((layer, i) => layer !== this.#last[i]);
		const count = different < 0 ? layers.length : different;
		if (count !== this.#shared.count)
			this.#shared = { count, tree: withLayers(new FileTree(), layers.slice(0, count)) };
		this.#last = layers;
		return withLayers(new FileTree(this.#shared.tree), layers.slice(count));
	}
}

function withLayers(tree: FileTree, layers: readonly LayerContent[]): FileTree {
	for (const layer of layers) tree.add(layer);
	return tree;
}
