import { createHash } from "node:crypto";
import { existsSync, type Stats } from "node:fs";
import { lstat, open, readdir, readFile, readlink, stat } from "node:fs/promises";
import path from "node:path";
import pLimit from "p-limit";
import { isDirectChild, parentOf } from "../../util/path.ts";
import { attributesOf } from "./attributes.ts";
import { type Checkout, openCheckout } from "./checkout.ts";
import type { Git } from "./git.ts";
import { type Index, type IndexRecord, parseIndex } from "./index-file.ts";
import type { WorkingTreeEntry } from "./tree-entry.ts";

/** Files open at the same time; systems allow 256 or more. */
const openFiles = 64;

/** Bytes; larger files are hashed as a stream. */
const streamedBytes = 4 << 20;

/** Everything below a folder that a build context can contain, tracked or not. */
export interface Tree {
	/** Sorted by path (code units), with directories, without `.git`. */
	readonly entries: readonly WorkingTreeEntry[];
	/**
	 * Git's blob id of the content (of a symlink: of its target), tracked or not. Synchronous if git knows it. Rejects
	 * with the system's error if the file cannot be read.
	 */
	hash(entry: WorkingTreeEntry): string | Promise<string>;
	/** Whether a file with `skip-worktree` or `assume-unchanged` has other content on disk than in the index. */
	hidesChanges(): Promise<boolean>;
}

/**
 * Reads the tree below `root`. The ids of clean tracked files come from git's index, so they are not read; modified and
 * untracked files are read from disk, without git all files.
 */
export async function readTree(root: string, git: Git, checkout = openCheckout(git)): Promise<Tree> {
	const [layout, scan] = await Promise.all([checkout.layout(), fromGit(root, git, checkout)]);
	const algorithm = layout?.format === "sha256" ? "sha256" : "sha1";
	const entries = withFolders(scan ?? { clean: [], fromDisk: await walk(root, ""), hidden: [] });
	const hashes = new Map<string, Promise<string>>();
	const limit = pLimit(openFiles);
	return {
		entries,
		hash: (entry) => {
			if (entry.oid !== undefined) return entry.oid;
			const hash = hashes.get(entry.path) ?? limit(() => hashEntry(path.join(root, entry.path), entry, algorithm));
			hashes.set(entry.path, hash);
			return hash;
		},
		hidesChanges: async () => {
			const records = scan?.hidden ?? [];
			if (records.length === 0) return false;
			// hash-object applies the filters of git.
			const names = records.map(({ path: name }) => `${name}\n`).join("");
			const ids = await git(["hash-object", "--stdin-paths"], names);
			return ids?.trim() !== records.map(({ oid }) => oid).join("\n");
		},
	};
}

/** Entries from the index and from disk. */
interface TreeScan {
	/** Files in the order of the index. */
	readonly clean: WorkingTreeEntry[];
	readonly fromDisk: readonly WorkingTreeEntry[];
	/** Files on disk with `skip-worktree` or `assume-unchanged`. */
	readonly hidden: readonly IndexRecord[];
}

async function fromGit(root: string, git: Git, checkout: Checkout): Promise<TreeScan | undefined> {
	const [index, modified, untracked] = await Promise.all([checkout.index(), checkout.modified(), checkout.untracked()]);
	if (index === undefined || modified === undefined || untracked === undefined) return undefined;
	const tracked = parseIndex(index);
	const submodules = new Set(tracked.submodules);
	const changed = new Set(modified.split("\0").filter((name) => name !== "" && !submodules.has(name)));
	const others = untracked.split("\0").filter(Boolean);
	const attributes = await attributesOf(root, git, checkout, { ...tracked, untracked: others });
	for (const name of attributes.converted) changed.add(name);
	const clean = changed.size === 0 ? tracked.clean : tracked.clean.filter(({ path: name }) => !changed.has(name));
	const onDisk = [...new Set([...others, ...tracked.unsure, ...changed])];
	const hidden = [...tracked.skipped, ...tracked.assumed];
	const fromDisk = await Promise.all([
		...onDisk.map((name) => look(root, name.replace(/\/$/, ""))),
		...tracked.assumed.map(({ path: name }) => look(root, name)),
		...tracked.skipped.map((record) => skippedEntry(root, record, attributes.rewritten, git)),
		...tracked.submodules.map((name) => submodule(root, name, git)),
	]);
	const entries = await markPointers(root, fromDisk.flat(), attributes.lfs);
	const files = new Set(hidden.length === 0 ? [] : entries.filter(isFile).map(({ path: name }) => name));
	return {
		clean,
		fromDisk: await withIndexModes(entries, tracked, checkout),
		hidden: hidden.filter(({ path: name, mode }) => mode.startsWith("100") && files.has(name)),
	};
}

