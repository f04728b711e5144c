import type { WorkingTreeEntry } from "./tree-entry.ts";

/** Entries of git's index by how reliably they describe the disk. */
export interface Index {
	/** Files that are on disk as in the index, unless git lists them as modified. */
	readonly clean: WorkingTreeEntry[];
	/** Entries that the sparse checkout skips, on disk or not. */
	readonly skipped: IndexRecord[];
	/** Files with `assume-unchanged`. */
	readonly assumed: IndexRecord[];
	/** Submodules. */
	readonly submodules: string[];
	/** Paths to read from disk: links, conflicts. */
	readonly unsure: string[];
}

export interface IndexRecord {
	readonly path: string;
	/** Octal: `100644`, `100755`, `120000` for a symlink, `160000` for a submodule. */
	readonly mode: string;
	readonly oid: string;
}

/**
 * Parses `git ls-files --stage -v -z`: "H 100644 <oid> 0\t<path>\0". Only `H` is reliable: skipped files (`S`, `s`),
 * those assumed to be unchanged (other lower-case letters) and unmerged ones (`M`) may have any content.
 */
export function parseIndex(text: string): Index {
	const index: Index = { clean: [], skipped: [], assumed: [], submodules: [], unsure: [] };
	// A replacement character may stand for invalid UTF-8, so such names are looked up on disk.
	const odd = text.includes("\uFFFD");
	// By position instead of split: there may be 100,000 records.
	for (let at = 0, end = text.indexOf("\0"); end >= 0; at = end + 1, end = text.indexOf("\0", at)) {
		const tab = text.indexOf("\t", at);
		const path = text.slice(tab + 1, end);
		if (odd && path.includes("\uFFFD")) index.unsure.push(path);
		else if (text.startsWith("H 100", at) && text.startsWith(" 0", tab - 2))
			index.clean.push({ path, kind: "file", executable: text[at + 5] === "7", oid: text.slice(at + 9, tab - 2) });
		else if (text.startsWith("160000", at + 2)) index.submodules.push(path);
		else if (text.startsWith(" 0", tab - 2) && /[a-zS]/.test(text[at] ?? "")) {
			const record = { path, mode: text.slice(at + 2, at + 8), oid: text.slice(at + 9, tab - 2) };
			(text[at]?.toUpperCase() === "S" ? index.skipped : index.assumed).push(record);
		} else index.unsure.push(path);
	}
	return index;
}
