/** A zero-width space: GitHub then sees no name and no number. */
const nothing = "\u200b";

/**
 * Escapes mentions and references (`@team`, `#12`, `GH-12`), which notify people in comments. GitHub ignores them in
 * code.
 */
export function escapeMentions(markdown: string): string {
	return markdown
		.split("\n")
		.map((line) => (line.startsWith("    ") ? line : still(line)))
		.join("\n");
}

function still(line: string): string {
	return (
		line
			.replace(/@(?=[\p{L}\p{N}_-])/gu, `@${nothing}`)
			// Not in a numeric character reference.
			.replace(/(?<!&)#(?=\p{N})/gu, `#${nothing}`)
			.replace(/\bGH-(?=\p{N})/giu, (all) => `${all.slice(0, -1)}${nothing}-`)
			// Formulas.
			.replaceAll("$", "&#36;")
	);
}
