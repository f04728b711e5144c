import type { ServiceRow } from "../../model/documents/report.ts";
import { formatProblem, type Problem } from "../../util/errors.ts";
import { plural } from "../../util/format.ts";
import { markedHeadline } from "../run/headline.ts";
import { failedJobsText } from "../run/jobs.ts";
import type { Run } from "../run/run.ts";
import { colorOf } from "../run/run-verdict.ts";
import { toRows } from "../run/service-rows.ts";
import { findingList } from "../text/finding-lists.ts";
import { formatCommit } from "../text/plan-notes.ts";
import { failureSection } from "./failures.ts";
import { fitSections, type Section } from "./fit-size.ts";
import { codeBlock, escapeMentions, fold, markdownTable, markdownText } from "./markdown.ts";
import { healthCell, outcomeCell, sizeCell } from "./service-table.ts";
import { attemptSection, checkSection, firstRows, holdSection, listSection, remarkSection } from "./step-summary.ts";

/** GitHub allows 65,536 characters; the comment's mark and link need room. */
const maxBytes = 60_000;
/** Longest reason in a table; the diagnosis has all of it. */
const longestReason = 300;

/** The comment on a pull request. It has no mentions and no links, and fits GitHub's limit. */
export function pullRequestComment(run: Run, limit = maxBytes): string {
	const rows = shortRows(run);
	const [quietRows, news] = [rows.filter((row) => !isNews(row)), rows.filter(isNews)];
	return assemble(run, limit, [
		headlineSection(run, rows),
		holdSection(run),
		attemptSection(run),
		{ rank: 90, name: "table", variants: shorter(news, table) },
		failures(run, rows),
		listSection(65, "failed checks", (limit) => checkSection(run, limit)),
		remarkSection(run),
		listSection(40, "findings", (limit) => findingList(run.lint?.findings ?? [], limit)),
		{
			rank: 20,
			name: "unchanged services",
			variants:
				quietRows.length === 0 ? [] : shorter(quietRows, (some) => fold(`${some.length} unchanged`, table(some))),
		},
	]);
}

/** The issue about a failed run: the failed services with all details. */
export function failureIssue(run: Run, limit = maxBytes): string {
	const rows = shortRows(run);
	const bad = rows.filter((row) => colorOf(row) === "red" || row.problem !== undefined);
	return assemble(run, limit, [
		headlineSection(run, rows),
		holdSection(run),
		attemptSection(run),
		bad.length === 0
			? { rank: 95, name: "cause", variants: [() => markdownText(failedJobsText(run) ?? "Unknown reason.")] }
			: { rank: 90, name: "table", variants: shorter(bad, table) },
		failures(run, rows),
		listSection(65, "failed checks", (limit) => checkSection(run, limit)),
	]);
}

/** The comment that closes the issue. */
export function recoveryComment(run: Run): string {
	return `The run succeeded again.\n\n${assemble(run, maxBytes, [headlineSection(run, shortRows(run))])}`;
}

/** The comment about a run without a plan, for example because of an invalid catalog. */
export function problemComment(problems: readonly Problem[], url: string | undefined, limit = maxBytes): string {
	const text = (limit: number) => () => {
		const left = problems.length - limit;
		const lines = problems.slice(0, limit).flatMap((problem) => [...formatProblem(problem).split("\n"), ""]);
		return [codeBlock(lines.slice(0, -1)), ...(left > 0 ? [`${left} more.`] : [])].join("\n\n");
	};
	const title = `### ❌ ${plural(problems.length, "problem")}`;
	const body = fitSections(
		[
			{ rank: 100, name: "headline", variants: [() => title] },
			{ rank: 50, name: "problems", variants: [500, 100, 20, 5, 1].map(text) },
		],
		limit,
		"The full text is in the log.",
	);
	return [body, ...foot(undefined, url)].join("\n\n");
}

function assemble(run: Run, limit: number, sections: readonly Section[]): string {
	const safe = sections.map((section) => ({
		...section,
		variants: section.variants.map((variant) => () => escapeMentions(variant())),
	}));
	const text = fitSections(safe, limit, "The full text is in the summary of the run.");
	return [text, ...foot(formatCommit(run.plan.source), run.url)].join("\n\n");
}

function foot(commit: string | undefined, url: string | undefined): readonly string[] {
	const about = [...(commit === undefined ? [] : [commit]), ...(url === undefined ? [] : [`[run](${url})`])];
	return about.length === 0 ? [] : [`<sub>${about.join(" · ")}</sub>`];
}

function headlineSection(run: Run, rows: readonly ServiceRow[]): Section {
	const title = `### ${markedHeadline(run, rows)}`;
	return { rank: 100, name: "headline", variants: [() => title] };
}

function failures(run: Run, rows: readonly ServiceRow[]): Section {
	const lengths = [
		{ logLines: 30 },
		{ logLines: 10 },
		{ logLines: 3 },
		{ logLines: 10, limit: 10 },
		{ logLines: 0, limit: 20 },
	];
	return {
		// After the table, which has each reason.
		rank: 80,
		name: "failures",
		variants: lengths.map((length) => () => failureSection(run, rows, length)),
	};
}

/** All rows, then fewer and fewer, most important first. */
function shorter(rows: readonly ServiceRow[], text: (rows: readonly ServiceRow[]) => string): Section["variants"] {
	const ordered = rows.toSorted((a, b) => weight(b) - weight(a));
	const first = (limit: number) => () => firstRows(ordered, limit, text);
	return ordered.length === 0 ? [] : [first(ordered.length), first(200), first(50), first(15)];
}

function weight(row: ServiceRow): number {
	const { outcome, problem } = row;
	if (outcome === "failed" || outcome === "blocked") return 3;
	return problem !== undefined || colorOf(row) === "red" ? 2 : outcome === "unchanged" ? 0 : 1;
}

const isNews = (row: ServiceRow) =>
	row.outcome !== "unchanged" || row.problem !== undefined || row.health === "healthy";

function table(rows: readonly ServiceRow[]): string {
	return markdownTable(
		["service", "outcome", "why", "size:", "health"],
		rows.map((row) => [
			`**${markdownText(row.service)}**`,
			outcomeCell(row),
			markdownText(row.problem ?? row.why),
			sizeCell(row),
			healthCell(row),
		]),
	);
}

function shortRows(run: Run): readonly ServiceRow[] {
	return toRows(run).map(({ problem, ...row }) => ({
		...row,
		why: cut(row.why),
		...(problem !== undefined && { problem: cut(problem) }),
	}));
}

const cut = (text: string) => (text.length <= longestReason ? text : `${text.slice(0, longestReason - 1)}…`);
