/** Whether a code point belongs to a set. */
type CharTest = (codePoint: number) => boolean;

/** Whether a path contains a wildcard of Go's filepath.Match; a backslash escapes the next character. */
export function hasWildcards(text: string): boolean {
	for (let i = 0; i < text.length; i++) {
		const char = text[i];
		if (char === "\\") i++;
		else if (char === "*" || char === "?" || char === "[") return true;
	}
	return false;
}

/** The part of a glob between two stars, and whether a star is in front. */
interface Chunk {
	readonly star: boolean;
	readonly tests: CharTest[];
}

/**
 * Compiles a pattern of Go's filepath.Match for a whole relative path; undefined if malformed. Like Go it takes the
 * first place where the part after a star matches, and never an earlier one again: linear, and exact even where a
 * class such as `[^a]` matches a slash.
 */
export function compileGlob(pattern: string): ((path: string) => boolean) | undefined {
	const chunks = parseGlob(pattern);
	return (
		chunks &&
		((path) =>
			matchChunks(
				chunks,
				Array.from(path, (char) => char.codePointAt(0) ?? 0),
			))
	);
}

export const isGlob = (pattern: string): boolean => parseGlob(pattern) !== undefined;

const slash = 0x2f;

function matchChunks(chunks: readonly Chunk[], path: readonly number[]): boolean {
	let at = 0;
	for (const [index, { star, tests }] of chunks.entries()) {
		const isLast = index === chunks.length - 1;
		if (star && tests.length === 0) return !path.includes(slash, at);
		const isMatch = (start: number) =>
			start + tests.length <= path.length &&
			(!isLast || start + tests.length === path.length) &&
			tests.every((test, i) => test(path[start + i] ?? 0));
		let start = at;
		while (!isMatch(start)) {
			if (!star || start >= path.length || path[start] === slash) return false;
			start++;
		}
		at = start + tests.length;
	}
	return at === path.length;
}

function parseGlob(pattern: string): readonly Chunk[] | undefined {
	let tests: CharTest[] = [];
	const chunks: Chunk[] = [{ star: false, tests }];
	const chars = [...pattern];
	for (let i = 0; i < chars.length; i++) {
		const char = chars[i] ?? "";
		if (char === "*") {
			if (tests.length === 0) chunks.pop();
			tests = [];
			chunks.push({ star: true, tests });
		} else if (char === "?") tests.push((codePoint) => codePoint !== slash);
		else if (char === "\\") {
			const next = chars[++i];
			if (next === undefined) return undefined;
			tests.push(isChar(next));
		} else if (char === "[") {
			const parsed = parseCharClass(chars, i + 1);
			if (parsed === undefined) return undefined;
			tests.push(parsed.test);
			i = parsed.end;
		} else tests.push(isChar(char));
	}
	return chunks;
}

function isChar(char: string): CharTest {
	const only = char.codePointAt(0);
	return (codePoint) => codePoint === only;
}

/** A class is never empty, and literal `]` and `-` need a backslash. `end` is the index of its `]`. */
function parseCharClass(chars: readonly string[], start: number): { test: CharTest; end: number } | undefined {
	let i = start;
	const negated = chars[i] === "^";
	if (negated) i++;
	const ranges: (readonly [low: number, high: number])[] = [];
	const take = (): string | undefined => {
		const char = chars[i++];
		if (char === undefined || char === "-" || char === "]") return undefined;
		return char === "\\" ? chars[i++] : char;
	};
	while (ranges.length === 0 || chars[i] !== "]") {
		const low = take();
		if (low === undefined) return undefined;
		let high = low;
		if (chars[i] === "-") {
			i++;
			const end = take();
			if (end === undefined) return undefined;
			high = end;
		}
		// A reversed range is valid and matches nothing.
		ranges.push([low.codePointAt(0) ?? 0, high.codePointAt(0) ?? 0]);
		if (i >= chars.length) return undefined;
	}
	return { test: rangeTest(ranges, negated), end: i };
}

/** Tests for a code point in one of the ranges, or with `negated` in none of them. */
function rangeTest(ranges: readonly (readonly [low: number, high: number])[], negated: boolean): CharTest {
	return (codePoint) => ranges.some(([low, high]) => low <= codePoint && codePoint <= high) !== negated;
}
