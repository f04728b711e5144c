import type { Dockerfile } from "../dockerfile/dockerfile.ts";

/** Which rules comments in a Dockerfile switch off, and where. */
export interface Switches {
	isOff(rule: string, line: number | undefined): boolean;
}

/** The rules end at the first word that no comma leads to, so that a reason may hold the word `credential`. */
const comment = /^lucid-ignore(-file)?:\s*([a-z-]+(?:\s*,\s*[a-z-]+)*)/;

/** Reads `# lucid-ignore: rule, rule` (for the instruction below) and `# lucid-ignore-file: rule` (anywhere, for the file). Text after the rules is a reason. */
export function readSwitches({ instructions, text }: Dockerfile, known: ReadonlySet<string>): Switches {
	const namesIn = (line: string, scope: "-file" | undefined): readonly string[] => {
		const found = comment.exec(line);
		return found?.[1] === scope ? (found?.[2] ?? "").split(/\s*,\s*/).filter((name) => known.has(name)) : [];
	};
	// Comments of the file need not stand above an instruction: they may be its last words.
	const everywhere = new Set(
		text.split(/\r?\n/).flatMap((line) => namesIn(/^\s*#\s*(.*)$/.exec(line)?.[1] ?? "", "-file")),
	);
	const ranges = instructions.flatMap(({ comments, line, endLine }) =>
		comments.flatMap((one) => namesIn(one, undefined)).map((rule) => ({ rule, line, endLine })),
	);
	return {
		isOff: (rule, line) =>
			everywhere.has(rule) ||
			(line !== undefined &&
				ranges.some((range) => range.rule === rule && range.line <= line && line <= range.endLine)),
	};
}
