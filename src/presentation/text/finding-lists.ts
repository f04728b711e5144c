import type { Finding, LintResult } from "../../model/documents/lint.ts";
import { formatLocation } from "../../util/errors.ts";
import { plural } from "../../util/format.ts";
import { fold, inlineCode, markdownText } from "../markdown/markdown.ts";

/** `2 Dockerfiles: 1 error, 3 warnings, 0 notes, 12 known to the baseline`. */
export function findingTotals({
	findings,
	files,
	baseline,
}: Pick<LintResult, "findings" | "files" | "baseline">): string {
	const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
	const old = baseline === undefined || baseline.old === 0 ? "" : `, ${baseline.old} known to the baseline`;
	return `${plural(files, "Dockerfile")}: ${plural(count("error"), "error")}, ${plural(count("warning"), "warning")}, ${plural(count("note"), "note")}${old}`;
}

/** What could not be checked, and outdated entries of the baseline. */
export function findingRemarks({ skipped = [], baseline }: LintResult): readonly string[] {
	const gone = baseline?.gone ?? 0;
	return [
		...skipped.map(({ check, why }) => `not checked: ${check === "packages" ? "" : "BuildKit's own checks: "}${why}`),
		...(gone === 0
			? []
			: [`${plural(gone, "finding")} of the baseline ${gone === 1 ? "is" : "are"} gone: --update-baseline`]),
	];
}

/** The first findings, worst first, folded; blank without findings. */
export function findingList(findings: readonly Finding[], limit: number): string {
	const lines = findings.slice(0, limit).map(({ severity, code, message, at, fix }) => {
		const where = at === undefined ? "" : `${inlineCode(formatLocation(at))} `;
		return `- ${severity}: ${where}${markdownText(message)} (${code})${fix ? `. ${markdownText(fix)}` : ""}`;
	});
	const left = findings.length - lines.length;
	if (lines.length === 0) return "";
	return fold(plural(findings.length, "finding"), [...lines, ...(left > 0 ? [`- ${left} more`] : [])].join("\n"));
}

const marks = { error: "❌ error", warning: "⚠️ warning", note: "note" } as const;
/** GitHub drops step summaries of more than 1 MiB. */
const mostRows = 500;

/** A lint result as GitHub-flavoured Markdown, worst first. */
export function lintSummary(lint: LintResult): string {
	const { findings } = lint;
	const rows = findings
		.slice(0, mostRows)
		.map(({ severity, code, message, at, fix }) =>
			[
				marks[severity],
				at === undefined ? "" : markdownText(formatLocation(at)),
				`${markdownText(message)}${fix === undefined ? "" : `<br>${markdownText(fix)}`}`,
				code,
			].join(" | "),
		);
	const more = findings.length - rows.length;
	return [
		`### ${findings.some(({ severity }) => severity === "error") ? "❌" : "✅"} ${findingTotals(lint)}`,
		...(rows.length === 0
			? []
			: [
					["| severity | where | what | rule |", "| --- | --- | --- | --- |", ...rows.map((row) => `| ${row} |`)].join(
						"\n",
					),
				]),
		...(more > 0 ? [`${more} more are in the log of this step.`] : []),
		...findingRemarks(lint).map((line) => `- ${markdownText(line)}`),
	].join("\n\n");
}
