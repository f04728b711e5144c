import type { Estimate } from "../documents/plan.ts";
import { plural } from "./words.ts";

const sources: Readonly<Record<Estimate["by"], string>> = {
	times: "by earlier build times",
	sizes: "by image sizes",
	guess: "by guess: no build times are known yet",
};

/** `2 jobs instead of 35 (33 saved): about 3 min instead of 5, 4 billed minutes instead of 38, by earlier build times`. */
export function estimateWords({ matrix, jobEach, by }: Estimate): string {
	const saved = jobEach.jobs - matrix.jobs;
	const jobs = `${plural(matrix.jobs, "job")} instead of ${jobEach.jobs}${saved > 0 ? ` (${saved} saved)` : ""}`;
	const wall = `about ${minutes(matrix.wallSeconds)} min instead of ${minutes(jobEach.wallSeconds)}`;
	const billed = `${plural(matrix.billedMinutes, "billed minute")} instead of ${jobEach.billedMinutes}`;
	return `${jobs}: ${wall}, ${billed}, ${sources[by]}`;
}

const minutes = (seconds: number): number => Math.ceil(seconds / 60);
