import type { Dockerfile } from "../../../model/dockerfile/dockerfile.ts";

/** Which rules comments in a file switch off, and where. */
export interface IgnoredRules {
	isIgnored(rule: string, line: number | undefined): boolean;
}

/** The rules end at the first word that no comma leads to, so that a reason may hold the word `credential`. */
const comment = /^lucid-ignore(-file)?:\s*([a-z-]+(?:\s*,\s*[a-z-]+)*)/;

function namesIn(text: string, scope: "-file" | undefined, known: ReadonlySet<string>): readonly string[] {
	const found = comment.exec(text);
	return found?.[1] === scope ? (found?.[2] ?? "").split(/\s*,\s*/).filter((name) => known.has(name)) : [];
}

interface Range {
	readonly rule: string;
	readonly line: number;
	readonly endLine: number;
}

function toSwitches(everywhere: ReadonlySet<string>, ranges: readonly Range[]): IgnoredRules {
	return {
		isIgnored: (rule, line) =>
			everywhere.has(rule) ||
			(line !== undefined &&
				ranges.some((range) => range.rule === rule && range.line <= line && line <= range.endLine)),
	};
}

/** Comments of the file need not stand above anything: they may be its last words. */
function everywhereIn(lines: readonly string[], known: ReadonlySet<string>): ReadonlySet<string> {
	return new Set(lines.flatMap((line) => namesIn(/^\s*#\s*(.*)$/.exec(line)?.[1] ?? "", "-file", known)));
}

/** Reads `# lucid-ignore: rule, rule` (for the instruction below) and `# lucid-ignore-file: rule` (anywhere, for the file). Text after the rules is a reason. */
export function ignoresInDockerfile({ instructions, text }: Dockerfile, known: ReadonlySet<string>): IgnoredRules {
	const ranges = instructions.flatMap(({ comments, line, endLine }) =>
		comments.flatMap((one) => namesIn(one, undefined, known)).map((rule) => ({ rule, line, endLine })),
	);
	return toSwitches(everywhereIn(text.split(/\r?\n/), known), ranges);
}

/** The same in any other file with `#` comments: for the line below a comment of its own, or for the line it ends. */
export function ignoresInText(text: string, known: ReadonlySet<string>): IgnoredRules {
	if (!text.includes("lucid-ignore")) return toSwitches(new Set(), []);
	const lines = text.split(/\r?\n/);
	const ranges = lines.flatMap((line, index) => {
		const found = /^(.*?)(?:^|\s)#\s*(lucid-ignore:.*)$/.exec(line);
		const at = index + (found?.[1]?.trim() === "" ? 2 : 1);
		return namesIn(found?.[2] ?? "", undefined, known).map((rule) => ({ rule, line: at, endLine: at }));
	});
	return toSwitches(everywhereIn(lines, known), ranges);
}
