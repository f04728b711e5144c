import { lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import type { PathKind, RepositoryPaths } from "../../model/catalog/resolve-context.ts";
import type { RepositoryFiles } from "../../model/service/service-inputs.ts";
import { UserError } from "../../util/errors.ts";

/** Resolves a path below `top` with its links. */
function resolveBelow(top: string, name: string): string | "missing" | "outside" {
	if (name.includes("\0")) return "missing";
	try {
		const real = realpathSync.native(path.join(top, name));
		return real === top || real.startsWith(top.endsWith(path.sep) ? top : top + path.sep) ? real : "outside";
	} catch {
		// A link loop, a dangling link, or no permission: a build cannot read it either.
		return "missing";
	}
}

const kindOf = (stats: Stats): PathKind => (stats.isFile() ? "file" : stats.isDirectory() ? "folder" : "other");

/** Stats of the path itself, links not followed. */
function statsOf(file: string): Stats | undefined {
	try {
		return lstatSync(file, { throwIfNoEntry: false });
	} catch {
		return undefined;
	}
}

/**
 * Looks up paths below `root`, and never outside of it: links are resolved first. Results are cached. Throws only if
 * `root` itself cannot be read.
 */
export function filesBelow(root: string): RepositoryPaths {
	const top = realpathSync.native(root);
	const kinds = new Map<string, PathKind>();
	const resolve = (name: string) => resolveBelow(top, name);
	/** Real folders (no links): in these only the last name needs a check. */
	const realFolders = new Set<string>([top]);
	const look = (name: string): PathKind => {
		if (name.includes("\0")) return "missing";
		// Without a trailing slash, which would follow a link.
		const file = path.resolve(path.join(top, name));
		const ownStats = realFolders.has(path.dirname(file)) ? statsOf(file) : undefined;
		if (ownStats?.isDirectory()) realFolders.add(file);
		if (ownStats !== undefined && !ownStats.isSymbolicLink()) return kindOf(ownStats);
		const real = resolve(name);
		if (real === "missing" || real === "outside") return real;
		const stats = statSync(real, { throwIfNoEntry: false });
		return stats === undefined ? "missing" : kindOf(stats);
	};
	return {
		kindOf: (name) => {
			const kind = kinds.get(name) ?? look(name);
			kinds.set(name, kind);
			return kind;
		},
		list: (name) => {
			const real = resolve(name);
			if (real === "missing" || real === "outside") return [];
			try {
				return readdirSync(real).sort();
			} catch {
				return [];
			}
		},
	};
}

/** Bytes; larger files are not source text. */
const maxTextBytes = 1 << 20;

/** Texts and sizes of files below `root`, never outside of it; undefined if unreadable. Each text is read once. */
export function fileTextsBelow(root: string): Pick<RepositoryFiles, "text" | "size"> {
	const top = realpathSync.native(root);
	const texts = new Map<string, string | undefined>();
	const read = (name: string): string | undefined => {
		const real = resolveBelow(top, name);
		if (real === "missing" || real === "outside") return undefined;
		try {
			const stats = statSync(real);
			return stats.isFile() && stats.size <= maxTextBytes ? readFileSync(real, "utf8") : undefined;
		} catch {
			return undefined;
		}
	};
	return {
		// Called for very many files: links are not resolved.
		size: (name) => {
			const stats = statsOf(path.join(top, name));
			return stats?.isFile() ? stats.size : undefined;
		},
		text: (name) => {
			if (!texts.has(name)) texts.set(name, read(name));
			return texts.get(name);
		},
	};
}

/**
 * Reads texts below `root`, following links. Undefined if there is no file (a folder counts as none, as in BuildKit).
 * A UserError `dockerfile/unreadable` if it exists but cannot be read.
 */
export function dockerfileReader(root: string): (name: string) => Promise<string | undefined> {
	return async (name) => {
		// Lets pending I/O run. Reading synchronously is faster than handing it to the thread pool.
		await setImmediate();
		try {
			return readFileSync(path.join(root, name), "utf8");
		} catch (cause) {
			const { code, message } = cause as NodeJS.ErrnoException;
			if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return undefined;
			const problem = { code: "dockerfile/unreadable", message: `cannot read ${name}`, why: message };
			throw new UserError({ ...problem, at: { file: name } }, { cause });
		}
	};
}
