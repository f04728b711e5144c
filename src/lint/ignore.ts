import type { Dockerfile } from "../dockerfile/dockerfile.ts";

/** Which rules comments in a Dockerfile switch off, and where. */
export interface Switches {
	isOff(rule: string, line: number | undefined): boolean;
}

/** The rules end at the first word that no comma leads to, so that a reason may hold the word `credential`. */
const comment = /^lucid-ignore(-file)?:\s*([a-z-]+(?:\s*,\s*[a-z-]+)*)/;

/** Reads `# lucid-ignore: rule, rule` (for the instruction below) and `# lucid-ignore-file: rule` (for the file). Text after the rules is a reason. */
export function readSwitches({ instructions }: Dockerfile, known: ReadonlySet<string>): Switches {
	const everywhere = new Set<string>();
	const ranges: { rule: string; line: number; endLine: number }[] = [];
	for (const { comments, line, endLine } of instructions) {
		for (const text of comments) {
			const found = comment.exec(text);
			const names = (found?.[2] ?? "").split(/\s*,\s*/).filter((name) => known.has(name));
			for (const rule of names) {
				if (found?.[1] === undefined) ranges.push({ rule, line, endLine });
				else everywhere.add(rule);
			}
		}
	}
	return {
		isOff: (rule, line) =>
			everywhere.has(rule) ||
			(line !== undefined &&
				ranges.some((range) => range.rule === rule && range.line <= line && line <= range.endLine)),
	};
}
