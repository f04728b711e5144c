import type { CostEstimate } from "../../model/documents/plan.ts";
import { plural } from "../../util/format.ts";

const sources: Readonly<Record<CostEstimate["by"], string>> = {
	times: "by earlier build times",
	sizes: "by image sizes",
	guess: "estimated: no build times are known yet",
};

/** `on GitHub 2 jobs instead of 35 (33 saved): about 3 min, 4 billed minutes instead of 38, by earlier build times`. */
export function formatEstimate({ matrix, jobEach, by }: CostEstimate): string {
	const saved = jobEach.jobs - matrix.jobs;
	const jobs = instead(plural(matrix.jobs, "job"), matrix.jobs, jobEach.jobs);
	const wall = instead(
		`about ${minutes(matrix.wallSeconds)} min`,
		minutes(matrix.wallSeconds),
		minutes(jobEach.wallSeconds),
	);
	const billed = instead(plural(matrix.billedMinutes, "billed minute"), matrix.billedMinutes, jobEach.billedMinutes);
	return `on GitHub ${jobs}${saved > 0 ? ` (${saved} saved)` : ""}: ${wall}, ${billed}, ${sources[by]}`;
}

const instead = (words: string, ours: number, theirs: number): string =>
	ours === theirs ? words : `${words} instead of ${theirs}`;

const minutes = (seconds: number): number => Math.ceil(seconds / 60);
