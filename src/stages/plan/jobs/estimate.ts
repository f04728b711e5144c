import type { Cost, CostEstimate, PlannedImage } from "../../../model/documents/plan.ts";
import { type Bin, secondsWithBases } from "../../../model/job-matrix/bin-packing.ts";
import { imageKey, type PendingImage } from "../../../model/job-matrix/pending-images.ts";

/**
 * From a job's start to its first build step: runner, checkout, Docker and login; and the end of it. Not published by anyone;
 * a public run of checkout, QEMU, Buildx and login took 23 s to its first build step.
 */
const overheadSeconds = 30;

/** Jobs of an account that run at once, on GitHub's free plan; others have more. https://docs.github.com/en/actions/reference/limits */
const atOnce = 20;

/** "GitHub rounds the minutes and partial minutes each job uses up to the nearest whole minute." https://docs.github.com/en/billing/concepts/product-billing/github-actions */
const billed = (seconds: number): number => Math.ceil(seconds / 60);

/**
 * What the matrix costs against one job for each selected image, which is what a matrix over all services starts. In the latter an image that has not
 * changed counts as found in a cache: its job costs its overhead alone. Time in a queue and retries are not in it.
 */
export function estimateCost(
	bins: readonly Bin[],
	images: readonly PlannedImage[],
	works: readonly PendingImage[],
	by: CostEstimate["by"],
): CostEstimate {
	const byKey = new Map(works.map((work) => [imageKey(work.service, work.platform), work]));
	const each = images.map(({ service, platform }) => {
		const work = byKey.get(imageKey(service, platform));
		return work === undefined ? 0 : secondsWithBases(work);
	});
	return { matrix: costOf(bins.map(({ seconds }) => seconds)), jobEach: costOf(each), by };
}

/** Jobs start in order as soon as one of those before them ends. */
function costOf(builds: readonly number[]): Cost {
	const jobs = builds.map((seconds) => overheadSeconds + seconds);
	const ends = Array.from({ length: Math.min(atOnce, jobs.length) }, () => 0);
	for (const seconds of jobs) {
		const first = ends.indexOf(Math.min(...ends));
		ends[first] = (ends[first] ?? 0) + seconds;
	}
	return {
		jobs: jobs.length,
		wallSeconds: Math.round(Math.max(0, ...ends)),
		billedMinutes: jobs.reduce((sum, seconds) => sum + billed(seconds), 0),
	};
}
