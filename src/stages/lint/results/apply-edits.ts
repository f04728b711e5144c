import type { Edit, Finding } from "../../../model/documents/lint.ts";

/** Edited files that are not yet written. */
export interface EditedFiles {
	/** New text of the changed files. */
	readonly files: ReadonlyMap<string, string>;
	/** Findings whose edits were all applied. */
	readonly findings: readonly Finding[];
}

/**
 * Applies the edits of findings, all of a finding or none. A finding that overlaps an earlier one is skipped in this round;
 * an edit that several findings share is applied once.
 */
export function applyEdits(findings: readonly Finding[], text: (file: string) => string | undefined): EditedFiles {
	const made = new Map<string, Edit[]>();
	const mended: Finding[] = [];
	for (const finding of findings) {
		const edits = finding.edits ?? [];
		if (edits.length === 0) continue;
		const fresh = edits.filter((edit) => !(made.get(edit.file) ?? []).some((other) => isSame(edit, other)));
		const possible = fresh.every(
			(edit) => isWithin(edit, text(edit.file)) && !(made.get(edit.file) ?? []).some((other) => meets(edit, other)),
		);
		const apart = fresh.every((edit, i) => !fresh.slice(0, i).some((other) => meets(edit, other)));
		if (!possible || !apart) continue;
		for (const edit of fresh) made.set(edit.file, [...(made.get(edit.file) ?? []), edit]);
		mended.push(finding);
	}
	const files = [...made].flatMap(([file, edits]) => {
		const before = text(file) ?? "";
		const after = rewrite(before, edits);
		return after === before ? [] : [[file, after] as const];
	});
	return { files: new Map(files), findings: mended };
}

const isSame = (a: Edit, b: Edit) => a.from === b.from && a.to === b.to && a.replacement === b.replacement;

const isWithin = ({ from, to }: Edit, text: string | undefined) =>
	text !== undefined && Number.isSafeInteger(from) && from >= 0 && from <= to && to <= text.length;

/** Two insertions at one place overlap too: their order is undefined. */
const meets = (a: Edit, b: Edit) => a.file === b.file && (a.from === b.from || (a.from < b.to && b.from < a.to));

function rewrite(text: string, edits: readonly Edit[]): string {
	const ordered = [...edits].sort((a, b) => b.from - a.from);
	return ordered.reduce((now, { from, to, replacement }) => now.slice(0, from) + replacement + now.slice(to), text);
}
