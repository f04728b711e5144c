/** Characters of a value that a message shows. */
const maxShown = 60;

/** Controls, bidi marks, invisible characters and lone surrogates: they change the view of a terminal or a log. */
const invisible =
	/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd]|[\ud800-\udfff]/u;
const everyInvisible = new RegExp(invisible.source, "gu");

/** A text for a message: one line, truncated, invisible characters escaped. */
export function printable(text: string, limit = maxShown): string {
	const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
	return cut.replace(everyInvisible, asEscape);
}

/** The same, in quotes. */
export function quote(text: string): string {
	return `"${printable(text)}"`;
}

/** `U+202E`. */
export function codePoint(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Offset of the first invisible character. Line breaks, tabs and the joiners of Persian and of emoji are allowed. */
export function findInvisible(text: string): number | undefined {
	for (const match of text.matchAll(everyInvisible)) {
		if (!/[\t\n\r\u200c\u200d]/.test(match[0])) return match.index;
	}
	return undefined;
}

/** `a, b or c`. */
export const joinWithOr = (words: readonly string[]) => joinWords(words, "or");

/** `a, b and c`. */
export const joinWithAnd = (words: readonly string[]) => joinWords(words, "and");

function joinWords(words: readonly string[], last: "and" | "or"): string {
	return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

function asEscape(character: string): string {
	return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
