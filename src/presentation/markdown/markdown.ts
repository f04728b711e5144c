/** External text as one line of Markdown: no markup, links, table breaks or line breaks. */
export function markdownText(text: string): string {
	return (
		text
			.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g, " ")
			.replace(/&/g, "&amp;")
			.replace(/</g, "&lt;")
			.replace(/[\\`*_{}[\]|~]/g, "\\$&")
			// GitHub turns bare addresses into links.
			.replace(/:\/\//g, "&#58;//")
			.replace(/\bwww\./gi, (all) => `${all.slice(0, -1)}&#46;`)
			.trim()
	);
}

/** A GitHub-flavoured Markdown table. Cells are Markdown; columns whose title ends in `:` are right-aligned. */
export function markdownTable(titles: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
	const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
	return [
		line(titles.map((title) => title.replace(/:$/, ""))),
		line(titles.map((title) => (title.endsWith(":") ? "---:" : "---"))),
		...rows.map(line),
	].join("\n");
}

/** A folded section. The title is Markdown. */
export function fold(title: string, body: string): string {
	return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** Indented by four spaces, any line is code: there is no fence to break out of. */
export function codeBlock(lines: readonly string[]): string {
	return lines
		.flatMap((line) => line.split(/\r\n|[\r\n\u2028\u2029]/))
		.map((line) => `    ${line.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")}`)
		.join("\n");
}

/** As inline code, unless the text contains a character that would end it. */
export function inlineCode(text: string): string {
	return /[`|\u0000-\u001f]/.test(text) ? markdownText(text) : `\`${text}\``;
}

/** A zero-width space: GitHub then sees no name and no number. */
const zeroWidthSpace = "\u200b";

/**
 * Escapes mentions and references (`@team`, `#12`, `GH-12`), which notify people in comments. GitHub ignores them in
 * code.
 */
export function escapeMentions(markdown: string): string {
	return markdown
		.split("\n")
		.map((line) => (line.startsWith("    ") ? line : escapeLine(line)))
		.join("\n");
}

function escapeLine(line: string): string {
	return (
		line
			.replace(/@(?=[\p{L}\p{N}_-])/gu, `@${zeroWidthSpace}`)
			// Not in a numeric character reference.
			.replace(/(?<!&)#(?=\p{N})/gu, `#${zeroWidthSpace}`)
			.replace(/\bGH-(?=\p{N})/giu, (all) => `${all.slice(0, -1)}${zeroWidthSpace}-`)
			// Formulas.
			.replaceAll("$", "&#36;")
	);
}
