import { cleanPath, type Entry, type Layer } from "./entry.ts";

export type FileEntry = Entry & { readonly kind: "file" };

/** A name, followed to what it stands for. */
export interface Found {
	/** Where it really is, without a leading slash. */
	readonly path: string;
	readonly entry: Entry;
}

/** As many links as the kernel follows. */
const maxLinks = 40;

/** The files of an image as a container sees them: its layers, one over the other. */
export class FileTree {
	#entries = new Map<string, Entry>();

	/** https://github.com/opencontainers/image-spec/blob/main/layer.md: what a layer takes out is gone before what it brings is laid over. */
	add(layer: Layer): void {
		for (const folder of layer.emptied) this.#empty(this.#place(folder));
		for (const path of layer.removed) this.#remove(this.#parented(path));
		for (const [path, entry] of layer.entries) this.#put(this.#parented(path), entry);
	}

	/** Another one that begins as this one is. */
	copy(): FileTree {
		const copy = new FileTree();
		copy.#entries = new Map(this.#entries);
		return copy;
	}

	*files(): Iterable<readonly [path: string, entry: FileEntry]> {
		for (const [path, entry] of this.#entries) if (entry.kind === "file") yield [path, entry];
	}

	*all(): Iterable<readonly [path: string, entry: Entry]> {
		yield* this.#entries;
	}

	/** Links followed; undefined when there is no such thing. An absolute path or one from the root. */
	find(path: string): Found | undefined {
		const place = this.#follow(cleanPath(path));
		if (place === "") return { path: "", entry: { kind: "folder" } };
		const entry = place === undefined ? undefined : this.#entries.get(place);
		return entry === undefined || place === undefined ? undefined : { path: place, entry };
	}

	#put(path: string, entry: Entry): void {
		const now = entry.kind === "same" ? this.#entries.get(this.#parented(entry.target)) : entry;
		if (now === undefined) return;
		const before = this.#entries.get(path);
		if (before?.kind === "folder" && now.kind !== "folder") this.#empty(path);
		this.#entries.set(path, now);
	}

	#remove(path: string): void {
		const entry = this.#entries.get(path);
		this.#entries.delete(path);
		if (entry === undefined || entry.kind === "folder") this.#empty(path);
	}

	#empty(folder: string): void {
		const prefix = folder === "" ? "" : `${folder}/`;
		for (const path of this.#entries.keys()) if (path.startsWith(prefix)) this.#entries.delete(path);
	}

	/** The same name with its folder's links followed, as an engine unpacks it: `lib/x` goes to `usr/lib/x` where lib is a link. */
	#parented(path: string): string {
		const slash = path.lastIndexOf("/");
		if (slash < 0) return path;
		const folder = path.slice(0, slash);
		const place = this.#place(folder);
		return place === folder ? path : cleanPath(`${place}/${path.slice(slash + 1)}`);
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
				place = place.slice(0, Math.max(0, place.lastIndexOf("/")));
				continue;
			}
			if (part === "" || part === ".") continue;
			const next = place === "" ? part : `${place}/${part}`;
			const entry = this.#entries.get(next);
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
export class Trees {
	#last: readonly Layer[] = [];
	/** Of the first so many layers of the last one. */
	#begun: { readonly count: number; readonly tree: FileTree } = { count: 0, tree: new FileTree() };

	of(layers: readonly Layer[]): FileTree {
		const other = layers.findIndex((layer, i) => layer !== this.#last[i]);
		const count = other < 0 ? layers.length : other;
		if (count !== this.#begun.count) this.#begun = { count, tree: laid(new FileTree(), layers.slice(0, count)) };
		this.#last = layers;
		return laid(this.#begun.tree.copy(), layers.slice(count));
	}
}

function laid(tree: FileTree, layers: readonly Layer[]): FileTree {
	for (const layer of layers) tree.add(layer);
	return tree;
}
