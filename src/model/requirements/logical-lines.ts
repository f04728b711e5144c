import type { Location } from "../../util/errors.ts";

/** A line of a requirements file with its continuations, without comments and surrounding spaces. */
export interface RequirementsLine {
	readonly text: string;
	/** Location of a character of `text`. */
	at(offset: number): Location;
}

/** The non-empty lines. `#` after a space or at the start begins a comment; a final `\` continues the line. */
export function readLogicalLines(text: string, file: string): readonly RequirementsLine[] {
	const lines: RequirementsLine[] = [];
	let parts: { readonly text: string; readonly line: number }[] = [];
	const end = () => {
		const line = toLine(parts, file);
		if (line !== undefined) lines.push(line);
		parts = [];
	};
	for (const [i, raw] of text
		.replace(/^\uFEFF/, "")
		.split(/\r\n|\r|\n/)
		.entries()) {
		// A comment is never continued, but it ends a continued line.
		const comment = /(?:^|\s)#/.test(raw);
		const continued = !comment && raw.endsWith("\\");
		parts.push({ text: continued ? raw.slice(0, -1) : raw, line: i + 1 });
		if (!continued) end();
	}
	end();
	return lines;
}

function toLine(
	parts: readonly { readonly text: string; readonly line: number }[],
	file: string,
): RequirementsLine | undefined {
	const joined = parts.map(({ text }) => text).join("");
	const plain = joined.replace(/(^|\s)#.*$/s, "$1");
	const text = plain.trim();
	if (text === "") return undefined;
	const start = plain.length - plain.trimStart().length;
	return {
		text,
		at: (offset) => {
			let left = start + offset;
			for (const part of parts) {
				if (left < part.text.length || part === parts.at(-1)) return { file, line: part.line, column: left + 1 };
				left -= part.text.length;
			}
			return { file };
		},
	};
}
