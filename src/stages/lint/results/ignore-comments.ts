import type { Dockerfile } from "../../../model/dockerfile/dockerfile.ts";

/** The rules that comments in a file switch off. */
export interface IgnoredRules {
	isIgnored(rule: string, line: number | undefined): boolean;
}

/** Rule names are separated by commas; the next word begins the reason, which may contain the name of a rule. */
const comment = /^lucid-ignore(-file)?:\s*([a-z-]+(?:\s*,\s*[a-z-]+)*)/;

function rulesIn(text: string, scope: "-file" | undefined, known: ReadonlySet<string>): readonly string[] {
	const match = comment.exec(text);
	return match?.[1] === scope ? (match?.[2] ?? "").split(/\s*,\s*/).filter((name) => known.has(name)) : [];
}

interface IgnoredRange {
	readonly rule: string;
	readonly line: number;
	readonly endLine: number;
}

/** Comments for the file may be on any of its lines. */
function toIgnoredRules(
	lines: readonly string[],
	ranges: readonly IgnoredRange[],
	known: ReadonlySet<string>,
): IgnoredRules {
	const inFile = new Set(lines.flatMap((text) => rulesIn(/^\s*#\s*(.*)$/s.exec(text)?.[1] ?? "", "-file", known)));
	return {
		isIgnored: (rule, line) =>
			inFile.has(rule) ||
			(line !== undefined &&
				ranges.some((range) => range.rule === rule && range.line <= line && line <= range.endLine)),
	};
}

/** Reads `# lucid-ignore: rule, rule` above an instruction and `# lucid-ignore-file: rule`. Other text is a reason. */
export function ignoresInDockerfile({ instructions, text }: Dockerfile, known: ReadonlySet<string>): IgnoredRules {
	const ranges = instructions.flatMap(({ comments, line, endLine }) =>
		comments.flatMap((one) => rulesIn(one, undefined, known)).map((rule) => ({ rule, line, endLine })),
	);
	return toIgnoredRules(text.split(/\r?\n/), ranges, known);
}

/** The same for other files with `#` comments: on the line above, or at the end of the line. */
export function ignoresInText(text: string, known: ReadonlySet<string>): IgnoredRules {
	if (!text.includes("lucid-ignore")) return toIgnoredRules([], [], known);
	const lines = text.split(/\r?\n/);
	const ranges = lines.flatMap((content, index) => {
		const match = /^(.*?)(?:^|\s)#\s*(lucid-ignore:.*)$/s.exec(content);
		const line = index + (match?.[1]?.trim() === "" ? 2 : 1);
		return rulesIn(match?.[2] ?? "", undefined, known).map((rule) => ({ rule, line, endLine: line }));
	});
	return toIgnoredRules(lines, ranges, known);
}
