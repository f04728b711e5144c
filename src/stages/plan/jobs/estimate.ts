import type { Cost, CostEstimate, PlannedImage } from "../../../model/documents/plan.ts";
import { type Bin, secondsWithBases } from "../../../model/job-matrix/bin-packing.ts";
import { imageKey, type PendingImage } from "../../../model/job-matrix/pending-images.ts";

/** A job without its build; a public run with QEMU and Buildx took 23 s to its first build step. */
const overheadSeconds = 30;

/** On GitHub's free plan: https://docs.github.com/en/actions/reference/limits */
const concurrentJobs = 20;

/** Rounded up per job: https://docs.github.com/en/billing/concepts/product-billing/github-actions */
const billedMinutes = (seconds: number): number => Math.ceil(seconds / 60);

/** The cost of the matrix, and of one job per selected image; without queue time and retries. */
export function estimateCost(
	bins: readonly Bin[],
	images: readonly PlannedImage[],
	works: readonly PendingImage[],
	by: CostEstimate["by"],
): CostEstimate {
	const byKey = new Map(works.map((work) => [imageKey(work.service, work.platform), work]));
	const jobEach = images.map(({ service, platform }) => {
		const work = byKey.get(imageKey(service, platform));
		return work === undefined ? 0 : secondsWithBases(work);
	});
	return { matrix: costOf(bins.map(({ seconds }) => seconds)), jobEach: costOf(jobEach), by };
}

/** Jobs start in order, each as soon as a runner is free. */
function costOf(builds: readonly number[]): Cost {
	const jobs = builds.map((seconds) => overheadSeconds + seconds);
	const ends = Array.from({ length: Math.min(concurrentJobs, jobs.length) }, () => 0);
	for (const seconds of jobs) {
		const first = ends.indexOf(Math.min(...ends));
		ends[first] = (ends[first] ?? 0) + seconds;
	}
	return {
		jobs: jobs.length,
		wallSeconds: Math.round(Math.max(0, ...ends)),
		billedMinutes: jobs.reduce((sum, seconds) => sum + billedMinutes(seconds), 0),
	};
}
