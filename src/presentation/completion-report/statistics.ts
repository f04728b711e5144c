import type { BuildStep } from "../../model/documents/build.ts";
import type { ServiceRow } from "../../model/documents/report.ts";
import { formatDuration, formatSize } from "../../util/format.ts";
import { inlineCode, markdownTable, markdownText } from "../markdown/markdown.ts";
import type { Run } from "../run/run.ts";
import { isDone } from "../run/run-verdict.ts";
import { criterionMark, evaluateAll, formatCounts } from "./compliance.ts";
import { criteriaGroups } from "./criteria.ts";
import type { ServiceEvidence } from "./criterion.ts";
import { pullName } from "./images.ts";

/** Figures of the whole run, with status. */
export function statistics(run: Run, subjects: readonly ServiceEvidence[], rows: readonly ServiceRow[]): string {
	const ok = rows.filter(isDone);
	const built = rows.filter(({ buildMs }) => buildMs !== undefined);
	const tried = subjects.flatMap(({ images }) =>
		images.filter(({ outcome }) => outcome === "built" || outcome === "failed"),
	);
	const good = tried.filter(({ outcome }) => outcome === "built");
	const several = subjects.filter(({ images }) => images.filter(({ digest }) => digest !== undefined).length > 1);
	const bytes = rows.reduce((sum, { size: imageBytes = 0 }) => sum + imageBytes, 0);
	const slowest = built.toSorted((a, b) => (b.buildMs ?? 0) - (a.buildMs ?? 0))[0];
	const group = (title: string) => groupCell(title, subjects);
	const share = (part: number, whole: number) =>
		whole === 0 ? "-" : `${part} of ${whole}, ${Math.round((part / whole) * 100)} %`;
	const tick = (part: number, whole: number) => (whole === 0 ? "➖ none" : part === whole ? "✅" : "❌");
	const figures: readonly (readonly [string, string, string])[] = [
		["Complete images", share(ok.length, rows.length), tick(ok.length, rows.length)],
		["Built in this run", `${built.length}, ${rows.length - built.length} not`, ""],
		["Successful builds", share(good.length, tried.length), tick(good.length, tried.length)],
		["Pushed and read back", ...counted("Pushed, and read back from the registry", subjects)],
		["Distroless and security", ...group("Distroless and security")],
		["Health", ...group("Health")],
		[
			"More than one platform",
			`${several.length} of ${rows.length}`,
			several.length === 0 ? "➖ the catalog asks for one" : "",
		],
		["Total size", bytes === 0 ? "-" : formatSize(bytes), ""],
		[
			"Slowest build",
			slowest?.buildMs === undefined ? "-" : `${slowest.service}, ${formatDuration(slowest.buildMs)}`,
			"",
		],
		["Time of the run", run.durationMs === undefined ? "-" : formatDuration(run.durationMs), ""],
	];
	return markdownTable(
		["metric", "count", "status"],
		figures.map((line) => line.map(markdownText)),
	);
}

function counted(title: string, subjects: readonly ServiceEvidence[]): readonly [string, string] {
	const criterion = criteriaGroups.flatMap(({ criteria }) => criteria).find((candidate) => candidate.title === title);
	if (criterion === undefined) return ["-", ""];
	const summary = evaluateAll(criterion, subjects);
	return [formatCounts(summary), criterionMark(summary)];
}

/** How many criteria of a group all services meet. */
function groupCell(title: string, subjects: readonly ServiceEvidence[]): readonly [string, string] {
	const summaries = (criteriaGroups.find((group) => group.title === title)?.criteria ?? [])
		.map((criterion) => evaluateAll(criterion, subjects))
		.filter(({ met, failed, unchecked }) => met.length + failed.length + unchecked.length > 0);
	const met = summaries.filter((summary) => criterionMark(summary) === "✅").length;
	const bad = summaries.some((summary) => criterionMark(summary) === "❌");
	const status = met === summaries.length ? "✅" : bad ? "❌" : "➖ not everything was checked";
	return [`${met} of ${summaries.length} expectations`, summaries.length === 0 ? "➖" : status];
}

/** One row of figures per built image. */
export function imageStatistics(subjects: readonly ServiceEvidence[], rows: ReadonlyMap<string, ServiceRow>): string {
	return markdownTable(
		["image", "build time:", "push time:", "size:", "layers:", "platforms", "ready after:", "answers in:"],
		subjects.map((subject) => {
			const { service, images } = subject;
			const row = rows.get(service.name);
			const push = images.flatMap(({ steps = [] }) =>
				steps.filter(({ name, cached }) => /^exporting to image/.test(name) && !cached),
			);
			const ms = (value: number | undefined) => (value === undefined ? "" : formatDuration(value));
			return [
				inlineCode(pullName(subject)),
				ms(row?.buildMs),
				push.length === 0 ? "" : formatDuration(push.reduce((sum, { durationMs }) => sum + durationMs, 0)),
				row?.size === undefined ? "" : formatSize(row.size),
				row?.layers ?? "",
				images
					.filter(({ digest }) => digest !== undefined)
					.map(({ platform }) => platform)
					.join(", "),
				ms(row?.readyMs),
				ms(row?.latencyMs),
			];
		}),
	);
}

/** Build stages with their durations. Blank without recorded steps. */
export function stageTable(subjects: readonly ServiceEvidence[]): string {
	const lines = subjects.flatMap(({ service, images }) =>
		images.flatMap(({ steps = [] }) =>
			[...Map.groupBy(steps, stageOf)].flatMap(([stage, own]) => {
				if (stage === undefined || own.every(({ cached }) => cached)) return [];
				const slow = own.toSorted((a, b) => b.durationMs - a.durationMs)[0];
				const total = own.reduce((sum, { durationMs }) => sum + durationMs, 0);
				const what = slow === undefined ? "" : slow.name.replace(/^\[[^\]]*\] /, "");
				return [[markdownText(service.name), inlineCode(stage), own.length, formatDuration(total), inlineCode(what)]];
			}),
		),
	);
	return lines.length === 0 ? "" : markdownTable(["image", "stage", "steps:", "took:", "slowest step"], lines);
}

/** `[builder 3/8] RUN ...` is of the stage `builder`. */
const stageOf = ({ name }: BuildStep): string | undefined => /^\[(\S+) \d+\/\d+\]/.exec(name)?.[1];
