import { type Row, toRows } from "./rows.ts";
import { isPlanAlone, type Run } from "./run.ts";
import { duration, plural } from "./words.ts";

/** `8 of 8 healthy, 2 built, 6 unchanged, 41 s; 33 jobs saved`: the run in one line. */
export function headline(run: Run, rows: readonly Row[]): string {
	const count = (test: (row: Row) => boolean, words: string) => {
		const n = rows.filter(test).length;
		return n === 0 ? [] : [`${n} ${words}`];
	};
	const parts = [
		...(rows.length === 0 ? ["nothing selected"] : []),
		...healthWords(rows),
		...count(({ buildMs }) => buildMs !== undefined, "built"),
		...count(
			({ decision, buildMs, outcome }) => decision === "build" && buildMs === undefined && outcome === "planned",
			"to build",
		),
		...count(({ decision, kept }) => decision === "unchanged" || kept === true, "unchanged"),
		...count(({ outcome }) => outcome === "failed", "failed"),
		...count(({ outcome }) => outcome === "held", "held"),
		...count(({ outcome }) => outcome === "skipped", "skipped"),
		...count(({ outcome }) => outcome === "cancelled", "cancelled"),
		...count(({ outcome }) => outcome === "not part of this release", "not part of this release"),
		...count(({ outcome }) => outcome === "unknown", "unknown"),
		...(run.durationMs === undefined ? [] : [duration(run.durationMs)]),
	];
	// Of a plan alone a whole line tells what it saves.
	const saved = isPlanAlone(run) ? 0 : jobsSaved(run.plan);
	return `${parts.join(", ")}${saved > 0 ? `; ${plural(saved, "job")} saved` : ""}`;
}

/** Whether nothing went wrong, as far as is known. */
export function isGood(rows: readonly Row[]): boolean {
	return !rows.some(({ outcome }) => outcome === "failed" || outcome === "unknown" || outcome === "cancelled");
}

/** Those whose very bytes passed before count, too: smoke speaks of bytes. */
export function healthOf(rows: readonly Row[]): { readonly healthy: number; readonly tried: number } {
	const healthy = rows.filter(({ health, passedBefore }) => health === "healthy" || passedBefore !== undefined).length;
	const bad = rows.filter(({ health }) => health === "unhealthy" || health === "unknown").length;
	return { healthy, tried: healthy + bad };
}

function healthWords(rows: readonly Row[]): readonly string[] {
	const { healthy, tried } = healthOf(rows);
	return tried === 0 ? [] : [`${healthy} of ${tried} healthy`];
}

/** Against one job for each image, which is what a matrix over all services starts. */
function jobsSaved({ estimate }: Run["plan"]): number {
	return estimate === undefined ? 0 : estimate.jobEach.jobs - estimate.matrix.jobs;
}

/** The same of a whole run. */
export const headlineOf = (run: Run): string => headline(run, toRows(run));
