/** Text from outside, as one line of Markdown: no markup, no link, no table break, no line break. */
export function markdownText(text: string): string {
	return (
		text
			.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g, " ")
			.replace(/&/g, "&amp;")
			.replace(/</g, "&lt;")
			.replace(/[\\`*_{}[\]|~]/g, "\\$&")
			// GitHub makes links of bare addresses.
			.replace(/:\/\//g, "&#58;//")
			.replace(/\bwww\./gi, (all) => `${all.slice(0, -1)}&#46;`)
			.trim()
	);
}

/** A table of GitHub-flavoured Markdown. Cells are Markdown already; titles that end in `:` are numbers, set to the right. */
export function markdownTable(titles: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
	const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
	return [
		line(titles.map((title) => title.replace(/:$/, ""))),
		line(titles.map((title) => (title.endsWith(":") ? "---:" : "---"))),
		...rows.map(line),
	].join("\n");
}

/** Shown when somebody asks for it. The title is Markdown already. */
export function fold(title: string, body: string): string {
	return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** Indented four spaces, a line is code whatever is in it: there is no fence to break out of. */
export function codeBlock(lines: readonly string[]): string {
	return lines
		.flatMap((line) => line.split(/\r\n|[\r\n\u2028\u2029]/))
		.map((line) => `    ${line.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")}`)
		.join("\n");
}

/** As code, where it does not hold what would end the code. */
export function inlineCode(text: string): string {
	return /[`|\u0000-\u001f]/.test(text) ? markdownText(text) : `\`${text}\``;
}
