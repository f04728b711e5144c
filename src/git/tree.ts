import { createHash } from "node:crypto";
import type { Stats } from "node:fs";
import { lstat, readdir, readFile, readlink } from "node:fs/promises";
import path from "node:path";
import type { Git } from "./git.ts";

/** One path of the working tree, relative to its root. */
export interface TreeEntry {
	readonly path: string;
	readonly kind: "file" | "dir" | "symlink" | "other";
	readonly executable: boolean;
	/** A symlink's text. */
	readonly target?: string;
	/** Git's object id, where the working file is known to hold exactly that blob. */
	readonly oid?: string;
}

/** Everything below a folder that a build context can see, whatever git thinks of it. */
export interface Tree {
	/** Sorted by path, in code units. Directories are in it. `.git` is not. */
	readonly entries: readonly TreeEntry[];
	/** Content as git would name it: the id of the blob with these bytes (of the link's text for a symlink), tracked or not. */
	hash(entry: TreeEntry): Promise<string>;
}

/**
 * Reads the tree below `root`. Git's index names the content of files that are tracked and clean, so that none of them is read;
 * what git lists as modified or untracked is looked at on disk. Without git everything is.
 */
export async function readTree(root: string, git: Git): Promise<Tree> {
	const algorithm = (await git(["rev-parse", "--show-object-format"]))?.trim() === "sha256" ? "sha256" : "sha1";
	const entries = (await fromGit(root, git)) ?? (await walk(root, ""));
	const unique = new Map(entries.map((entry) => [entry.path, entry]));
	for (const entry of entries) addParents(unique, entry.path);
	const sorted = [...unique.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
	const known = new Map<string, Promise<string>>();
	return {
		entries: sorted,
		hash: (entry) => {
			if (entry.oid !== undefined) return Promise.resolve(entry.oid);
			const found = known.get(entry.path) ?? hashEntry(path.join(root, entry.path), entry, algorithm);
			known.set(entry.path, found);
			return found;
		},
	};
}

async function fromGit(root: string, git: Git): Promise<TreeEntry[] | undefined> {
	const [index, modified, untracked, attributes, autocrlf] = await Promise.all([
		git(["ls-files", "--stage", "-z"]),
		git(["diff-files", "--name-only", "--relative", "-z"]),
		git(["ls-files", "--others", "--directory", "-z"]),
		git(["ls-files", "-z", "--", "*.gitattributes", ".gitattributes"]),
		git(["config", "--get", "core.autocrlf"]),
	]);
	if (index === undefined || modified === undefined || untracked === undefined) return undefined;
	const tracked = parseIndex(index);
	const lookAgain = new Set(modified.split("\0").filter(Boolean));
	for (const name of await converted(root, git, tracked, attributes ?? "", autocrlf?.trim())) lookAgain.add(name);

	const entries: TreeEntry[] = [];
	const onDisk: string[] = untracked.split("\0").filter(Boolean);
	for (const { path: name, mode, oid } of tracked) {
		// A submodule and a link hold on disk what the index does not tell.
		if (mode === "160000" || mode === "120000" || lookAgain.has(name)) onDisk.push(name);
		else entries.push({ path: name, kind: "file", executable: mode === "100755", oid });
	}
	const found = await Promise.all(onDisk.map((name) => look(root, name.replace(/\/$/, ""))));
	return entries.concat(...found);
}

interface IndexEntry {
	readonly mode: string;
	readonly oid: string;
	readonly path: string;
}

/** `git ls-files --stage -z`: "100644 <oid> 0\t<path>\0". A path in conflict comes once a stage; the last one stands. */
function parseIndex(text: string): IndexEntry[] {
	const entries: IndexEntry[] = [];
	for (const record of text.split("\0")) {
		const tab = record.indexOf("\t");
		if (tab < 0) continue;
		const [mode = "", oid = "", stage] = record.slice(0, tab).split(" ");
		// An unmerged file on disk holds none of the three blobs.
		entries.push({ mode, oid: stage === "0" ? oid : "", path: record.slice(tab + 1) });
	}
	return entries;
}

/** Tracked files whose bytes on disk may differ from their blob: line-end conversion, filters such as LFS, ident, encodings; and conflicts. */
async function converted(
	root: string,
	git: Git,
	tracked: readonly IndexEntry[],
	attributeFiles: string,
	autocrlf: string | undefined,
): Promise<string[]> {
	const files = tracked.filter(({ mode }) => mode.startsWith("100"));
	if (autocrlf === "true" || autocrlf === "input") return files.map(({ path: name }) => name);
	const conflicts = files.filter(({ oid }) => oid === "").map(({ path: name }) => name);
	const local = (await git(["rev-parse", "--git-path", "info/attributes"]))?.trim() ?? "";
	const hasAttributes = attributeFiles !== "" || (await exists(path.resolve(root, local)));
	if (!hasAttributes) return conflicts;
	const names = ["text", "eol", "filter", "ident", "working-tree-encoding"];
	const answer = await git(
		["check-attr", "-z", "--stdin", ...names],
		files.map(({ path: name }) => `${name}\0`).join(""),
	);
	if (answer === undefined) return files.map(({ path: name }) => name);
	const fields = answer.split("\0");
	const found = new Set(conflicts);
	for (let i = 0; i + 2 < fields.length; i += 3) {
		const [name, value] = [fields[i] ?? "", fields[i + 2] ?? ""];
		if (value !== "unspecified" && value !== "unset") found.add(name);
	}
	return [...found];
}

const exists = (file: string) =>
	lstat(file).then(
		(stats) => stats.isFile(),
		() => false,
	);

async function look(root: string, name: string): Promise<TreeEntry[]> {
	const stats = await lstat(path.join(root, name)).catch(() => undefined);
	// Deleted from disk: git lists it as modified, a build context does not have it.
	if (stats === undefined) return [];
	const entry = await toEntry(root, name, stats);
	return entry.kind === "dir" ? [entry, ...(await walk(root, name))] : [entry];
}

async function walk(root: string, folder: string): Promise<TreeEntry[]> {
	const names = await readdir(path.join(root, folder));
	const found = await Promise.all(
		names.filter((name) => name !== ".git").map((name) => look(root, folder === "" ? name : `${folder}/${name}`)),
	);
	return found.flat();
}

async function toEntry(root: string, name: string, stats: Stats): Promise<TreeEntry> {
	if (stats.isSymbolicLink())
		return { path: name, kind: "symlink", executable: false, target: await readlink(path.join(root, name)) };
	const kind = stats.isFile() ? "file" : stats.isDirectory() ? "dir" : "other";
	return { path: name, kind, executable: kind === "file" && (stats.mode & 0o111) !== 0 };
}

function addParents(entries: Map<string, TreeEntry>, name: string): void {
	for (let end = name.lastIndexOf("/"); end > 0; end = name.lastIndexOf("/", end - 1)) {
		const parent = name.slice(0, end);
		if (entries.has(parent)) return;
		entries.set(parent, { path: parent, kind: "dir", executable: false });
	}
}

async function hashEntry(file: string, entry: TreeEntry, algorithm: "sha1" | "sha256"): Promise<string> {
	const bytes = entry.kind === "symlink" ? Buffer.from(entry.target ?? "") : await readFile(file);
	return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
