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
import { setImmediate as turn } from "node:timers/promises";
import { namedContextKey, type TreeEntry } from "../../../model/dockerfile/dockerfile.ts";
import type { PlannedImage } from "../../../model/documents/plan.ts";
import type { Service } from "../../../model/service/service.ts";
import type { LocatedInput } from "../../../model/service/service-inputs.ts";
import { defined } from "../../../util/defined.ts";
import { catalogPath } from "../bake/targets.ts";

/** What one image takes from its contexts. */
export interface ContextFiles {
	readonly image: PlannedImage;
	readonly service: Service;
	readonly selected: readonly LocatedInput[];
}

/** Copies of build contexts in which every file and folder has the mode that git gives it; gone at the end. */
export interface ContextCopies extends AsyncDisposable {
	/** Absolute; holds all copies. Undefined where none was needed. */
	readonly folder?: string;
	/** Where the copy of a context is, by the context's path in the catalog's folder; undefined where the context itself is as it should be. */
	copyOf(context: string): string | undefined;
	/** Images whose context could not be copied, and why. */
	readonly failed: readonly { readonly image: PlannedImage; readonly message: string }[];
	/** How much was copied. */
	readonly files: number;
	readonly bytes: number;
}

/** The mode that counts in a fingerprint, and that an image gets, whatever the working tree has. */
const modeOf = ({ kind, executable }: TreeEntry) => (kind === "dir" || executable ? 0o755 : 0o644);

/** Work between two looks at what has come in. */
const turnAfter = 500;

/**
 * Copies what images take from those contexts in which a file or folder that is taken has another mode than git's: 0644, 0755 for programs and folders.
 * A checkout has others after another umask, and BuildKit would put them into the image (https://github.com/moby/moby/issues/32816). `--chmod` with a
 * number sets the mode of all that it copies: then the working tree's does not matter. Nothing is changed in the working tree.
 */
export async function copyContexts(root: string, all: readonly ContextFiles[]): Promise<ContextCopies> {
	const modes = new Modes(root);
	const byContext = new Map<string, LocatedInput[]>();
	const users = new Map<string, Set<PlannedImage>>();
	// BuildKit's own client sets modes there.
	for (const { image, service, selected } of process.platform === "win32" ? [] : all)
		for (const one of selected) {
			const context = contextOf(service, one.input.context);
			if (context === undefined) continue;
			const mine = byContext.get(context) ?? [];
			byContext.set(context, mine);
			mine.push(one);
			users.set(context, (users.get(context) ?? new Set()).add(image));
		}
	const failed = new Map<PlannedImage, string>();
	let folder: string | undefined;
	const found = new Map<string, string>();
	const copied = { files: 0, bytes: 0 };
	for (const [context, inputs] of byContext) {
		if (!(await modes.differ(inputs))) continue;
		folder ??= await mkdtemp(path.join(tmpdir(), "lucid-contexts-"));
		const copy = path.join(folder, String(found.size));
		found.set(context, copy);
		try {
			await copyTaken(catalogPath(root, context), copy, inputs, copied);
		} catch (error) {
			const message = `its build context cannot be copied with git's file modes: ${(error as Error).message}`;
			for (const image of users.get(context) ?? []) failed.set(image, message);
		}
	}
	return {
		...defined({ folder }),
		copyOf: (context) => found.get(context),
		failed: [...failed].map(([image, message]) => ({ image, message })),
		...copied,
		[Symbol.asyncDispose]: async () => {
			if (folder !== undefined) await rm(folder, { recursive: true, force: true });
		},
	};
}

/** The path of the context that an input takes from; undefined for one that is not a folder. */
function contextOf({ context, contexts }: Service, key: string): string | undefined {
	if (key === "") return context;
	const named = Object.entries(contexts).find(([name]) => namedContextKey(name) === key)?.[1];
	return named?.kind === "path" ? named.path : undefined;
}

