import { createHash } from "node:crypto";
import type { RunColor, ServiceOutcome, ServiceRow } from "../../model/documents/report.ts";
import { formatProblem, type Problem } from "../../util/errors.ts";
import { failedJobsText, hasCancelled } from "./jobs.ts";
import type { Run } from "./run.ts";
import { toRows } from "./service-rows.ts";

const colors: Readonly<Record<ServiceOutcome, RunColor>> = {
	published: "green",
	unchanged: "green",
	superseded: "green",
	"not part of this release": "green",
	built: "green",
	planned: "green",
	held: "yellow",
	failed: "red",
	blocked: "red",
	skipped: "red",
	cancelled: "red",
	unknown: "red",
};

export const colorOf = ({ outcome }: Pick<ServiceRow, "outcome">): RunColor => colors[outcome];

/** Green, and not only planned. */
export const isDone = (row: Pick<ServiceRow, "outcome">): boolean =>
	colorOf(row) === "green" && row.outcome !== "planned";

/** How a run ended. Report, comment, issue, badge and exit code use it. */
export type RunVerdict =
	| { readonly kind: "well"; readonly color: "green" }
	/** Only a plan was made. */
	| { readonly kind: "planned"; readonly color: "green" }
	/** Successful, but a tag did not move. */
	| { readonly kind: "held"; readonly color: "yellow" }
	| { readonly kind: "cancelled"; readonly color: "red" }
	/** `id`: 16 hex digits, equal for the same failure in any run. `unanswered`: all failures are missing answers. */
	| { readonly kind: "failed"; readonly color: "red"; readonly id: string; readonly unanswered?: true };

/**
 * The verdict from documents and job results. A failed job makes the run red even if all documents are good, because
 * its own results are missing; a cancelled job makes it cancelled.
 */
export function runVerdict(run: Run, rows: readonly ServiceRow[] = toRows(run)): RunVerdict {
	if (hasCancelled(run.jobs)) return { kind: "cancelled", color: "red" };
	const failed = rows.filter(({ outcome }) => outcome === "failed" || outcome === "blocked" || outcome === "unknown");
	const skipped = rows.filter(({ outcome }) => outcome === "skipped");
	const causes = failed.length > 0 ? failed : skipped;
	const lost = failedJobsText(run);
	if (causes.length > 0) {
		const id = idOf(causes.map(({ service, problem, why }) => `${service}\n${problem ?? why}`));
		const isUnanswered =
			lost === undefined &&
			failed.every(({ outcome, away }) => outcome === "unknown" || away) &&
			// A skipped image follows from a base or need that failed.
			(skipped.length === 0 || failed.some(({ away }) => away));
		return { kind: "failed", color: "red", id, ...(isUnanswered && { unanswered: true }) };
	}
	if (lost !== undefined) return { kind: "failed", color: "red", id: idOf([lost]) };
	if (rows.some(({ outcome }) => outcome === "cancelled")) return { kind: "cancelled", color: "red" };
	if (rows.some(({ outcome }) => outcome === "planned")) return { kind: "planned", color: "green" };
	if (rows.some(({ outcome }) => outcome === "held")) return { kind: "held", color: "yellow" };
	return { kind: "well", color: "green" };
}

/** The verdict on a run that ended before it had a plan. */
export function verdictOfProblems(problems: readonly Problem[]): RunVerdict {
	return { kind: "failed", color: "red", id: idOf(problems.map(formatProblem)) };
}

/** Equal for the same services and problems: numbers, times and digests are left out. */
function idOf(failures: readonly string[]): string {
	return createHash("sha256").update(failures.map(lasting).sort().join("\n")).digest("hex").slice(0, 16);
}

function lasting(problem: string): string {
	return problem
		.replace(/\b(sha256:)?[0-9a-f]{7,64}\b/g, "#")
		.replace(/\d+([.,]\d+)*/g, "#")
		.trim();
}
