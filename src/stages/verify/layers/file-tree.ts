import { parentOf } from "../../../util/path.ts";
import { cleanLayerPath, type LayerContent, type LayerEntry } from "./layer-content.ts";

export type FileEntry = LayerEntry & { readonly kind: "file" };

/** A name, followed to what it stands for. */
export interface ResolvedPath {
	/** Where it really is, without a leading slash. */
	readonly path: string;
	readonly entry: LayerEntry;
}

/** As many links as the kernel follows. */
const maxLinks = 40;

/** An entry, and its path from the root. */
export type NamedEntry = readonly [path: string, entry: LayerEntry];

/** Says of an entry by itself whether it is wanted: whatever else is in the image makes no difference. */
export type EntryFilter = (path: string, entry: LayerEntry) => boolean;

/** The files of an image as a container sees them: its layers, one over the other. */
export class FileTree {
	/** What it begins with, and others may, too: it stays as it is from then on. */
	readonly #below: FileTree | undefined;
	/** What is other than below; undefined for what is not there any more. */
	readonly #entries = new Map<string, LayerEntry | undefined>();
	readonly #picked = new Map<EntryFilter, readonly NamedEntry[]>();

	constructor(below?: FileTree) {
		this.#below = below;
	}

	/** https://github.com/opencontainers/image-spec/blob/main/layer.md: what a layer takes out is gone before what it brings is laid over. */
	add(layer: LayerContent): void {
		this.#picked.clear();
		for (const folder of layer.emptied) this.#empty(this.#place(folder));
		for (const path of layer.removed) this.#remove(this.#parented(path));
		for (const [path, entry] of layer.entries) this.#put(this.#parented(path), entry);
	}

	/** All entries that pass a test, in no order. Of what many images begin with, each is tested once for all of them. */
	filter(test: EntryFilter): readonly NamedEntry[] {
		const known = this.#picked.get(test);
		if (known !== undefined) return known;
		const below = this.#below?.filter(test).filter(([path]) => !this.#entries.has(path)) ?? [];
		const own = [...this.#entries].filter(
			(one): one is [string, LayerEntry] => one[1] !== undefined && test(one[0], one[1]),
		);
		const picked = [...below, ...own];
		this.#picked.set(test, picked);
		return picked;
	}

	/** Links followed; undefined when there is no such thing. An absolute path or one from the root. */
	find(path: string): ResolvedPath | undefined {
		const place = this.#follow(cleanLayerPath(path));
		if (place === "") return { path: "", entry: { kind: "folder" } };
		const entry = place === undefined ? undefined : this.#get(place);
		return entry === undefined || place === undefined ? undefined : { path: place, entry };
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
		const now = entry.kind === "same" ? this.#get(this.#parented(entry.target)) : entry;
		if (now === undefined) return;
		const before = this.#get(path);
		if (before?.kind === "folder" && now.kind !== "folder") this.#empty(path);
		this.#entries.set(path, now);
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

	/** The same name with its folder's links followed, as an engine unpacks it: `lib/x` goes to `usr/lib/x` where lib is a link. */
	#parented(path: string): string {
		const slash = path.lastIndexOf("/");
		if (slash < 0) return path;
		const folder = path.slice(0, slash);
		const place = this.#place(folder);
		return place === folder ? path : cleanLayerPath(`${place}/${path.slice(slash + 1)}`);
	}

	#place(folder: string): string {
		return this.#follow(folder) ?? folder;
	}

	/** Undefined for links that go in a circle. */
	#follow(path: string): string | undefined {
		let rest = path;
		let place = "";
		for (let links = 0; rest !== ""; ) {
			const slash = rest.indexOf("/");
			const part = slash < 0 ? rest : rest.slice(0, slash);
			rest = slash < 0 ? "" : rest.slice(slash + 1);
			if (part === "..") {
				place = parentOf(place);
				continue;
			}
			if (part === "" || part === ".") continue;
			const next = place === "" ? part : `${place}/${part}`;
			const entry = this.#get(next);
			if (entry?.kind !== "link") {
				place = next;
				continue;
			}
			if (++links > maxLinks) return undefined;
			if (entry.target.startsWith("/")) place = "";
			rest = rest === "" ? entry.target : `${entry.target}/${rest}`;
		}
		return place;
	}
}

/** Makes the trees of images one after another: what an image begins with as the one before did is laid over each other once for both. */
export class FileTreeBuilder {
	#last: readonly LayerContent[] = [];
	/** Of the first so many layers of the last one. */
	#begun: { readonly count: number; readonly tree: FileTree } = { count: 0, tree: new FileTree() };

	build(layers: readonly LayerContent[]): FileTree {
		const other = layers.findIndex((layer, i) => layer !== this.#last[i]);
		const count = other < 0 ? layers.length : other;
		if (count !== this.#begun.count) this.#begun = { count, tree: laid(new FileTree(), layers.slice(0, count)) };
		this.#last = layers;
		return laid(new FileTree(this.#begun.tree), layers.slice(count));
	}
}

function laid(tree: FileTree, layers: readonly LayerContent[]): FileTree {
	for (const layer of layers) tree.add(layer);
	return tree;
}
