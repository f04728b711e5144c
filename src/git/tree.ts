import { createHash } from "node:crypto";
import type { Stats } from "node:fs";
import { lstat, open, readdir, readlink } from "node:fs/promises";
import path from "node:path";
import pLimit from "p-limit";
import { isRightBelow, parentOf } from "../path.ts";
import { type Checkout, openCheckout } from "./checkout.ts";
import { converted } from "./converted.ts";
import type { Git } from "./git.ts";

/** Files open at once; systems allow 256 and more. */
const openFiles = 64;

/** Bytes; longer files are read bit by bit. */
const wholeAtOnce = 4 << 20;

/** One path of the working tree, relative to its root. */
export interface TreeEntry {
	readonly path: string;
	readonly kind: "file" | "dir" | "symlink" | "other";
	readonly executable: boolean;
	/** A symlink's text. */
	readonly target?: string;
	/** Git's object id, where the working file is known to hold exactly that blob. */
	readonly oid?: string;
	/** Why it cannot be read. */
	readonly unreadable?: string;
}

/** Everything below a folder that a build context can see, whatever git thinks of it. */
export interface Tree {
	/** Sorted by path, in code units. Directories are in it. `.git` is not. */
	readonly entries: readonly TreeEntry[];
	/**
	 * Content as git would name it: the id of the blob with these bytes (of the link's text for a symlink), tracked or not. Known at once
	 * where git knows it; rejects with the system's error when the file cannot be read, or is not there any more.
	 */
	hash(entry: TreeEntry): string | Promise<string>;
}

/**
 * Reads the tree below `root`. Git's index names the content of files that are tracked and clean, so that none of them is read;
 * what git lists as modified or untracked is looked at on disk. Without git everything is.
 */
export async function readTree(root: string, git: Git, checkout = openCheckout(git)): Promise<Tree> {
	const [layout, found] = await Promise.all([checkout.layout(), fromGit(root, git, checkout)]);
	const algorithm = layout?.format === "sha256" ? "sha256" : "sha1";
	const entries = withFolders(found ?? { clean: [], looked: await walk(root, "") });
	const known = new Map<string, Promise<string>>();
	const limit = pLimit(openFiles);
	return {
		entries,
		hash: (entry) => {
			if (entry.oid !== undefined) return entry.oid;
			const found = known.get(entry.path) ?? limit(() => hashEntry(path.join(root, entry.path), entry, algorithm));
			known.set(entry.path, found);
			return found;
		},
	};
}

/** What the index tells, and what had to be looked at on disk. */
interface Found {
	/** Files, sorted as git sorts. */
	readonly clean: TreeEntry[];
	readonly looked: readonly TreeEntry[];
}

async function fromGit(root: string, git: Git, checkout: Checkout): Promise<Found | undefined> {
	const [index, modified, untracked] = await Promise.all([checkout.index(), checkout.modified(), checkout.others()]);
	if (index === undefined || modified === undefined || untracked === undefined) return undefined;
	const tracked = parseIndex(index);
	const lookAgain = new Set(modified.split("\0").filter(Boolean));
	const others = untracked.split("\0").filter(Boolean);
	const isAttributes = (name: string) => name.endsWith(".gitattributes") && /(?:^|\/)\.gitattributes$/.test(name);
	const hasAttributes =
		tracked.clean.some(({ path: name }) => isAttributes(name)) || [...others, ...tracked.unsure].some(isAttributes);
	const files = () => tracked.clean.map(({ path: name }) => name);
	for (const name of await converted(root, git, checkout, files, hasAttributes)) lookAgain.add(name);
	const clean = lookAgain.size === 0 ? tracked.clean : tracked.clean.filter(({ path: name }) => !lookAgain.has(name));
	const onDisk = new Set([...others, ...tracked.unsure, ...lookAgain]);
	const found = await Promise.all([...onDisk].map((name) => look(root, name.replace(/\/$/, ""))));
	return { clean, looked: found.flat() };
}

/**
 * All entries, sorted, each folder among them. What is not really there is left out: git lists what was below a folder that is a link now, and a link leads
 * to others' files.
 */
