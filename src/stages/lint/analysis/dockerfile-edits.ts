import type { Dockerfile, Instruction } from "../../../model/dockerfile/dockerfile.ts";
import type { Edit } from "../../../model/documents/lint.ts";

/** Where a line (from 1) begins; the end of the text when there are not as many. */
export function lineStart(text: string, line: number): number {
	let at = text.startsWith("\uFEFF") ? 1 : 0;
	for (let i = 1; i < line; i++) {
		const end = text.indexOf("\n", at);
		if (end < 0) return text.length;
		at = end + 1;
	}
	return at;
}

/** A new line above an instruction and the comments that belong to it. */
export function insertAbove({ file, text }: Dockerfile, instruction: Instruction, line: string): Edit {
	const lines = text.split("\n");
	let first = instruction.line;
	while (first > 1 && /^\s*#/.test(lines[first - 2] ?? "")) first--;
	const at = lineStart(text, first);
	return { file, from: at, to: at, replacement: `${line}${text.includes("\r\n") ? "\r\n" : "\n"}` };
}

/** Replaces what the one group of a pattern matches, the first time in an instruction; undefined where it does not match. */
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
