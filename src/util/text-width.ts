import stringWidth from "fast-string-width";

const plain = /^[\x20-\x7e]*$/;

/** Columns on a terminal: two for a wide character, none for a combining one. */
export function textWidth(text: string): number {
	return plain.test(text) ? text.length : stringWidth(text);
}

/** Truncates a text to a width, with an ellipsis, between graphemes. */
export function truncateToWidth(text: string, width: number): string {
	if (textWidth(text) <= width) return text;
	let cut = "";
	let left = width - 1;
	for (const { segment } of new Intl.Segmenter().segment(text)) {
		left -= textWidth(segment);
		if (left < 0) break;
		cut += segment;
	}
	return `${cut}…`;
}

export const padRight = (text: string, width: number): string =>
	text + " ".repeat(Math.max(0, width - textWidth(text)));

export const padLeft = (text: string, width: number): string => " ".repeat(Math.max(0, width - textWidth(text))) + text;
