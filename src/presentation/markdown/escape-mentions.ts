/** Shown as nothing, and enough for GitHub to see no name and no number. */
const nothing = "\u200b";

/**
 * Markdown in which nobody is mentioned and nothing is referred to: `@team`, `#12`, `GH-12`. In a comment, unlike in a summary, a name notifies its owner,
 * and a number leaves a note on that issue. Lines of code are left as they are: GitHub reads no names there.
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
			// Not that of a character by its number.
			.replace(/(?<!&)#(?=\p{N})/gu, `#${nothing}`)
			.replace(/\bGH-(?=\p{N})/giu, (all) => `${all.slice(0, -1)}${nothing}-`)
			// Formulas.
			.replaceAll("$", "&#36;")
	);
}
