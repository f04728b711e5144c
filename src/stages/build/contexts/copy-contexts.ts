import {
	chmodSync,
	constants,
	copyFileSync,
	lstatSync,
	lutimesSync,
	mkdirSync,
	readdirSync,
	readlinkSync,
	type Stats,
	symlinkSync,
	utimesSync,
} from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { namedContextKey, type TreeEntry } from "../../../model/dockerfile/dockerfile.ts";
import type { PlannedImage } from "../../../model/documents/plan.ts";
import type { Service } from "../../../model/service/service.ts";
import type { LocatedInput } from "../../../model/service/service-inputs.ts";
import { defined } from "../../../util/defined.ts";

/** The files that one image takes from its contexts. */
export interface ContextFiles {
	readonly image: PlannedImage;
	readonly service: Service;
	readonly selected: readonly LocatedInput[];
}

/** Copies of build contexts with git's file modes. Disposing deletes them. */
export interface ContextCopies extends AsyncDisposable {
	/** Absolute folder of all copies; undefined if none was needed. */
	readonly folder?: string;
	/** The copy of a context, by its path in the catalog's folder; undefined if the context is sent as it is. */
	copyOf(context: string): string | undefined;
	/** Images whose context could not be copied, with the reason. */
	readonly failed: readonly { readonly image: PlannedImage; readonly message: string }[];
	/** Totals of all copies. */
	readonly files: number;
	readonly bytes: number;
}

/** The mode in the fingerprint and in the image, regardless of the working tree. */
const modeOf = ({ kind, executable }: TreeEntry) => (kind === "dir" || executable ? 0o755 : 0o644);

/** Files between two turns of the event loop. */
const filesPerTurn = 500;

/**
 * Copies build contexts whose files have other modes than git's (0644, or 0755 for programs and folders): modes depend
 * on the umask of the checkout, and BuildKit keeps them (https://github.com/moby/moby/issues/32816). Ignores inputs
 * whose mode `--chmod` sets. Does not change the working tree.
 */
export async function copyContexts(root: string, all: readonly ContextFiles[]): Promise<ContextCopies> {
	const modes = new Modes(root);
	const byContext = new Map<string, LocatedInput[]>();
	const users = new Map<string, Set<PlannedImage>>();
	// On Windows, BuildKit's client sets the modes.
	for (const { image, service, selected } of process.platform === "win32" ? [] : all)
		for (const located of selected) {
			const context = contextOf(service, located.input.context);
			if (context === undefined) continue;
			const inputs = byContext.get(context) ?? [];
			byContext.set(context, inputs);
			inputs.push(located);
			users.set(context, (users.get(context) ?? new Set()).add(image));
		}
	const failed = new Map<PlannedImage, string>();
	let folder: string | undefined;
	const copies = new Map<string, string>();
	const totals = { files: 0, bytes: 0 };
	for (const [context, inputs] of byContext) {
		if (!(await modes.differ(inputs))) continue;
		folder ??= await mkdtemp(path.join(tmpdir(), "lucid-contexts-"));
		const copy = path.join(folder, String(copies.size));
		copies.set(context, copy);
		try {
			await copyTaken(path.join(root, context), copy, inputs, totals);
		} catch (error) {
			const message = `its build context cannot be copied with git's file modes: ${(error as Error).message}`;
			for (const image of users.get(context) ?? []) failed.set(image, message);
		}
	}
	return {
		...defined({ folder }),
		copyOf: (context) => copies.get(context),
		failed: [...failed].map(([image, message]) => ({ image, message })),
		...totals,
		[Symbol.asyncDispose]: async () => {
			if (folder !== undefined) await rm(folder, { recursive: true, force: true });
		},
	};
}

/** Path of the context that an input is from; undefined if it is not a folder. */
function contextOf({ context, contexts }: Service, key: string): string | undefined {
	if (key === "") return context;
	const named = Object.entries(contexts).find(([name]) => namedContextKey(name) === key)?.[1];
	return named?.kind === "path" ? named.path : undefined;
}

/** Compares file modes on disk with git's. Lists shared by several images are checked once. */
class Modes {
	readonly #root: string;
	readonly #checked = new Map<readonly TreeEntry[], boolean>();

