import { createHash } from "node:crypto";
import { formatProblem, type Problem } from "../errors.ts";
import { type Row, toRows } from "./rows.ts";
import type { Run } from "./run.ts";

/** What a run comes to, for whoever is told of it. `open`: it was cancelled, or nothing was done yet. */
export type RunVerdict =
	| { readonly kind: "well" }
	| { readonly kind: "open" }
	/** `id`: the same for the same failure, whichever run it is; 16 hex digits. */
	| { readonly kind: "failed"; readonly id: string };

/**
 * What a run comes to. `jobs`: how the jobs before ended, as GitHub has it. A job that failed and left nothing that tells why is a failure of its own; what
 * was cancelled, or only planned, says nothing of the images.
 */
export function runVerdict(run: Run, jobs: readonly string[] = []): RunVerdict {
	const rows = toRows(run);
	const failures = rows.filter(({ outcome }) => outcome === "failed" || outcome === "unknown");
	if (failures.length > 0)
		return { kind: "failed", id: idOf(failures.map(({ service, problem, why }) => `${service}\n${problem ?? why}`)) };
	if (jobs.includes("failure")) return { kind: "failed", id: idOf([lostJob]) };
	const isOpen = ({ outcome }: Row) => outcome === "cancelled" || outcome === "skipped" || outcome === "planned";
	if (jobs.includes("cancelled") || rows.some(isOpen)) return { kind: "open" };
	return { kind: "well" };
}

/** The same of a run that came to nothing at all. */
export function verdictOfProblems(problems: readonly Problem[]): RunVerdict {
	return { kind: "failed", id: idOf(problems.map(formatProblem)) };
}

export const lostJob = "A job failed, and left no word of why: its log has more.";

/** The same for the same services with the same trouble, whatever the night: numbers, times and digests are left out. */
function idOf(failures: readonly string[]): string {
	return createHash("sha256").update(failures.map(lasting).sort().join("\n")).digest("hex").slice(0, 16);
}

function lasting(problem: string): string {
	return problem
		.replace(/\b(sha256:)?[0-9a-f]{7,64}\b/g, "#")
		.replace(/\d+([.,]\d+)*/g, "#")
		.trim();
}
