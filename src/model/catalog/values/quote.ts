/** Longest piece of a value that a message repeats. */
const shown = 60;

/** Characters that change what a terminal or a log shows: controls, bidi marks and overrides, invisible and half characters. */
const invisible =
	/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd]|[\ud800-\udfff]/u;
const everyInvisible = new RegExp(invisible.source, "gu");

/** A text as a message may repeat it: on one line, cut, and with whatever could act on a terminal or a log written as an asEscape. */
export function printable(text: string, limit = shown): string {
	const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
	return cut.replace(everyInvisible, asEscape);
}

/** The same, in quotes. */
export function quote(text: string): string {
	return `"${printable(text)}"`;
}

/** U+202E, for a character one cannot see. */
export function codePoint(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Where a text holds the first character that has no place in it. Line ends, tabs and the joiners of Persian and of emoji are let through. */
export function findInvisible(text: string): number | undefined {
	for (const found of text.matchAll(everyInvisible)) {
		if (!/[\t\n\r\u200c\u200d]/.test(found[0])) return found.index;
	}
	return undefined;
}

/** Lists words as a sentence does: `a, b or c`. */
export function joinWithOr(words: readonly string[]): string {
	return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function asEscape(character: string): string {
	return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
