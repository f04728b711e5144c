/** A Markdown table. Cells are Markdown already; a pipe in one is escaped. */
export function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
	return [line(titles), line(titles.map(() => "---")), ...rows.map(line)].join("\n");
}

export const code = (text: string) => `\`${text}\``;

/** Told at the top of every file that nobody should edit. */
export const generatedNote = "Made by script/build from src/options/. Change it there.";
