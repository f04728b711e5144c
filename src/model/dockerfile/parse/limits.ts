/**
 * Limits for Dockerfiles and ignore files, far above those of real projects, so that hostile ones use little time and
 * memory. The length of a line is BuildKit's: it reads both files with Go's bufio.Scanner.
 */
export const fileLimits = {
	/** Characters of a file. */
	length: 1024 * 1024,
	lineBytes: 64 * 1024 - 1,
	/** Instructions with all of their arguments, pairs and flags. */
	words: 5000,
	/** Patterns of an ignore file, and characters of one: no path is longer. */
	patterns: 10_000,
	patternLength: 4096,
} as const;

/** Limits for the variables of a Dockerfile. BuildKit has no own ones, but limits its messages. */
export const expansionLimits = {
	/** Characters of an expanded text. */
	length: 1024 * 1024,
	/** Characters of all expanded texts of a Dockerfile; 16 MiB is also the largest message to BuildKit. */
	total: 16 * 1024 * 1024,
	/** Comparisons of a character with a pattern, as in `${x##a*b}`, in all texts of a Dockerfile. */
	comparisons: 20_000_000,
	/** `${a:-${b:-${c:-}}}` has three levels. */
	depth: 100,
} as const;

/** What the expansions of a Dockerfile may still use. */
export interface ExpansionBudget {
	characters: number;
	comparisons: number;
}

export const fullBudget = (): ExpansionBudget => ({
	characters: expansionLimits.total,
	comparisons: expansionLimits.comparisons,
});

/** Where a file breaks a limit: then it is not parsed. Undefined if it breaks none. */
export function brokenLimit(text: string): { readonly message: string; readonly line: number } | undefined {
	if (text.length > fileLimits.length)
		return { message: `the file has ${text.length} characters: at most ${fileLimits.length} are read`, line: 1 };
	// Most files have no line of this length, so the lines are only split to find its number.
	const isLong = (line: string) =>
		line.length > fileLimits.lineBytes / 3 && Buffer.byteLength(line) > fileLimits.lineBytes;
	const index = text.length <= fileLimits.lineBytes / 3 ? -1 : text.split("\n").findIndex(isLong);
	if (index < 0) return undefined;
	return { message: `a line is longer than ${fileLimits.lineBytes} bytes, which BuildKit refuses`, line: index + 1 };
}
