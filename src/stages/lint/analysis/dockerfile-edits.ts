import type { Dockerfile, Instruction } from "../../../model/dockerfile/dockerfile.ts";
import type { Edit } from "../../../model/documents/lint.ts";

/** The offset of a line, from 1; the end of the text if it has fewer lines. */
export function lineStart(text: string, line: number): number {
	let at = text.startsWith("\uFEFF") ? 1 : 0;
	for (let i = 1; i < line; i++) {
		const end = text.indexOf("\n", at);
		if (end < 0) return text.length;
		at = end + 1;
	}
	return at;
}

/** Inserts a line above an instruction and its comments. */
export function insertAbove({ file, text }: Dockerfile, instruction: Instruction, line: string): Edit {
	const lines = text.split("\n");
	let first = instruction.line;
	while (first > 1 && /^\s*#/.test(lines[first - 2] ?? "")) first--;
	const at = lineStart(text, first);
	return { file, from: at, to: at, replacement: `${line}${text.includes("\r\n") ? "\r\n" : "\n"}` };
}

/** Replaces the first match of the pattern's only group in an instruction; undefined without a match. */
export function replaceGroup(
	{ file, text }: Dockerfile,
	{ line, endLine }: Instruction,
	pattern: RegExp,
	replacement: string,
): Edit | undefined {
	const start = lineStart(text, line);
	const range = new RegExp(pattern.source, `${pattern.flags.replace("d", "")}d`).exec(
		text.slice(start, lineStart(text, endLine + 1)),
	)?.indices?.[1];
	return range && { file, from: start + range[0], to: start + range[1], replacement };
}
