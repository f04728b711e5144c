import { type JobResult, jobResults } from "../../model/documents/documents.ts";
import { UserError } from "../../util/errors.ts";
import type { Run } from "./run.ts";

/** Reads `publish=failure` or a result alone. Throws a UserError `options/value`: a typo must not look like success. */
export function parseJobResults(texts: readonly string[]): readonly JobResult[] {
	const invalid: string[] = [];
	const parsed = texts.flatMap((text): readonly JobResult[] => {
		const cut = text.lastIndexOf("=");
		const result = jobResults.find((known) => known === text.slice(cut + 1).trim());
		if (result !== undefined) return [cut < 1 ? { result } : { job: text.slice(0, cut).trim(), result }];
		invalid.push(text);
		return [];
	});
	if (invalid.length === 0) return parsed;
	throw new UserError(
		invalid.map((text) => ({
			code: "options/value",
			message: `job-results: ${JSON.stringify(text.slice(0, 100))} is not the result of a job`,
			fix: "write join(needs.*.result, ','), or publish= and needs.publish.result for each job: docs/comments.md",
		})),
	);
}

export const hasCancelled = (jobs: readonly JobResult[] = []): boolean =>
	jobs.some(({ result }) => result === "cancelled");

/** `job wave-2 failed without a result: its log says more`; undefined if no job failed. */
export function failedJobsText({ jobs = [] }: Pick<Run, "jobs">): string | undefined {
	const failed = jobs.filter(({ result }) => result === "failure");
	if (failed.length === 0) return undefined;
	const names = failed.flatMap(({ job }) => job ?? []);
	const who = names.length === failed.length ? `${names.length === 1 ? "job" : "jobs"} ${names.join(", ")}` : "a job";
	return `${who} failed without a result: ${failed.length === 1 ? "its log says" : "the logs say"} more`;
}

/** Whether a publish job should have run but left no result. Results without job names may include it. */
export function isPublishMissing({ jobs = [], publish }: Pick<Run, "jobs" | "publish">): boolean {
	if (publish !== undefined) return false;
	const publishes = jobs.filter(({ job }) => job === "publish");
	if (publishes.length > 0) return publishes.some(({ result }) => result !== "success");
	const isBad = ({ job, result }: JobResult) => job === undefined && (result === "failure" || result === "cancelled");
	return jobs.some(isBad);
}
