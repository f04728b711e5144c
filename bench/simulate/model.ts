import { constants } from "./constants.ts";

/** A job: what it waits for, and how many seconds its steps take on the runner. */
export interface Job {
	readonly id: string;
	readonly needs: readonly string[];
	readonly seconds: number;
}

export interface Outcome {
	readonly jobs: number;
	/** From the push to the end of the last job, seconds. */
	readonly wallSeconds: number;
	readonly billedMinutes: number;
}

/**
 * Runs a workflow as GitHub does: a job is ready when all it needs have ended, waits for one of the account's runners,
 * first come first served, then for the machine, and is billed from its start in whole minutes. Times are exact;
 * nothing is drawn by chance.
 */
export function simulate(jobs: readonly Job[], atOnce: number): Outcome {
	const left = new Map(jobs.map((job) => [job.id, job.needs.length]));
	const dependents = Map.groupBy(
		jobs.flatMap((job) => job.needs.map((need) => ({ need, job }))),
		({ need }) => need,
	);
	const ready: Job[] = jobs.filter(({ needs }) => needs.length === 0);
	const running: { readonly end: number; readonly job: Job }[] = [];
	let now = 0;
	let billedMinutes = 0;
	while (ready.length > 0 || running.length > 0) {
		while (ready.length > 0 && running.length < atOnce) {
			const job = ready.shift() as Job;
			running.push({ end: now + constants.queue.value + job.seconds, job });
			billedMinutes += Math.ceil(job.seconds / constants.rounding.value);
		}
		running.sort((a, b) => a.end - b.end);
		const { end, job } = running.shift() as (typeof running)[number];
		now = end;
		for (const { job: next } of dependents.get(job.id) ?? []) {
			const open = (left.get(next.id) ?? 1) - 1;
			left.set(next.id, open);
			if (open === 0) ready.push(next);
		}
	}
	return { jobs: jobs.length, wallSeconds: now, billedMinutes };
}
