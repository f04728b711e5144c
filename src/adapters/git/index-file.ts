import type { WorkingTreeEntry } from "./tree-entry.ts";

/** What git's index lists, by how much it says of what is on disk. */
export interface Index {
	/** Files that hold on disk what the index says, unless git lists them as modified. */
	readonly clean: WorkingTreeEntry[];
	/** Entries that the sparse checkout skips, whether they are on disk or not. */
	readonly skipped: IndexRecord[];
	/** Files that git is told to take for unchanged. */
	readonly assumed: IndexRecord[];
	/** Submodules. */
	readonly submodules: string[];
	/** Everything else whose content only the disk tells: links, conflicts. */
	readonly unsure: string[];
}

export interface IndexRecord {
	readonly path: string;
	/** Octal, as git has it: `100644`, `100755`, `120000` for a link, `160000` for a submodule. */
	readonly mode: string;
	readonly oid: string;
}

/**
 * `git ls-files --stage -v -z`: "H 100644 <oid> 0\t<path>\0". Only `H` is a promise: a file that is skipped (`S`, `s`), assumed to be unchanged (another small letter)
 * or unmerged (`M`, once a stage) may be anything.
 */
export function parseIndex(text: string): Index {
	const index: Index = { clean: [], skipped: [], assumed: [], submodules: [], unsure: [] };
	// A replacement character stands for bytes that are no UTF-8, unless a name has one itself: the disk tells.
	const odd = text.includes("\uFFFD");
	// A hundred thousand records: by position, without a list of lists, and no text is made that is not kept.
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
