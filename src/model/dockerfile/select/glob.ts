import {
	type CharTest,
	compilePattern,
	literal,
	notSlash,
	oneOf,
	type Pattern,
	sequence,
	withinSegment,
} from "../../../util/linear-pattern.ts";

/** Whether a path contains a wildcard of Go's filepath.Match; a backslash escapes the next character. */
export function hasWildcards(text: string): boolean {
	for (let i = 0; i < text.length; i++) {
		const char = text[i];
		if (char === "\\") i++;
		else if (char === "*" || char === "?" || char === "[") return true;
	}
	return false;
}

/** Compiles a pattern of Go's filepath.Match for a whole relative path; undefined if malformed. */
export function compileGlob(pattern: string): ((path: string) => boolean) | undefined {
	const parts = parseGlob(pattern);
	return parts && compilePattern(sequence(parts));
}

export const isGlob = (pattern: string): boolean => parseGlob(pattern) !== undefined;

function parseGlob(pattern: string): readonly Pattern[] | undefined {
	const parts: Pattern[] = [];
	const chars = [...pattern];
	for (let i = 0; i < chars.length; i++) {
		const char = chars[i] ?? "";
		if (char === "*") {
			if (parts.at(-1) !== withinSegment) parts.push(withinSegment);
		} else if (char === "?") parts.push(notSlash);
		else if (char === "\\") {
			const next = chars[++i];
			if (next === undefined) return undefined;
			parts.push(literal(next));
		} else if (char === "[") {
			const parsed = parseCharClass(chars, i + 1);
			if (parsed === undefined) return undefined;
			parts.push(parsed.pattern);
			i = parsed.end;
		} else parts.push(literal(char));
	}
	return parts;
}

/** A class is never empty, and literal `]` and `-` need a backslash. `end` is the index of its `]`. */
function parseCharClass(chars: readonly string[], start: number): { pattern: Pattern; end: number } | undefined {
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
	return { pattern: oneOf(rangeTest(ranges, negated)), end: i };
}

/** Tests for a code point in one of the ranges, or with `negated` in none of them. */
export function rangeTest(ranges: readonly (readonly [low: number, high: number])[], negated: boolean): CharTest {
	return (codePoint) => ranges.some(([low, high]) => low <= codePoint && codePoint <= high) !== negated;
}
