import { lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import type { PathKind, RepositoryPaths } from "../../model/catalog/host.ts";
import type { RepositoryFiles } from "../../model/service/repository-files.ts";
import { UserError } from "../../util/errors.ts";

/** Where a path below `top` really is, links followed. */
function resolveBelow(top: string, name: string): string | "missing" | "outside" {
	if (name.includes("\0")) return "missing";
	try {
		const real = realpathSync.native(path.join(top, name));
		return real === top || real.startsWith(top.endsWith(path.sep) ? top : top + path.sep) ? real : "outside";
	} catch {
		// A link in a loop, a link to nothing, no right to look: for whoever wants to build, it is not there.
		return "missing";
	}
}

const kindOf = (stats: Stats): PathKind => (stats.isFile() ? "file" : stats.isDirectory() ? "folder" : "other");

/** Of what stands there itself, link or not. */
function statsOf(file: string): Stats | undefined {
	try {
		return lstatSync(file, { throwIfNoEntry: false });
	} catch {
		return undefined;
	}
}

/**
 * Looks at the disk below `root`, and never beyond it: a path is resolved with all its links first, each once. Throws only where `root` itself cannot be
 * read.
 */
export function filesBelow(root: string): RepositoryPaths {
	const top = realpathSync.native(root);
	const kinds = new Map<string, PathKind>();
	const resolve = (name: string) => resolveBelow(top, name);
	/** In a folder that is known to be one, and no link, only the last name is new. */
	const plain = new Set<string>([top]);
	const look = (name: string): PathKind => {
		if (name.includes("\0")) return "missing";
		// Without a slash at its end, by which a link would be followed.
		const file = path.resolve(path.join(top, name));
		const known = plain.has(path.dirname(file)) ? statsOf(file) : undefined;
		if (known?.isDirectory()) plain.add(file);
		if (known !== undefined && !known.isSymbolicLink()) return kindOf(known);
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

/** Longer texts were not written by people: bytes. */
const longestText = 1 << 20;

/** What lint asks of files below `root`, never beyond it; each text is read at most once. Paths that lead nowhere, and what cannot be read, are undefined. */
export function fileTextsBelow(root: string): Pick<RepositoryFiles, "text" | "size"> {
	const top = realpathSync.native(root);
	const texts = new Map<string, string | undefined>();
	const read = (name: string): string | undefined => {
		const real = resolveBelow(top, name);
		if (real === "missing" || real === "outside") return undefined;
		try {
			const stats = statSync(real);
			return stats.isFile() && stats.size <= longestText ? readFileSync(real, "utf8") : undefined;
		} catch {
			return undefined;
		}
	};
	return {
		// Asked of very many files: where links lead is not looked at.
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
 * Texts of files below `root`, links followed; undefined where there is none: a folder is none either, which is how the engine takes it. What is there and
 * cannot be read is a UserError at that file (`dockerfile/unreadable`).
 */
export function dockerfileReader(root: string): (name: string) => Promise<string | undefined> {
	return async (name) => {
		// What came in meanwhile has its turn. The reading itself is over sooner than anybody else could be told to do it.
		await turn();
		try {
			return readFileSync(path.join(root, name), "utf8");
		} catch (cause) {
			const { code, message } = cause as NodeJS.ErrnoException;
			if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return undefined;
			const problem = {
				code: "dockerfile/unreadable",
				message: `${name} cannot be read`,
				why: message,
				at: { file: name },
			};
			throw new UserError(problem, { cause });
		}
	};
}
