import type { Executable } from "../../../util/executable-format.ts";
import { readObject, readString } from "../../../util/json.ts";

/** One path of a layer. Of a file's content only what the checks need is kept. */
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
			/** Kind of secret that it looks like: `a private key`. */
			readonly secret?: string;
			/** First bytes, of the few files that are read. */
			readonly text?: string;
	  }
	| { readonly kind: "folder" }
	| { readonly kind: "link"; readonly target: string }
	/** Hard link, with a clean path from the root. */
	| { readonly kind: "same"; readonly target: string }
	/** Devices and pipes. */
	| { readonly kind: "other" };

export interface LayerContent {
	/** In archive order; paths are clean and without a leading slash. */
	readonly entries: readonly (readonly [path: string, entry: LayerEntry])[];
	/** Paths that this layer removes (whiteouts). */
	readonly removed: readonly string[];
	/** Folders whose lower content this layer hides (opaque whiteouts). */
	readonly emptied: readonly string[];
	/** Uncompressed, bytes. */
	readonly size: number;
}

/** Of the thousands of entries, only path and kind are checked: a full schema would take longer than reading them. */
export function isLayerContent(value: unknown): value is LayerContent {
	const { entries, removed, emptied, size } = readObject(value) ?? {};
	return (
		Array.isArray(entries) &&
		entries.every((entry) => Array.isArray(entry) && typeof entry[0] === "string" && readString(entry[1]?.kind)) &&
		[removed, emptied].every(Array.isArray) &&
		typeof size === "number"
	);
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
