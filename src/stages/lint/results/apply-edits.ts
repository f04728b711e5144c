import type { Edit, Finding } from "../../../model/documents/lint.ts";

/** Edited files that are not yet written. */
export interface EditedFiles {
	/** New text of the changed files. */
	readonly files: ReadonlyMap<string, string>;
	/** Findings whose edits were all applied. */
	readonly findings: readonly Finding[];
}

/**
 * Applies the edits of findings, all of a finding or none. A finding that overlaps an earlier one is skipped in this
 * round; an edit that several findings share is applied once.
 */
export function applyEdits(findings: readonly Finding[], text: (file: string) => string | undefined): EditedFiles {
	const applied = new Map<string, Edit[]>();
	const appliedTo = (file: string) => applied.get(file) ?? [];
	const fixed: Finding[] = [];
	for (const finding of findings) {
		const edits = (finding.edits ?? []).filter((edit) => !appliedTo(edit.file).some((other) => isSame(edit, other)));
		const isPossible = edits.every(
			(edit, i) =>
				isWithinText(edit, text(edit.file)) &&
				![...appliedTo(edit.file), ...edits.slice(0, i)].some((other) => overlaps(edit, other)),
		);
		if (!isPossible || finding.edits === undefined || finding.edits.length === 0) continue;
		for (const edit of edits) applied.set(edit.file, [...appliedTo(edit.file), edit]);
		fixed.push(finding);
	}
	const files = [...applied].flatMap(([file, edits]) => {
		const before = text(file) ?? "";
		const after = rewrite(before, edits);
		return after === before ? [] : [[file, after] as const];
	});
	return { files: new Map(files), findings: fixed };
}

const isSame = (a: Edit, b: Edit) => a.from === b.from && a.to === b.to && a.replacement === b.replacement;

const isWithinText = ({ from, to }: Edit, text: string | undefined) =>
	text !== undefined && Number.isSafeInteger(from) && from >= 0 && from <= to && to <= text.length;

/** Two insertions at one place overlap too: their order is undefined. */
const overlaps = (a: Edit, b: Edit) => a.file === b.file && (a.from === b.from || (a.from < b.to && b.from < a.to));

function rewrite(text: string, edits: readonly Edit[]): string {
	const ordered = [...edits].sort((a, b) => b.from - a.from);
	return ordered.reduce(
		(result, { from, to, replacement }) => result.slice(0, from) + replacement + result.slice(to),
		text,
	);
}
