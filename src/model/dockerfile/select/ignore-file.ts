import { type Problem, UserError } from "../../../util/errors.ts";
import { cleanPath, stripByteOrderMark, trim } from "../parse/go-text.ts";
import { brokenLimit, fileLimits } from "../parse/limits.ts";
import { type FolderMatches, type PathPattern, PatternSet, parsePathPattern } from "./patterns.ts";

/** A parsed ignore file. */
export interface IgnoreFile {
	/** Undefined: there is no such file. */
	readonly file?: string;
	readonly patterns: PatternSet;
	/** Line of each pattern in the file, from 1. */
	readonly lines: readonly number[];
	/** Whether a path of the context is excluded. For whole trees, walk `patterns` instead. */
	ignores(path: string): boolean;
}

/**
 * Parses an ignore file like github.com/moby/patternmatcher/ignorefile: a byte order mark is skipped, `#` starts a
 * comment only in the first column, patterns are trimmed, cleaned and lose a leading `/`. Throws UserError
 * (`dockerfile/ignore-pattern`) with every malformed line.
 */
export function parseIgnoreFile(text: string, file: string): IgnoreFile {
	const broken = brokenLimit(text);
	if (broken !== undefined) throw new UserError(tooLarge(broken.message, file, broken.line));
	const problems: Problem[] = [];
	const patterns: PathPattern[] = [];
	const lines: number[] = [];
	for (const [index, written] of stripByteOrderMark(text).split("\n").entries()) {
		if (written.startsWith("#")) continue;
		const line = trim(written);
		if (line === "") continue;
		if (patterns.length + problems.length >= fileLimits.patterns) {
			problems.push(tooLarge(`more than ${fileLimits.patterns} patterns`, file, index + 1));
			break;
		}
		if (line.length > fileLimits.patternLength) {
			const message = `a pattern of ${line.length} characters: no path has more than ${fileLimits.patternLength}`;
			problems.push(tooLarge(message, file, index + 1));
			continue;
		}
		const negated = line.startsWith("!");
		const body = negated ? trim(line.slice(1)) : line;
		const cleaned = body === "" ? "" : rootless(cleanPath(body));
		const pattern = parsePathPattern((negated ? "!" : "") + cleaned);
		if (pattern === "empty") continue;
		if (pattern === undefined) {
			problems.push({
				code: "dockerfile/ignore-pattern",
				message: cleaned === "" ? `illegal exclusion pattern: "!"` : `malformed pattern: ${line}`,
				at: { file, line: index + 1 },
				fix:
					cleaned === ""
						? "write the pattern right after the !"
						: "close every [, and put a \\ before a literal character",
			});
			continue;
		}
		patterns.push(pattern);
		lines.push(index + 1);
	}
	if (problems.length > 0) throw new UserError(problems);
	return { file, ...toIgnore(patterns), lines };
}

const tooLarge = (message: string, file: string, line: number): Problem => ({
	code: "dockerfile/too-large",
	message,
	at: { file, line },
});

export const emptyIgnoreFile: IgnoreFile = { ...toIgnore([]), lines: [] };

function toIgnore(patterns: readonly PathPattern[]): Pick<IgnoreFile, "patterns" | "ignores"> {
	const set = new PatternSet(patterns);
	return { patterns: set, ignores: (path) => matchesWithParents(set, path) };
}

/** Matches a path after its folders, like a walk from the root. */
function matchesWithParents(set: PatternSet, path: string): boolean {
	let folder: FolderMatches | undefined;
	for (let end = path.indexOf("/"); ; end = path.indexOf("/", end + 1)) {
		const { matched, matches } = set.test(end < 0 ? path : path.slice(0, end), folder);
		if (end < 0) return matched;
		folder = matches;
	}
}

const rootless = (path: string) => (path.length > 1 && path.startsWith("/") ? path.slice(1) : path);
