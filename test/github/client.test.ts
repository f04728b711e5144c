import assert from "node:assert/strict";
import { test } from "node:test";
import { openGitHub, type RetryEffort } from "../../src/adapters/github/client.ts";
import { withPermissionErrors } from "../../src/adapters/github/permission-error.ts";
import { UserError } from "../../src/util/errors.ts";
import { type FakeGitHub, type Fault, fakeGitHub } from "../support/github/server.ts";

const repository = { owner: "octo", repo: "lucid" };
const operation = "issues/list-comments";

/** Lists with these faults: the result, and the number of requests. A second takes 10 ms. */
async function ask(faults: readonly Fault[], effort: RetryEffort = "patient") {
	await using api = await fakeGitHub();
	api.fault(operation, ...faults);
	const started = performance.now();
	const result = await list(api, effort).catch((error: unknown) => error);
	const seconds = (performance.now() - started) / 10;
	return { result, asked: api.asked.length, seconds };
}

async function list(api: FakeGitHub, effort: RetryEffort) {
	const github = await openGitHub(api.env, { token: "ghs_good", effort, secondMs: 10 });
	return withPermissionErrors("read comments", "pull-requests: write", async () => {
		const { data } = await github.rest.issues.listComments({ ...repository, issue_number: 7 });
		return data.length;
	});
}

const answer = (status: number, message: string, headers: Record<string, string> = {}): Fault => ({
	kind: "answer",
	status,
	message,
	headers,
});

function problemIn(result: unknown) {
	assert.ok(result instanceof UserError, String(result));
	return result.problems[0];
}

test("a server error, a lost connection and a truncated response are retried", async () => {
	for (const fault of [answer(502, "Bad gateway"), answer(500, "Oops"), { kind: "lost" }, { kind: "cut" }] as const) {
		assert.deepEqual((await ask([fault])).result, 0);
		assert.equal((await ask([fault])).asked, 2);
	}
});

test("a permanent server error is reported in the end", async () => {
	const { result, asked } = await ask(Array.from({ length: 9 }, () => answer(503, "Unavailable")));
	assert.equal(asked, 4);
	assert.equal(problemIn(result)?.code, "github/unreachable");
});

test("a rate limit is waited for as long as the response says: in seconds, as a date, or until the limit is reset", async () => {
	const soon = (seconds: number) => String(Math.ceil(Date.now() / 1000) + seconds);
	for (const [fault, least] of [
		[() => answer(429, "You have exceeded a secondary rate limit", { "retry-after": "20" }), 20],
		[() => answer(403, "You have exceeded a secondary rate limit", { "retry-after": "20" }), 20],
		[() => answer(429, "Slow down", { "retry-after": "20" }), 20],
		[() => answer(429, "Slow down", { "retry-after": new Date(Date.now() + 30_000).toUTCString() }), 25],
		[() => answer(429, "Slow down"), 60],
		[() => answer(403, "API rate limit exceeded", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": soon(20) }), 15],
	] as const) {
		const { result, asked, seconds } = await ask([fault()]);
		assert.equal(result, 0);
		assert.equal(asked, 2);
		// The time that the call took in reality is part of the wait for a date.
		const passed = seconds / 100;
		assert.ok(seconds >= least - passed, `${JSON.stringify(fault())}: ${seconds}`);
	}
});

test("a rate limit that takes too long is reported with its time", async () => {
	const reset = Math.ceil(Date.now() / 1000) + 1800;
	const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(reset) };
	const { result, asked } = await ask([answer(403, "API rate limit exceeded for installation", headers)]);
	assert.equal(asked, 1);
	assert.equal(problemIn(result)?.code, "github/rate-limit");
	assert.ok(problemIn(result)?.fix?.includes(new Date(reset * 1000).toISOString()));
	const patient = await ask(Array.from({ length: 9 }, () => answer(429, "Slow down", { "retry-after": "1" })));
	assert.equal(problemIn(patient.result)?.code, "github/rate-limit");
	assert.equal(patient.asked, 4);
});

test("permanent errors are not retried", async () => {
	for (const [status, code] of [
		[401, "github/token"],
		[403, "github/refused"],
		[404, "github/permission"],
		[410, "github/disabled"],
		[422, "github/refused"],
	] as const) {
		const { result, asked } = await ask([answer(status, "No")]);
		assert.equal(asked, 1);
		assert.equal(problemIn(result)?.code, code);
	}
});

test("a brief request is never retried", async () => {
	for (const fault of [
		answer(502, "Bad gateway"),
		answer(429, "Slow", { "retry-after": "1" }),
		{ kind: "cut" },
	] as const)
		assert.equal((await ask([fault], "brief")).asked, 1);
});

test("the reported permission is the one in the response; of several alternatives, ours", async () => {
	const inaccessible = "Resource not accessible by integration";
	for (const [header, wanted] of [
		["issues=write; pull_requests=write", /no `pull-requests: write`$/],
		["contents=read,issues=read", /no `contents: read`, `issues: read`$/],
		["", /no `pull-requests: write`$/],
		["nonsense", /no `pull-requests: write`$/],
	] as const) {
		const { result } = await ask([answer(403, inaccessible, { "x-accepted-github-permissions": header })]);
		assert.match(problemIn(result)?.message ?? "", wanted);
	}
});

test("a missing response is reported", async () => {
	const env = { GITHUB_API_URL: "http://127.0.0.1:9" };
	const github = await openGitHub(env, { token: "ghs_good", effort: "patient", secondMs: 1 });
	const error = await withPermissionErrors("look", "contents: read", () => github.rest.repos.get(repository)).catch(
		(one) => one,
	);
	assert.equal(problemIn(error)?.code, "github/unreachable");
});

test("what GitHub's description does not have, the tests' server refuses", async () => {
	await using api = await fakeGitHub();
	const github = await openGitHub(api.env, { token: "ghs_good", effort: "brief" });
	const comments = { ...repository, issue_number: 7 };
	const wrong: readonly [string, object][] = [
		["GET /repos/{owner}/{repo}/issues/{issue_number}/notes", comments],
		["GET /repos/{owner}/{repo}/issues/{issue_number}/comments", { ...comments, order: "up" }],
		["GET /repos/{owner}/{repo}/issues/{issue_number}/comments", { ...comments, per_page: "many" }],
		["POST /repos/{owner}/{repo}/issues/{issue_number}/comments", comments],
		["POST /repos/{owner}/{repo}/issues/{issue_number}/comments", { ...comments, body: 7 }],
		["POST /repos/{owner}/{repo}/issues/{issue_number}/comments", { ...comments, body: "x", text: "y" }],
		["PATCH /repos/{owner}/{repo}/issues/{issue_number}", { ...comments, state: "shut" }],
	];
	for (const [route, options] of wrong) await assert.rejects(github.request(route, options as never), { status: 422 });
	assert.equal(api.refused.splice(0).length, wrong.length);
});