function withFolders({ clean, looked }: Found): readonly TreeEntry[] {
	const seen = new Map(looked.map((entry) => [entry.path, entry]));
	const folders = new Map<string, boolean>([["", true]]);
	const implied: TreeEntry[] = [];
	const isFolder = (path: string): boolean => {
		const known = folders.get(path);
		if (known !== undefined) return known;
		const entry = seen.get(path);
		const is = (entry === undefined || entry.kind === "dir") && isFolder(parentOf(path));
		if (is && entry === undefined) implied.push({ path, kind: "dir", executable: false });
		folders.set(path, is);
		return is;
	};
	// Git lists a folder's files in a row.
	let [parent, isThere] = ["", true];
	const really = ({ path }: TreeEntry) => {
		if (isRightBelow(path, parent)) return isThere;
		parent = parentOf(path);
		isThere = isFolder(parent);
		return isThere;
	};
	const entries = clean.filter(really).concat([...seen.values()].filter(really), implied);
	return entries.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** The index, told apart by whether it says what is on disk. */
interface Index {
	readonly clean: TreeEntry[];
	/** Links and submodules, which hold on disk what the index does not tell, and all that is no promise. */
	readonly unsure: string[];
}

/**
 * `git ls-files --stage -v -z`: "H 100644 <oid> 0\t<path>\0". Only `H` is a promise: a file that is skipped (`S`, of a sparse checkout), assumed to be
 * unchanged (lower case) or unmerged (`M`, once a stage) may be anything.
 */
function parseIndex(text: string): Index {
	const clean: TreeEntry[] = [];
	const unsure: string[] = [];
	// A hundred thousand records: by position, without a list of lists, and no text is made that is not kept.
	for (let at = 0, end = text.indexOf("\0"); end >= 0; at = end + 1, end = text.indexOf("\0", at)) {
		const tab = text.indexOf("\t", at);
		const name = text.slice(tab + 1, end);
		if (text.startsWith("H 100", at) && text.startsWith(" 0", tab - 2))
			clean.push({ path: name, kind: "file", executable: text[at + 5] === "7", oid: text.slice(at + 9, tab - 2) });
		else unsure.push(name);
	}
	return { clean, unsure };
}

/** A path on disk with all that is below it. What is not there is deleted, which is no mistake: a build context does not have it. */
async function look(root: string, name: string): Promise<TreeEntry[]> {
	try {
		const stats = await lstat(path.join(root, name));
		const entry = await toEntry(root, name, stats);
		return entry.kind === "dir" ? await walk(root, name, entry) : [entry];
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		if (code === "ENOENT" || code === "ENOTDIR") return [];
		return [{ path: name, kind: "other", executable: false, unreadable: message }];
	}
}

async function walk(root: string, folder: string, entry?: TreeEntry): Promise<TreeEntry[]> {
	const names = await readdir(path.join(root, folder));
	const found = await Promise.all(
		names.filter((name) => name !== ".git").map((name) => look(root, folder === "" ? name : `${folder}/${name}`)),
	);
	return (entry === undefined ? [] : [entry]).concat(found.flat());
}

async function toEntry(root: string, name: string, stats: Stats): Promise<TreeEntry> {
	if (stats.isSymbolicLink())
		return { path: name, kind: "symlink", executable: false, target: await readlink(path.join(root, name)) };
	const kind = stats.isFile() ? "file" : stats.isDirectory() ? "dir" : "other";
	// The owner's bit is the one that git keeps.
	return { path: name, kind, executable: kind === "file" && (stats.mode & 0o100) !== 0 };
}

async function hashEntry(file: string, entry: TreeEntry, algorithm: "sha1" | "sha256"): Promise<string> {
	if (entry.kind === "symlink") return blobId(algorithm, Buffer.from(entry.target ?? ""));
	const handle = await open(file);
	try {
		const { size } = await handle.stat();
		if (size <= wholeAtOnce) return blobId(algorithm, await handle.readFile());
		const hash = createHash(algorithm).update(`blob ${size}\0`);
		for await (const chunk of handle.createReadStream({ autoClose: false })) hash.update(chunk);
		return hash.digest("hex");
	} finally {
		await handle.close();
	}
}

const blobId = (algorithm: string, bytes: Buffer) =>
	createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
