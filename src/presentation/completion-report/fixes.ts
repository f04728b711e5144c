import type { PastRun, ServiceRow } from "../../model/documents/report.ts";
import { plural } from "../../util/format.ts";
import { codeBlock, fold, inlineCode, markdownText } from "../markdown/markdown.ts";
import { findingLine } from "../run/history.ts";
import type { Run } from "../run/run.ts";
import { colorOf, isDone } from "../run/run-verdict.ts";
import type { ServiceEvidence } from "./criterion.ts";

/** Longest list of changes. */
const maxLines = 100;

/** What improved and what broke since the last report, and what changed in between. */
export function fixesSection(run: Run, subjects: readonly ServiceEvidence[], rows: readonly ServiceRow[]): string {
	const last = run.history?.at(-1);
	const since =
		last === undefined
			? "There is no earlier report to compare with."
			: `Since the report of ${last.at.slice(0, 10)}, of commit ${inlineCode(last.revision.slice(0, 12))}.`;
	return [
		since,
		...list("Fixed", last === undefined ? [] : [...recovered(last, rows), ...goneFindings(last, run)]),
		...list("Broken", last === undefined ? [] : broken(last, rows)),
		...list("What changed", changes(rows)),
		...fixedByLint(run, subjects),
	].join("\n\n");
}

function list(title: string, lines: readonly string[]): readonly string[] {
	if (lines.length === 0) return [];
	const left = lines.length - maxLines;
	return [`**${title}**`, [...lines.slice(0, maxLines), ...(left > 0 ? [`- ${left} more`] : [])].join("\n")];
}

function recovered(last: PastRun, rows: readonly ServiceRow[]): readonly string[] {
	return rows.flatMap((row) => {
		const { service, outcome } = row;
		const before = last.services[service];
		if (before === undefined || colorOf(before) !== "red" || !isDone(row)) return [];
		return [
			`- ✅ ${markdownText(service)}: ${before.outcome} (${markdownText(before.problem ?? "unknown reason")}), now ${outcome}`,
		];
	});
}

function broken(last: PastRun, rows: readonly ServiceRow[]): readonly string[] {
	return rows.flatMap((row) => {
		const { service, outcome, problem } = row;
		const before = last.services[service];
		if (before === undefined || !isDone(before) || colorOf(row) !== "red") return [];
		return [`- ❌ ${markdownText(service)}: ${markdownText(problem ?? outcome)}`];
	});
}

/** Only if this run covers all services of the last one: unchecked findings are not fixed findings. */
function goneFindings(last: PastRun, { lint, plan }: Run): readonly string[] {
	if (lint === undefined || last.findings === undefined) return [];
	const looked = new Set(plan.selected);
	if (!Object.keys(last.services).every((name) => looked.has(name))) return [];
	const now = new Set(lint.findings.map(findingLine));
	return last.findings.filter((line) => !now.has(line)).map((line) => `- ✅ no longer found: ${markdownText(line)}`);
}

function changes(rows: readonly ServiceRow[]): readonly string[] {
	return rows.flatMap(({ service, decision, kept, why }) =>
		decision === "build" && !kept ? [`- ${markdownText(service)}: ${markdownText(why)}`] : [],
	);
}

/** The diffs of `lucid lint --fix`. */
function fixedByLint({ lint }: Run, subjects: readonly ServiceEvidence[]): readonly string[] {
	const fixed = lint?.fixed;
	if (fixed === undefined || !fixed.written || fixed.files.length === 0) return [];
	const names = subjects.map(({ service }) => service.dockerfile);
	const order = (file: string) => (names.includes(file) ? 0 : 1);
	const files = fixed.files.toSorted((a, b) => order(a.file) - order(b.file)).slice(0, 20);
	return [
		`**Fixed by \`lucid lint --fix\`: ${plural(fixed.findings, "finding")} in ${plural(fixed.files.length, "file")}**`,
		...files.map(({ file, diff }) => fold(markdownText(file), codeBlock(diff.split("\n")))),
	];
}
