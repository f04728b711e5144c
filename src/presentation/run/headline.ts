import type { RunColor, ServiceOutcome, ServiceRow } from "../../model/documents/report.ts";
import { formatDuration, plural } from "../../util/format.ts";
import { failedJobsText } from "./jobs.ts";
import { isPlanAlone, type Run } from "./run.ts";
import { colorOf, runVerdict } from "./run-verdict.ts";

/** Outcomes that the headline counts by name, in this order. */
const counted = [
	"failed",
	"blocked",
	"held",
	"superseded",
	"skipped",
	"cancelled",
	"not part of this release",
	"unknown",
] as const satisfies readonly ServiceOutcome[];

/** `8 of 8 healthy, 2 built, 6 unchanged, 41 s; 33 jobs saved`: the run in one line. */
export function headline(run: Run, rows: readonly ServiceRow[]): string {
	const count = (test: (row: ServiceRow) => boolean, label: string) => {
		const n = rows.filter(test).length;
		return n === 0 ? [] : [`${n} ${label}`];
	};
	const isUnchanged = (row: ServiceRow) =>
		(row.decision === "unchanged" || row.kept === true) && row.outcome !== "unknown" && row.outcome !== "cancelled";
	const parts = [
		...(rows.length === 0 ? ["nothing selected"] : []),
		...healthWords(rows),
		...count(({ buildMs }) => buildMs !== undefined, "built"),
		...count(
			({ decision, buildMs, outcome }) => decision === "build" && buildMs === undefined && outcome === "planned",
			"to build",
		),
		...count(isUnchanged, "unchanged"),
		...counted.flatMap((name) => count(({ outcome }) => outcome === name, name)),
		...jobWords(run, rows),
		...(run.durationMs === undefined ? [] : [formatDuration(run.durationMs)]),
	];
	// A plan alone has its own line about savings.
	const saved = isPlanAlone(run) || runVerdict(run, rows).color === "red" ? 0 : jobsSaved(run.plan);
	return `${parts.join(", ")}${saved > 0 ? `; ${plural(saved, "job")} saved` : ""}${heldWords(rows)}`;
}

/** Why tags were held and what moves them: the first cause, because most services share one. */
function heldWords(rows: readonly ServiceRow[]): string {
	const causes = new Set(rows.flatMap(({ outcome, problem }) => (outcome === "held" && problem ? [problem] : [])));
	const [first] = causes;
	if (first === undefined) return "";
	return `; ${first}${causes.size > 1 ? `, and ${plural(causes.size - 1, "other cause")} below` : ""}`;
}

const marks: Readonly<Record<RunColor, string>> = { green: "✅", yellow: "🟡", red: "❌" };

/** The headline after the mark of the verdict, for Markdown. */
export const markedHeadline = (run: Run, rows: readonly ServiceRow[]): string =>
	`${marks[runVerdict(run, rows).color]} ${headline(run, rows)}`;

/** Why a run is red if no row is. */
function jobWords(run: Run, rows: readonly ServiceRow[]): readonly string[] {
	const verdict = runVerdict(run, rows);
	if (verdict.color !== "red" || rows.some((row) => colorOf(row) === "red")) return [];
	return verdict.kind === "cancelled" ? ["cancelled"] : [failedJobsText(run) ?? []].flat();
}

/** Includes services whose digest passed before. */
export function healthCounts(rows: readonly ServiceRow[]): { readonly healthy: number; readonly tried: number } {
	const healthy = rows.filter(({ health, passedBefore }) => health === "healthy" || passedBefore !== undefined).length;
	const bad = rows.filter(({ health }) => health === "unhealthy" || health === "unknown").length;
	return { healthy, tried: healthy + bad };
}

function healthWords(rows: readonly ServiceRow[]): readonly string[] {
	const { healthy, tried } = healthCounts(rows);
	return tried === 0 ? [] : [`${healthy} of ${tried} healthy`];
}

/** Compared with one job per image, as in a matrix over all services. */
function jobsSaved({ estimate }: Run["plan"]): number {
	return estimate === undefined ? 0 : estimate.jobEach.jobs - estimate.matrix.jobs;
}
