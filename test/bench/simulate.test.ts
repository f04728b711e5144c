import assert from "node:assert/strict";
import { test } from "node:test";
import { constants } from "../../bench/simulate/constants.ts";
import { simulate } from "../../bench/simulate/model.ts";
import { jobEach, type Measured, ours } from "../../bench/simulate/workflows.ts";

const queue = constants.queue.value;
const measured: Measured = {
	theirImage: 3,
	theirCachedImage: 2,
	ourBase: 1,
	ourImage: 0.5,
	planBase: 0.5,
	planEach: 0.01,
};

test("a job waits for what it needs, and then for a machine", () => {
	const jobs = [
		{ id: "a", needs: [], seconds: 10 },
		{ id: "b", needs: ["a"], seconds: 20 },
	];
	assert.deepEqual(simulate(jobs, 5), { jobs: 2, wallSeconds: 2 * queue + 30, billedMinutes: 2 });
});

test("where an account has no runner left, jobs go in the order in which they were ready", () => {
	const jobs = Array.from({ length: 4 }, (_, i) => ({ id: String(i), needs: [], seconds: 10 }));
	assert.equal(simulate(jobs, 4).wallSeconds, queue + 10);
	assert.equal(simulate(jobs, 2).wallSeconds, 2 * (queue + 10));
	assert.equal(simulate(jobs, 1).wallSeconds, 4 * (queue + 10));
});

test("each job is billed in whole minutes", () => {
	const of = (seconds: number) => simulate([{ id: "a", needs: [], seconds }], 1).billedMinutes;
	assert.deepEqual([of(1), of(60), of(61)], [1, 1, 2]);
});

test("without changes we need three jobs for any number of services, and the others one for each", () => {
	for (const services of [35, 1000]) {
		const scenario = { services, how: "native", changed: 0 } as const;
		assert.equal(simulate(ours(scenario, measured), 20).jobs, 3);
		assert.equal(simulate(jobEach(scenario, measured), 20).jobs, services);
	}
});

test("our matrix has no more jobs than GitHub starts, and no more than the limit", () => {
	const scenario = { services: 1000, how: "native", changed: 1000 } as const;
	assert.equal(ours(scenario, measured).length, constants.matrix.value + 3);
	assert.equal(ours({ ...scenario, maxJobs: 10 }, measured).length, 10 + 3);
});