/** Looks at the modes of files on disk; at a list that several images share once. */
class Modes {
	readonly #root: string;
	readonly #known = new Map<readonly TreeEntry[], boolean>();

	constructor(root: string) {
		this.#root = root;
	}

	async differ(inputs: readonly LocatedInput[]): Promise<boolean> {
		for (const { input, entries } of inputs) {
			if (input.oneMode) continue;
			const known = this.#known.get(entries) ?? (await this.#differ(entries));
			this.#known.set(entries, known);
			if (known) return true;
		}
		return false;
	}

	async #differ(entries: readonly TreeEntry[]): Promise<boolean> {
		for (const [i, entry] of entries.entries()) {
			if (i % turnAfter === turnAfter - 1) await turn();
			if ((entry.kind !== "file" && entry.kind !== "dir") || isGits(entry.path)) continue;
			const stats = lstatSync(path.join(this.#root, entry.path), { throwIfNoEntry: false });
			if (stats !== undefined && (stats.mode & 0o7777) !== modeOf(entry)) return true;
		}
		return false;
	}
}

/** What git keeps for itself stays as it is: of it, only the commit counts. */
const isGits = (name: string) => /(?:^|\/)\.git(?:\/|$)/.test(name);

async function copyTaken(
	real: string,
	copy: string,
	inputs: readonly LocatedInput[],
	copied: { files: number; bytes: number },
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
	const put: Put = (from, to, stats, mode) => {
		if (stats.isSymbolicLink()) {
			symlinkSync(readlinkSync(from), to);
			lutimesSync(to, stats.atime, stats.mtime);
			return;
		}
		copyFileSync(from, to, constants.COPYFILE_FICLONE);
		chmodSync(to, mode);
		// BuildKit takes a file with the size and the time of the one it got before for that very file, unread.
		utimesSync(to, stats.atime, stats.mtime);
		copied.files++;
		copied.bytes += stats.size;
	};
	const unique = new Map<string, TreeEntry>();
	// Many images take the same list.
	for (const { entries, root } of new Map(inputs.map((one) => [one.entries, one])).values())
		for (const entry of entries) unique.set(entry.path.slice(root.length), entry);
	let count = 0;
	for (const [name, entry] of unique) {
		if (++count % turnAfter === 0) await turn();
		if (isGits(name)) continue;
		const [from, to] = [path.join(real, name), path.join(copy, name)];
		const stats = lstatSync(from, { throwIfNoEntry: false });
		// Gone since the plan: the engine says so.
		if (stats === undefined) continue;
		makeFolder(stats.isDirectory() ? to : path.dirname(to));
		if (!stats.isDirectory()) put(from, to, stats, modeOf(entry));
	}
	// It decides what the engine takes of a copy that several images share.
	mirror(path.join(real, ".dockerignore"), path.join(copy, ".dockerignore"), put);
	// A submodule has a file of this name, which is in the context like any other; the folder at the root is only copied where it is taken.
	for (const folder of folders)
		if (folder !== copy || unique.has(".git"))
			mirror(path.join(real, path.relative(copy, folder), ".git"), path.join(folder, ".git"), put);
}

type Put = (from: string, to: string, stats: Stats, mode: number) => void;

/** Copies what is at a path, unless it is there already; what is in a folder with the modes that it has. */
function mirror(from: string, to: string, put: Put, keep: "mode" | undefined = undefined): void {
	const stats = lstatSync(from, { throwIfNoEntry: false });
	if (stats === undefined || lstatSync(to, { throwIfNoEntry: false }) !== undefined) return;
	const mode = stats.mode & 0o7777;
	if (!stats.isDirectory()) {
		put(from, to, stats, keep === undefined ? 0o644 : mode);
		return;
	}
	mkdirSync(to);
	for (const name of readdirSync(from)) mirror(path.join(from, name), path.join(to, name), put, "mode");
	chmodSync(to, mode);
}
