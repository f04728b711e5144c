import type { ListedInputs } from "../../model/documents/plan.ts";
import type { PublishResult } from "../../model/documents/publish.ts";
import type { ServiceRow } from "../../model/documents/report.ts";
import { plural } from "../../util/format.ts";
import { markedHeadline } from "../run/headline.ts";
import { toProgress } from "../run/plan-progress.ts";
import { checkedImages, isPlanAlone, type Run } from "../run/run.ts";
import { colorOf } from "../run/run-verdict.ts";
import { toRows } from "../run/service-rows.ts";
import { failedCheckLines } from "../text/check-lines.ts";
import { findingList } from "../text/finding-lists.ts";
import { inputsText } from "../text/inputs-text.ts";
import { formatEstimate, holdText, remarkTexts } from "../text/plan-notes.ts";
import { publishedLines } from "../text/published-lines.ts";
import { smokeLines } from "../text/smoke-lines.ts";
import { failureSection } from "./failures.ts";
import { fitSections, type Section } from "./fit-size.ts";
import { ganttSection } from "./gantt.ts";
import { codeBlock, fold, markdownTable, markdownText } from "./markdown.ts";
import { planTable, serviceTable } from "./service-table.ts";
import { slowestStepsSection } from "./slowest-steps.ts";

/** GitHub drops step summaries of more than 1 MiB; other steps need room too. */
const maxBytes = 900 * 1024;

/** The run as GitHub-flavoured Markdown, always under 1 MiB: the least important sections are shortened first. */
export function stepSummary(run: Run, limit = maxBytes): string {
	const rows = toRows(run);
	const where = run.url === undefined ? "this run's artifacts" : `the [artifacts of this run](${run.url}#artifacts)`;
	return fitSections(sections(run, rows), limit, `Everything is in report.html and report.json, in ${where}.`);
}

function sections(run: Run, rows: readonly ServiceRow[]): readonly Section[] {
	const { estimate } = run.plan;
	const alone = isPlanAlone(run);
	const title = `### ${markedHeadline(run, rows)}`;
	const saving = alone && estimate !== undefined && rows.length > 0 ? `\n\n${formatEstimate(estimate)}` : "";
	return [
		{ rank: 100, name: "headline", variants: [() => `${title}${saving}`] },
		holdSection(run),
		attemptSection(run),
		tableSection(rows, alone ? planTable : serviceTable),
		{
			rank: 90,
			name: "failures",
			variants: [50, 15, 5, 0]
				.map((logLines) => () => failureSection(run, rows, { logLines }))
				.concat([
					() => failureSection(run, rows, { logLines: 5, limit: 50 }),
					() => failureSection(run, rows, { logLines: 0, limit: 50 }),
				]),
		},
		fixedSection(70, "progress", progressSection(run)),
		fixedSection(60, "timeline", ganttSection(run)),
		fixedSection(30, "smoke", smokeSection(run)),
		listSection(65, "failed checks", (limit) => checkSection(run, limit)),
		remarkSection(run),
		listSection(40, "findings", (limit) => (run.lint === undefined ? "" : findingList(run.lint.findings, limit))),
		fixedSection(35, "digests", run.publish && publishedSection(run.publish)),
		fixedSection(20, "build steps", run.build && slowestStepsSection(run.build)),
		...(run.plan.inputs ?? []).map((inputs) => fixedSection(10, `inputs of ${inputs.service}`, inputSection(inputs))),
	];
}

/** The warning about a hold; never dropped. */
export function holdSection({ plan }: Run): Section {
	const text = holdText(plan.source);
	return fixedSection(99, "hold", text && `⚠️ ${markdownText(text)}`);
}

/** Explains a repeated run: only failed jobs and those after them ran again. */
export function attemptSection({ attempt }: Run): Section {
	const text = `Attempt ${attempt}: only jobs that had failed ran again, and those after them. \`unchanged\` includes what an earlier attempt published.`;
	return fixedSection(98, "attempt", attempt === undefined ? undefined : text);
}