	constructor(root: string) {
		this.#root = root;
	}

	async differ(inputs: readonly LocatedInput[]): Promise<boolean> {
		for (const { input, entries } of inputs) {
			if (input.oneMode) continue;
			const differs = this.#checked.get(entries) ?? (await this.#entriesDiffer(entries));
			this.#checked.set(entries, differs);
			if (differs) return true;
		}
		return false;
	}

	async #entriesDiffer(entries: readonly TreeEntry[]): Promise<boolean> {
		for (const [i, entry] of entries.entries()) {
			if (i % filesPerTurn === filesPerTurn - 1) await nextTurn();
			if ((entry.kind !== "file" && entry.kind !== "dir") || isGitFile(entry.path)) continue;
			const stats = lstatSync(path.join(this.#root, entry.path), { throwIfNoEntry: false });
			if (stats !== undefined && (stats.mode & 0o7777) !== modeOf(entry)) return true;
		}
		return false;
	}
}

/** Git's own files stay as they are; only the commit counts. */
const isGitFile = (name: string) => /(?:^|\/)\.git(?:\/|$)/.test(name);

async function copyTaken(
	real: string,
	copy: string,
	inputs: readonly LocatedInput[],
	totals: { files: number; bytes: number },
): Promise<void> {
	const folders = new Set<string>();
	const makeFolder = (folder: string) => {
		if (folders.has(folder)) return;
		if (folder !== copy) makeFolder(path.dirname(folder));
		mkdirSync(folder, { mode: 0o755 });
		chmodSync(folder, 0o755);
		folders.add(folder);
	};
	makeFolder(copy);
	const copyFile: CopyFile = (from, to, stats, mode) => {
		if (stats.isSymbolicLink()) {
			symlinkSync(readlinkSync(from), to);
			lutimesSync(to, stats.atime, stats.mtime);
			return;
		}
		copyFileSync(from, to, constants.COPYFILE_FICLONE);
		chmodSync(to, mode);
		// BuildKit does not read a file again that has the same size and time as before.
		utimesSync(to, stats.atime, stats.mtime);
		totals.files++;
		totals.bytes += stats.size;
	};
	const unique = new Map<string, TreeEntry>();
	// Many images take the same list.
	for (const { entries, root } of new Map(inputs.map((located) => [located.entries, located])).values())
		for (const entry of entries) unique.set(entry.path.slice(root.length), entry);
	let count = 0;
	for (const [name, entry] of unique) {
		if (++count % filesPerTurn === 0) await nextTurn();
		if (isGitFile(name)) continue;
		const [from, to] = [path.join(real, name), path.join(copy, name)];
		const stats = lstatSync(from, { throwIfNoEntry: false });
		// Deleted since the plan: the engine reports it.
		if (stats === undefined) continue;
		makeFolder(stats.isDirectory() ? to : path.dirname(to));
		if (!stats.isDirectory()) copyFile(from, to, stats, modeOf(entry));
	}
	// The ignore file selects what the engine sends of a shared copy.
	mirror(path.join(real, ".dockerignore"), path.join(copy, ".dockerignore"), copyFile);
	// A submodule's `.git` file is part of the context; the root's `.git` folder is copied only if it is used.
	for (const folder of folders)
		if (folder !== copy || unique.has(".git"))
			mirror(path.join(real, path.relative(copy, folder), ".git"), path.join(folder, ".git"), copyFile);
}

type CopyFile = (from: string, to: string, stats: Stats, mode: number) => void;

/** Copies a path unless it exists already; inside a folder, files keep their modes. */
function mirror(from: string, to: string, copyFile: CopyFile, keep: "mode" | undefined = undefined): void {
	const stats = lstatSync(from, { throwIfNoEntry: false });
	if (stats === undefined || lstatSync(to, { throwIfNoEntry: false }) !== undefined) return;
	const mode = stats.mode & 0o7777;
	if (!stats.isDirectory()) {
		copyFile(from, to, stats, keep === undefined ? 0o644 : mode);
		return;
	}
	mkdirSync(to);
	for (const name of readdirSync(from)) mirror(path.join(from, name), path.join(to, name), copyFile, "mode");
	chmodSync(to, mode);
}
