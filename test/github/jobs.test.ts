import assert from "node:assert/strict";
import { test } from "node:test";
import { lastJobs } from "../../src/github/jobs.ts";
import { gitHub, step } from "./jobs-server.ts";

test("the last good run's jobs are told by their own names, with what their longest step took, however many pages there are", async () => {
	const many = Array.from({ length: 120 }, (_, i) => ({ name: `s${i} (arm64)`, steps: [step(i)] }));
	await using api = await gitHub([
		{ name: "build / api (arm64)", steps: [step(3), step(41), { ...step(0), completed_at: null }] },
		{ name: "plan" },
		...many,
	]);
	const jobs = await lastJobs(api.env, "good");
	assert.deepEqual(jobs.slice(0, 3), [
		{ name: "api (arm64)", seconds: 41 },
		{ name: "plan", seconds: 0 },
		{ name: "s0 (arm64)", seconds: 0 },
	]);
	assert.equal(jobs.length, 122);
	assert.deepEqual(api.asked.slice(0, 2), [
		"GET /repos/octo/lucid/actions/workflows/images.yml/runs?status=success&per_page=1",
		"GET /repos/octo/lucid/actions/runs/7/jobs?per_page=100",
	]);
});

test("without a token, a permission, a run or GitHub there are no jobs, and nothing fails", async () => {
	await using api = await gitHub([]);
	assert.deepEqual(await lastJobs(api.env, undefined), []);
	assert.equal(api.asked.length, 0);
	assert.deepEqual(await lastJobs(api.env, "bad"), []);
	await using none = await gitHub([], []);
	assert.deepEqual(await lastJobs(none.env, "good"), []);
	assert.deepEqual(await lastJobs({}, "good"), []);
	assert.deepEqual(await lastJobs({ ...api.env, GITHUB_API_URL: "http://127.0.0.1:9" }, "good"), []);
});
