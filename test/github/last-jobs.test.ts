import assert from "node:assert/strict";
import { test } from "node:test";
import { compareOnGitHub } from "../../src/adapters/github/compare-commits.ts";
import { readLastJobs } from "../../src/adapters/github/last-jobs.ts";
import { fakeGitHub } from "../support/github/server.ts";
import { step } from "./step.ts";

const silent = () => undefined;

test("the jobs of the last successful run have their own names and the duration of their longest step, over all pages", async () => {
	await using api = await fakeGitHub();
	api.store.runs = [{ id: 7 }];
	api.store.jobs = [
		{ name: "build / api (arm64)", steps: [step(3), step(41), { ...step(0), completed_at: null }] },
		{ name: "plan" },
		...Array.from({ length: 120 }, (_, i) => ({ name: `s${i} (arm64)`, steps: [step(i)] })),
	];
	const jobs = await readLastJobs(api.env, "ghs_good", silent);
	assert.deepEqual(jobs.slice(0, 3), [
		{ name: "api (arm64)", seconds: 41 },
		{ name: "plan", seconds: 0 },
		{ name: "s0 (arm64)", seconds: 0 },
	]);
	assert.equal(jobs.length, 122);
	assert.deepEqual(
		api.asked.map(({ line }) => line),
		[
			"GET /repos/octo/lucid/actions/workflows/images.yml/runs?status=success&per_page=1",
			"GET /repos/octo/lucid/actions/runs/7/jobs?per_page=100",
			"GET /repos/octo/lucid/actions/runs/7/jobs?per_page=100&page=2",
		],
	);
});

test("without a token, a run or GitHub there are no jobs, and nothing fails or is logged", async () => {
	await using api = await fakeGitHub();
	const logged: string[] = [];
	const readJobs = (env: Record<string, string>, token?: string) =>
		readLastJobs(env, token, (line) => logged.push(line));
	assert.deepEqual(await readJobs(api.env), []);
	assert.equal(api.asked.length, 0);
	assert.deepEqual(await readJobs(api.env, "ghs_old"), []);
	assert.deepEqual(await readJobs(api.env, "ghs_good"), []);
	assert.deepEqual(await readJobs({}, "ghs_good"), []);
	assert.deepEqual(await readJobs({ ...api.env, GITHUB_API_URL: "http://127.0.0.1:9" }, "ghs_good"), []);
	assert.deepEqual(logged, []);
});

test("commits are compared by GitHub", async () => {
	await using api = await fakeGitHub();
	api.store.compared = { "a...b": "ahead", "b...a": "behind", "a...a": "identical", "a...c": "diverged" };
	const order = (from: string, to: string) =>
		compareOnGitHub({ env: api.env, token: "ghs_good", published: from, ours: to, log: silent });
	assert.equal(await order("a", "b"), "newer");
	assert.equal(await order("b", "a"), "older");
	assert.equal(await order("a", "a"), "same");
	assert.equal(await order("a", "c"), "diverged");
	assert.equal(await order("a", "gone"), "unknown");
	assert.equal(
		await compareOnGitHub({ env: api.env, token: undefined, published: "a", ours: "b", log: silent }),
		"unknown",
	);
});

test("a missing permission is logged by name, and nothing fails", async () => {
	await using api = await fakeGitHub();
	api.permissions = new Set();
	const logged: string[] = [];
	assert.deepEqual(await readLastJobs(api.env, "ghs_good", (line) => logged.push(line)), []);
	assert.equal(
		await compareOnGitHub({
			env: api.env,
			token: "ghs_good",
			published: "a",
			ours: "b",
			log: (line) => logged.push(line),
		}),
		"unknown",
	);
	assert.match(
		logged[0] ?? "",
		/^cannot read the times of the last run: .*`actions: read`; add .*permissions: \{ actions: read \}$/,
	);
	assert.match(logged[1] ?? "", /`contents: read`; add .*permissions: \{ contents: read \}$/);
});
