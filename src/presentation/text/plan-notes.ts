import type { CostEstimate, Plan } from "../../model/documents/plan.ts";
import type { Source } from "../../model/documents/source.ts";
import { plural } from "../../util/format.ts";

/** The plan's remarks, one text each: a removed service, a tag rule without a tag. */
export const remarkTexts = ({ remarks = [] }: Plan): readonly string[] =>
	remarks.map(({ severity, message, why, fix }) => `${severity}: ${[message, why, fix].filter(Boolean).join("; ")}`);

/** Why a run moves no floating tag and writes no version, and the fix. Undefined without a hold. */
export function holdText({ hold }: Source): string | undefined {
	return hold && `no floating tag moves and no version is written: ${hold.why}. Fix: ${hold.fix}`;
}

/** The short commit; for a merge commit of a pull request also its head. */
export function formatCommit({ revision, event }: Source): string {
	const short = revision.slice(0, 12);
	const head = event.kind === "pull_request" ? event.headRevision : undefined;
	return head === undefined || head === revision ? short : `${short}, the merge of ${head.slice(0, 12)}`;
}

const sources: Readonly<Record<CostEstimate["by"], string>> = {
	times: "by earlier build times",
	sizes: "by image sizes",
	guess: "estimated: no build times are known yet",
};

/** `on GitHub 2 jobs instead of 35 (33 saved): about 3 min, 4 billed minutes instead of 38, by earlier build times`. */
export function formatEstimate({ matrix, jobEach, by }: CostEstimate): string {
	const saved = jobEach.jobs - matrix.jobs;
	const jobs = insteadOf(plural(matrix.jobs, "job"), matrix.jobs, jobEach.jobs);
	const wall = insteadOf(
		`about ${minutes(matrix.wallSeconds)} min`,
		minutes(matrix.wallSeconds),
		minutes(jobEach.wallSeconds),
	);
	const billed = insteadOf(plural(matrix.billedMinutes, "billed minute"), matrix.billedMinutes, jobEach.billedMinutes);
	return `on GitHub ${jobs}${saved > 0 ? ` (${saved} saved)` : ""}: ${wall}, ${billed}, ${sources[by]}`;
}

const insteadOf = (text: string, ours: number, theirs: number): string =>
	ours === theirs ? text : `${text} instead of ${theirs}`;

const minutes = (seconds: number): number => Math.ceil(seconds / 60);
