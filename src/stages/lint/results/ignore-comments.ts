import type { Dockerfile } from "../../../model/dockerfile/dockerfile.ts";

/** The rules that comments in a file switch off. */
export interface IgnoredRules {
	isIgnored(rule: string, line: number | undefined): boolean;
}

/** Rule names are separated by commas; the next word begins the reason, which may contain the name of a rule. */
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

/** Comments for the file may be anywhere in it. */
function everywhereIn(lines: readonly string[], known: ReadonlySet<string>): ReadonlySet<string> {
	return new Set(lines.flatMap((line) => namesIn(/^\s*#\s*(.*)$/.exec(line)?.[1] ?? "", "-file", known)));
}

/** Reads `# lucid-ignore: rule, rule` above an instruction and `# lucid-ignore-file: rule`. Text after the rules is a reason. */
export function ignoresInDockerfile({ instructions, text }: Dockerfile, known: ReadonlySet<string>): IgnoredRules {
	const ranges = instructions.flatMap(({ comments, line, endLine }) =>
		comments.flatMap((one) => namesIn(one, undefined, known)).map((rule) => ({ rule, line, endLine })),
	);
	return toSwitches(everywhereIn(text.split(/\r?\n/), known), ranges);
}

/** The same for other files with `#` comments: on the line above, or at the end of the line. */
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