const isFile = ({ kind, obstacle }: WorkingTreeEntry) => kind === "file" && obstacle === undefined;

/** With `core.fileMode=false` the executable bit of the index counts. */
async function withIndexModes(
	entries: readonly WorkingTreeEntry[],
	{ clean, assumed }: Index,
	{ settings }: Checkout,
): Promise<readonly WorkingTreeEntry[]> {
	if (!/^(?:false|no|off|0)$/i.test((await settings()).get("core.filemode") ?? "")) return entries;
	const executables = new Map(clean.map(({ path: name, executable }) => [name, executable]));
	for (const { path: name, mode } of assumed) executables.set(name, mode === "100755");
	return entries.map((entry) => ({ ...entry, executable: executables.get(entry.path) ?? entry.executable }));
}

/** A skipped entry: from disk if it exists there, else from the index. */
async function skippedEntry(
	root: string,
	{ path: name, mode, oid }: IndexRecord,
	rewritten: ReadonlySet<string>,
	git: Git,
): Promise<WorkingTreeEntry[]> {
	const existing = await look(root, name);
	if (existing.length > 0) return existing;
	const entry = { path: name, executable: mode === "100755", oid, obstacle: "skipped" } as const;
	if (mode === "120000") {
		// A partial clone fetches it now.
		const target = await git(["cat-file", "blob", oid]);
		if (target !== undefined) return [{ ...entry, kind: "symlink", target }];
		return [{ path: name, kind: "other", executable: false, unreadable: `git has no object ${oid}` }];
	}
	// A checkout would write other bytes than those of the blob.
	if (rewritten.has(name))
		return [{ path: name, kind: "file", executable: entry.executable, obstacle: "skipped-converted" }];
	return [{ ...entry, kind: "file" }];
}

/** A submodule is a tree with submodules, pointers and skipped files; an empty folder if it is not checked out. */
async function submodule(root: string, name: string, git: Git): Promise<WorkingTreeEntry[]> {
	const folder = path.join(root, name);
	const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => error.code ?? "");
	if (names === "ENOTDIR") return look(root, name);
	const self: WorkingTreeEntry = { path: name, kind: "dir", executable: false };
	if (typeof names === "string" || names.length === 0) return [{ ...self, obstacle: "submodule" }];
	if (!names.includes(".git")) return look(root, name);
	const submoduleGit: Git = (args, input) => git(["-C", name, ...args], input);
	const scan = await fromGit(folder, submoduleGit, openCheckout(submoduleGit));
	if (scan === undefined) return look(root, name);
	return [self, ...withFolders(scan).map((entry) => ({ ...entry, path: `${name}/${entry.path}` }))];
}

/** Marks Git LFS files that are pointers on disk. */
async function markPointers(
	root: string,
	entries: readonly WorkingTreeEntry[],
	lfs: ReadonlySet<string>,
): Promise<readonly WorkingTreeEntry[]> {
	if (lfs.size === 0) return entries;
	const limit = pLimit(openFiles);
	return Promise.all(
		entries.map(async (entry) => {
			if (entry.kind !== "file" || entry.obstacle !== undefined || !lfs.has(entry.path)) return entry;
			const isLfsPointer = await limit(() => isPointer(path.join(root, entry.path)));
			return isLfsPointer ? ({ ...entry, obstacle: "lfs-pointer" } as const) : entry;
		}),
	);
}

/** Pointers are shorter: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
const maxPointerBytes = 1024;
/** The second and third URL are from before the first release of Git LFS. */
const pointerVersion =
	/^version https?:\/\/(?:git-lfs\.github\.com\/spec\/v1|hawser\.github\.com\/spec\/v1|git-media\.io\/v\/2)\r?\n/;

/** Whether a file is a Git LFS pointer. False if it cannot be read. */
async function isPointer(file: string): Promise<boolean> {
	try {
		if ((await stat(file)).size >= maxPointerBytes) return false;
		const text = await readFile(file, "latin1");
		return pointerVersion.test(text) && /^oid sha256:[0-9a-f]{64}\r?$/m.test(text);
	} catch {
		return false;
	}
}

