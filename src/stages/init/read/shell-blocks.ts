/** A block of shell commands in a Markdown text, with its headings. */
export interface ShellBlock {
	readonly source: string;
	/** Line number of its first line in the text, from 1. */
	readonly line: number;
	/** From the nearest heading up to the title, without Markdown markup. */
	readonly headings: readonly string[];
}

const shells = /^(?:|sh|bash|shell|zsh|console|shell-session|terminal|text)$/i;

/** The fenced blocks of a Markdown text with a shell language or none, without `$ ` prompts. */
export function shellBlocks(text: string): readonly ShellBlock[] {
	const blocks: ShellBlock[] = [];
	const headings: { readonly level: number; readonly text: string }[] = [];
	let open:
		| { readonly fence: string; readonly language: string; readonly line: number; readonly lines: string[] }
		| undefined;
	for (const [i, line] of text.split(/\r?\n/).entries()) {
		const fence = /^\s*(`{3,}|~{3,})\s*([^\s`{]*)/.exec(line);
		if (open !== undefined) {
			if (fence === null || fence[2] !== "" || !fence[1]?.startsWith(open.fence)) {
				open.lines.push(line);
				continue;
			}
			const { language, line: at, lines } = open;
			if (shells.test(language))
				blocks.push({
					source: withoutPrompts(lines).join("\n"),
					line: at,
					headings: headings.map((one) => one.text).reverse(),
				});
			open = undefined;
		} else if (fence !== null) open = { fence: fence[1] ?? "", language: fence[2] ?? "", line: i + 2, lines: [] };
		else {
			const heading = /^(#{1,6})\s+(.*)$/s.exec(line);
			if (heading === null) continue;
			const level = heading[1]?.length ?? 1;
			while ((headings.at(-1)?.level ?? 0) >= level) headings.pop();
			headings.push({
				level,
				text: (heading[2] ?? "")
					.replace(/(?<!#)#+$/, "")
					.replace(/[*_`]+/g, "")
					.trim(),
			});
		}
	}
	return blocks;
}

/** If there are prompts, keeps only the commands after them and their continuation lines. */
function withoutPrompts(lines: readonly string[]): readonly string[] {
	if (!lines.some((line) => /^\s*\$ /.test(line))) return lines;
	let continued = false;
	return lines.map((line) => {
		const typed = /^\s*\$ (.*)$/.exec(line)?.[1] ?? (continued ? line.replace(/^\s*> /, "") : undefined);
		continued = typed?.endsWith("\\") ?? false;
		return typed ?? "";
	});
}
