/** Whether a path contains a wildcard of Go's filepath.Match; a backslash escapes the next character. */
export function hasWildcards(text: string): boolean {
	for (let i = 0; i < text.length; i++) {
		const char = text[i];
		if (char === "\\") i++;
		else if (char === "*" || char === "?" || char === "[") return true;
	}
	return false;
}

/** A pattern of Go's filepath.Match as a regular expression for a whole relative path; undefined if malformed. */
export function globRegex(pattern: string): RegExp | undefined {
	let regex = "^";
	const chars = [...pattern];
	for (let i = 0; i < chars.length; i++) {
		const char = chars[i] ?? "";
		if (char === "*") regex += regex.endsWith("[^/]*") ? "" : "[^/]*";
		else if (char === "?") regex += "[^/]";
		else if (char === "\\") {
			const next = chars[++i];
			if (next === undefined) return undefined;
			regex += quote(next);
		} else if (char === "[") {
			const parsed = parseCharClass(chars, i + 1);
			if (parsed === undefined) return undefined;
			regex += parsed.regex;
			i = parsed.end;
		} else regex += quote(char);
	}
	return new RegExp(`${regex}$`, "su");
}

export const isGlob = (pattern: string): boolean => globRegex(pattern) !== undefined;

/** A class is never empty, and literal `]` and `-` need a backslash. `end` is the index of its `]`. */
function parseCharClass(chars: readonly string[], start: number): { regex: string; end: number } | undefined {
	let i = start;
	const negated = chars[i] === "^";
	if (negated) i++;
	const ranges: string[] = [];
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
		const inOrder = (low.codePointAt(0) ?? 0) <= (high.codePointAt(0) ?? 0);
		ranges.push(inOrder ? `${inClass(low)}-${inClass(high)}` : "");
		if (i >= chars.length) return undefined;
	}
	const body = ranges.join("");
	if (body === "") return { regex: negated ? "[^]" : "[]", end: i };
	return { regex: `[${negated ? "^" : ""}${body}]`, end: i };
}

const quote = (char: string): string => (/[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char);
const inClass = (char: string): string => (/[\\^\][-]/.test(char) ? `\\${char}` : char);
