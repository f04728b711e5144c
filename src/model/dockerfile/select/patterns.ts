import { RE2JS, RE2JSSyntaxException } from "re2js";
import { cleanPath, trim } from "../parse/go-text.ts";
import { compileGlob, isGlob } from "./glob.ts";

/** One line of an ignore file, or one `--exclude`, with the semantics of github.com/moby/patternmatcher. */
export interface PathPattern {
	readonly text: string;
	/** `!`: an exception to earlier patterns. */
	readonly negated: boolean;
	matches(path: string): boolean;
}

/** Whether each pattern matched a folder; its children inherit that. */
export type FolderMatches = readonly boolean[];

/** Compiles a pattern; undefined if malformed, `"empty"` for an empty line. */
export function parsePathPattern(line: string): PathPattern | "empty" | undefined {
	const trimmed = trim(line);
	if (trimmed === "") return "empty";
	const cleaned = cleanPath(trimmed);
	const negated = cleaned.startsWith("!");
	const text = negated ? cleaned.slice(1) : cleaned;
	if (text === "" || !isGlob(text)) return undefined;
	const matches = matcher(text);
	return matches && { text, negated, matches };
}

/**
 * Like the engine: a pattern becomes an equality, prefix, suffix or regular expression. `**` spans directories. `{`,
 * `}`, `|`, `^` and escapes reach the regular expression as they are, since the engine's escaping misses them.
 */
function matcher(text: string): ((path: string) => boolean) | undefined {
	let regex = "^";
	let kind: "exact" | "prefix" | "suffix" | "regex" = "exact";
	const chars = [...text];
	for (let i = 0; i < chars.length; i++) {
		const char = chars[i] ?? "";
		const first = i === 0;
		if (char === "*" && chars[i + 1] === "*") {
			i++;
			if (chars[i + 1] === "/") i++;
			const isLast = i + 1 >= chars.length;
			regex += isLast ? ".*" : "(.*/)?";
			if (first) kind = "suffix";
			else kind = isLast && kind === "exact" ? "prefix" : "regex";
		} else if (char === "*" || char === "?") {
			regex += char === "*" ? "[^/]*" : "[^/]";
			kind = "regex";
		} else if (char === "\\") {
			regex += `\\${chars[++i] ?? ""}`;
			kind = "regex";
		} else if (char === "[" || char === "]") {
			regex += char;
			kind = "regex";
		} else regex += ".+()$".includes(char) ? `\\${char}` : char;
	}
	if (kind === "exact") return (path) => path === text;
	if (kind === "prefix") return (path) => path.startsWith(text.slice(0, -2));
	if (kind === "suffix") {
		const suffix = text.slice(2);
		return (path) => path.endsWith(suffix) || (suffix.startsWith("/") && path === suffix.slice(1));
	}
	try {
		// Go's own kind of regular expressions: linear in the path, with any pattern.
		const compiled = RE2JS.compile(`${regex}$`);
		return (path) => compiled.test(path);
	} catch (error) {
		if (error instanceof RE2JSSyntaxException) return undefined;
		throw error;
	}
}

/** Patterns for the paths of one tree. A path is matched after its folder, with the folder's matches. */
export class PatternSet {
	readonly patterns: readonly PathPattern[];
	private readonly hasExceptions: boolean;

	constructor(patterns: readonly PathPattern[]) {
		this.patterns = patterns;
		this.hasExceptions = patterns.some(({ negated }) => negated);
	}

	/** The last matching pattern wins; a pattern that matches a folder matches its content. */
	test(
		path: string,
		folder: FolderMatches | undefined,
	): { readonly matched: boolean; readonly matches: FolderMatches } {
		let matched = false;
		const matches = this.patterns.map((pattern, i) => {
			let hit = folder?.[i] ?? false;
			// The engine skips patterns that could not change the result, and records no match for them.
			if (!hit && pattern.negated === matched) hit = pattern.matches(path);
			if (hit) matched = !pattern.negated;
			return hit;
		});
		return { matched, matches };
	}

	/** Same as `test`, for a path without content. */
	matches(path: string, folder: FolderMatches | undefined): boolean {
		let matched = false;
		for (const [i, pattern] of this.patterns.entries()) {
			const hit = (folder?.[i] ?? false) || (pattern.negated === matched && pattern.matches(path));
			if (hit) matched = !pattern.negated;
		}
		return matched;
	}

	/** Whether a matched folder may contain an exception. */
	mayHaveExceptionBelow(folder: string): boolean {
		if (!this.hasExceptions) return false;
		const below = `${folder}/`;
		return this.patterns.some(({ text, negated }) => {
			if (!negated) return false;
			const plain = text.replace(/(\/\*\*)$/, "");
			return /[*[\]?^\\]/.test(plain) || `${plain}/`.startsWith(below);
		});
	}

	/** Whether a pattern of this kind may match something in a folder with unknown content. */
	mayMatchInUnknown(folder: string, kind: "plain" | "negated"): boolean {
		return this.patterns.some(({ text, negated }) => negated === (kind === "negated") && mayMatchBelow(text, folder));
	}
}

/** Whether a pattern may match a path below a folder, by their common leading parts. */
export function mayMatchBelow(pattern: string, folder: string): boolean {
	const parts = pattern.split("/");
	for (const [i, name] of folder.split("/").entries()) {
		const part = parts[i];
		if (part === undefined || part.includes("**")) return true;
		if (!(compileGlob(part)?.(name) ?? true)) return false;
	}
	return true;
}