/** The plan's remarks, for example about a removed service. */
export function remarkSection({ plan }: Run): Section {
	const lines = remarkTexts(plan).map((text) => `- ${markdownText(text)}`);
	return listSection(66, "remarks of the plan", (limit) => lines.slice(0, limit).join("\n"));
}

const fixedSection = (rank: number, name: string, text: string | undefined): Section => ({
	...{ rank, name },
	variants: text === undefined ? [] : [() => text],
});

/** A list, worst first. */
export const listSection = (rank: number, name: string, list: (limit: number) => string): Section => ({
	...{ rank, name },
	variants: [500, 100, 20].map((limit) => () => list(limit)),
});

/** If there is no room for all rows, unchanged services are dropped first. */
function tableSection(rows: readonly ServiceRow[], table: (rows: readonly ServiceRow[]) => string): Section {
	const byNews = rows.toSorted((a, b) => news(b) - news(a));
	const first = (limit: number) => () => (rows.length <= limit ? table(rows) : firstRows(byNews, limit, table));
	return { rank: 80, name: "table", variants: [() => table(rows), first(1000), first(300), first(100), first(20)] };
}

/** A table of the first rows, with the number of the others. */
export function firstRows(
	rows: readonly ServiceRow[],
	limit: number,
	table: (rows: readonly ServiceRow[]) => string,
): string {
	const left = rows.length - limit;
	return left <= 0 ? table(rows) : `${table(rows.slice(0, limit))}\n\n${plural(left, "more service")}.`;
}

function news(row: ServiceRow): number {
	const { outcome, problem, buildMs } = row;
	if (outcome === "failed" || outcome === "blocked") return 4;
	if (problem !== undefined || colorOf(row) === "red") return 3;
	return buildMs !== undefined ? 2 : outcome === "unchanged" ? 0 : 1;
}

/** What can be pulled now, by digest, to copy. */
function publishedSection(result: PublishResult): string | undefined {
	const lines = publishedLines(result);
	return lines.length === 0 ? undefined : fold("Published, by digest", codeBlock(lines));
}

function inputSection(inputs: ListedInputs): string {
	const title = `${inputs.service} (${inputs.platform}) is built from`;
	const text = inputsText(inputs, (line) => line)
		.split("\n")
		.slice(1);
	return fold(title, codeBlock(text));
}

/** The services that smoke tried, as `lucid-api-gateway:8080 ✓`. */
function smokeSection({ smoke }: Run): string | undefined {
	const lines = smoke === undefined ? [] : smokeLines(smoke);
	return lines.length === 0 ? undefined : fold("Smoke", codeBlock(lines));
}

/** Failed checks, and how many were not made. */
export function checkSection(run: Run, limit: number): string {
	const lines = failedCheckLines(run);
	if (lines.length === 0) return "";
	const unchecked = checkedImages(run).reduce((sum, image) => sum + (image.unchecked?.length ?? 0), 0);
	const list = lines.slice(0, limit).map(({ level, text }) => `- ${level}: ${markdownText(text)}`);
	const left = lines.length - list.length;
	return fold(
		`${plural(lines.length, "failed check")}, ${unchecked} not looked at`,
		[...list, ...(left > 0 ? [`- ${left} more`] : [])].join("\n"),
	);
}

function progressSection(run: Run): string | undefined {
	const progress = toProgress(run);
	if (progress === undefined) return undefined;
	const { complete, required, percent, phases } = progress;
	return [
		`**${complete} of ${required} images of the plan, ${percent} %**`,
		markdownTable(
			["phase", "category", "required:", "completed:", "status"],
			[
				...phases.map((phase) => [
					...[phase.id, markdownText(phase.title), phase.required, phase.complete, phase.status],
				]),
				["**total**", "**all phases**", `**${required}**`, `**${complete}**`, `${percent} %`],
			],
		),
	].join("\n\n");
}
