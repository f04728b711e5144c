import type { Executable } from "../../../util/executable-format.ts";

/** One name of a layer. Of a file's content only what tells what it is. */
export type LayerEntry =
	| {
			readonly kind: "file";
			/** Permission bits. */
			readonly mode: number;
			readonly uid: number;
			readonly gid: number;
			/** Bytes. */
			readonly size: number;
			readonly program: Executable;
			/** What kind of secret it looks to be: `a private key`. */
			readonly secret?: string;
			/** The first bytes, of the few files that are read. */
			readonly text?: string;
	  }
	| { readonly kind: "folder" }
	| { readonly kind: "link"; readonly target: string }
	/** Another name of a file: from the root, cleaned. */
	| { readonly kind: "same"; readonly target: string }
	/** Devices and pipes. */
	| { readonly kind: "other" };

export interface LayerContent {
	/** In the order of the archive; a path is clean and without a leading slash. */
	readonly entries: readonly (readonly [path: string, entry: LayerEntry])[];
	/** Paths that this layer takes out of the ones below. */
	readonly removed: readonly string[];
	/** Folders of which nothing that is below stays. */
	readonly emptied: readonly string[];
	/** Unpacked, bytes. */
	readonly size: number;
}

/** `./usr//lib/../bin/` is `usr/bin`; nothing leads above the root. */
export function cleanLayerPath(path: string): string {
	const parts: string[] = [];
	for (const part of path.split("/")) {
		if (part === "" || part === ".") continue;
		if (part === "..") parts.pop();
		else parts.push(part);
	}
	return parts.join("/");
}