/**
 * All entries with their folders, sorted. Drops entries below a folder that is now a link: git still lists them.
 */
function withFolders({ clean, fromDisk }: TreeScan): readonly WorkingTreeEntry[] {
	const onDisk = new Map(fromDisk.map((entry) => [entry.path, entry]));
	const folders = new Map<string, boolean>([["", true]]);
	const implied: WorkingTreeEntry[] = [];
	const isFolder = (path: string): boolean => {
		const cached = folders.get(path);
		if (cached !== undefined) return cached;
		const entry = onDisk.get(path);
		const result = (entry === undefined || entry.kind === "dir") && isFolder(parentOf(path));
		if (result && entry === undefined) implied.push({ path, kind: "dir", executable: false });
		folders.set(path, result);
		return result;
	};
	// Files of a folder follow each other in git's list.
	let [parent, isRealFolder] = ["", true];
	const isReal = ({ path }: WorkingTreeEntry) => {
		if (isDirectChild(path, parent)) return isRealFolder;
		parent = parentOf(path);
		isRealFolder = isFolder(parent);
		return isRealFolder;
	};
	const entries = clean.filter(isReal).concat([...onDisk.values()].filter(isReal), implied);
	return entries.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** A path on disk with everything below it. Empty if it was deleted. */
async function look(root: string, name: string): Promise<WorkingTreeEntry[]> {
	try {
		const stats = await lstat(path.join(root, name));
		const entry = await toEntry(root, name, stats);
		return entry.kind === "dir" ? await walk(root, name, entry) : [entry];
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		// A name with invalid UTF-8 changes when it is decoded.
		if (code === "ENOENT" && name.includes("\uFFFD"))
			return [{ path: name, kind: "other", executable: false, obstacle: "name" }];
		if (code === "ENOENT" || code === "ENOTDIR") return [];
		return [{ path: name, kind: "other", executable: false, unreadable: message }];
	}
}

async function walk(root: string, folder: string, entry?: WorkingTreeEntry): Promise<WorkingTreeEntry[]> {
	const names = await readdir(path.join(root, folder));
	const entries = await Promise.all(
		names.filter((name) => name !== ".git").map((name) => look(root, folder === "" ? name : `${folder}/${name}`)),
	);
	return (entry === undefined ? [] : [entry]).concat(entries.flat());
}

async function toEntry(root: string, name: string, stats: Stats): Promise<WorkingTreeEntry> {
	if (stats.isSymbolicLink())
		return { path: name, kind: "symlink", executable: false, target: await readlink(path.join(root, name)) };
	const kind = stats.isFile() ? "file" : stats.isDirectory() ? "dir" : "other";
	// Git stores the owner's bit.
	return { path: name, kind, executable: kind === "file" && (stats.mode & 0o100) !== 0 };
}

async function hashEntry(file: string, entry: WorkingTreeEntry, algorithm: "sha1" | "sha256"): Promise<string> {
	if (entry.kind === "symlink") return blobId(algorithm, Buffer.from(entry.target ?? ""));
	await using handle = await open(file);
	const { size } = await handle.stat();
	if (size <= streamedBytes) return blobId(algorithm, await handle.readFile());
	const hash = createHash(algorithm).update(`blob ${size}\0`);
	for await (const chunk of handle.createReadStream({ autoClose: false })) hash.update(chunk);
	return hash.digest("hex");
}

const blobId = (algorithm: string, bytes: Buffer) =>
	createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");

/**
 * Adds `.git/HEAD`, which stands for the whole `.git` folder. Its real content differs in every clone and after every
 * command. A context that contains it counts as the commit that is checked out: another commit is another image.
 */
export async function withGitFolder(
	reading: Promise<Tree>,
	root: string,
	checkout: Pick<Checkout, "head">,
): Promise<Tree> {
	if (!existsSync(path.join(root, ".git"))) return reading;
	const [tree, head] = await Promise.all([reading, checkout.head()]);
	const oid = head?.id ?? "no commit";
	const own = [
		{ path: ".git", kind: "dir", executable: false },
		{ path: ".git/HEAD", kind: "file", executable: false, oid },
	] as const;
	const after = tree.entries.findIndex((entry) => entry.path > ".git");
	const place = after < 0 ? tree.entries.length : after;
	return { ...tree, entries: tree.entries.toSpliced(place, 0, ...own) };
}
