import assert from "node:assert/strict";
import { test } from "node:test";
import { openGitHub } from "../../src/adapters/github/client.ts";
import { readMark, writeMark } from "../../src/adapters/github/comment-mark.ts";
import { type RunIssue, type RunStatus, updateRunIssue } from "../../src/adapters/github/run-issue.ts";
import { UserError } from "../../src/util/errors.ts";
import { type FakeGitHub, fakeGitHub } from "../support/github/server.ts";

const key = "0123456789abcdef";
const secondMs = 5;
let runs = 10;

const failed = (id: string): RunStatus => ({ kind: "failed", id, body: `${id} failed` });
const well: RunStatus = { kind: "well", body: "all is well" };

async function keep(api: FakeGitHub, status: RunStatus, own: Partial<RunIssue> = {}) {
	const github = await openGitHub(api.env, { token: "ghs_good", effort: "patient", secondMs });
	const repository = { owner: "octo", repo: "lucid" };
	const run = { number: ++runs, attempt: 1 };
	const issue = { repository, key, run, title: "nightly fails", labels: ["lucid"], status, ...own };
	return updateRunIssue(github, "ghs_good", issue, secondMs);
}

const commentsOf = (api: FakeGitHub) => api.store.comments.map(({ body }) => body);
const open = (api: FakeGitHub) => api.store.issues.filter(({ state }) => state === "open");

test("a failure opens one issue, the same failure adds nothing to it, another one is a comment, and recovery closes it", async () => {
	await using api = await fakeGitHub();
	const opened = await keep(api, failed("a1"));
	assert.equal(opened.kind, "opened");
	assert.deepEqual(
		open(api).map(({ title, labels }) => [title, labels]),
		[["nightly fails", ["lucid"]]],
	);
	for (let night = 0; night < 3; night++)
		assert.deepEqual(await keep(api, failed("a1")), { kind: "kept", url: opened.url });
	assert.deepEqual(commentsOf(api), []);
	assert.equal((await keep(api, failed("b2"))).kind, "commented");
	assert.equal((await keep(api, failed("b2"))).kind, "kept");
	assert.deepEqual(commentsOf(api), ["b2 failed"]);
	assert.match(open(api)[0]?.body ?? "", /b2 failed$/);
	assert.deepEqual(await keep(api, well), { kind: "closed", url: opened.url });
	assert.deepEqual(commentsOf(api), ["b2 failed", "all is well"]);
	assert.deepEqual(
		api.store.issues.map(({ state, reason }) => [state, reason]),
		[["closed", "completed"]],
	);
	assert.match(api.store.issues[0]?.body ?? "", /b2 failed$/, "what it was about can still be read");
	assert.deepEqual(await keep(api, well), { kind: "none" });
	assert.equal((await keep(api, failed("b2"))).kind, "opened", "after a recovery it is a new failure");
	assert.equal(api.store.issues.length, 2);
});

test("the body names the last run that failed", async () => {
	await using api = await fakeGitHub();
	await keep(api, failed("a1"), { run: { number: 100, attempt: 1 } });
	await keep(api, failed("a1"), { run: { number: 101, attempt: 2 } });
	assert.deepEqual(readMark(open(api)[0]?.body)?.run, { number: 101, attempt: 2 });
});

test("a closed issue is reopened for the same failure, unless it was closed as not planned", async () => {
	await using api = await fakeGitHub();
	await keep(api, failed("a1"));
	const [issue] = api.store.issues;
	assert.ok(issue);
	Object.assign(issue, { state: "closed", reason: "completed" });
	assert.equal((await keep(api, failed("a1"))).kind, "reopened");
	assert.deepEqual([issue.state, commentsOf(api)], ["open", ["a1 failed"]]);
	Object.assign(issue, { state: "closed", reason: "not_planned" });
	assert.equal((await keep(api, failed("a1"))).kind, "left");
	assert.equal(issue.state, "closed");
	assert.equal((await keep(api, failed("b2"))).kind, "opened");
	assert.equal(api.store.issues.length, 2);
});

test("two runs that open an issue at the same time end with one open issue", async () => {
	await using api = await fakeGitHub();
	const mark = writeMark({ kind: "issue", key, run: { number: 1, attempt: 1 }, state: "a1" });
	api.fault("issues/create", {
		kind: "first",
		work: () => void api.store.issue(api.store.bot, `${mark}\ntheirs`),
	});
	assert.equal((await keep(api, failed("a1"))).kind, "kept");
	assert.equal(open(api).length, 1);
	assert.equal(open(api)[0]?.number, api.store.issues[0]?.number, "the first one stays");
	assert.equal((await keep(api, failed("a1"))).kind, "kept", "the double is never taken for the issue");
});

test("the first of two runs closes what the second opened", async () => {
	await using api = await fakeGitHub();
	await keep(api, failed("a1"));
	const mark = writeMark({ kind: "issue", key, run: { number: 1, attempt: 1 }, state: "a1" });
	api.store.issue(api.store.bot, `${mark}\ntheirs`);
	assert.equal((await keep(api, failed("a1"))).kind, "kept");
	assert.equal(open(api).length, 1);
});

test("an older run that ends last neither opens nor closes", async () => {
	await using api = await fakeGitHub();
	await keep(api, failed("a1"), { run: { number: 200, attempt: 1 } });
	assert.equal((await keep(api, well, { run: { number: 199, attempt: 1 } })).kind, "newer");
	await keep(api, well, { run: { number: 201, attempt: 1 } });
	assert.equal((await keep(api, failed("b2"), { run: { number: 200, attempt: 5 } })).kind, "newer");
	assert.deepEqual(open(api), []);
});

test("an issue whose creation lost its response is not opened twice", async () => {
	for (const kind of ["lost", "cut"] as const) {
		await using api = await fakeGitHub();
		api.fault("issues/create", { kind });
		await keep(api, failed("a1"));
		assert.equal(api.store.issues.length, 1);
	}
});

test("issues of people, other workflows and pull requests are ignored", async () => {
	await using api = await fakeGitHub();
	const body = writeMark({ kind: "issue", key, run: { number: 1, attempt: 1 }, state: "a1" });
	api.store.issue("mallory", body);
	api.store.issue(api.store.bot, body.replace(key, "f".repeat(16)));
	for (let i = 0; i < 130; i++) api.store.issue("someone", "text");
	assert.equal((await keep(api, failed("a1"))).kind, "opened");
	assert.equal((await keep(api, failed("a1"))).kind, "kept");
	await keep(api, well);
	assert.equal(open(api).length, 132);
});

test("without labels all issues are searched", async () => {
	await using api = await fakeGitHub();
	for (let i = 0; i < 130; i++) api.store.issue("someone", "text", { labels: [] });
	await keep(api, failed("a1"), { labels: [] });
	assert.equal((await keep(api, failed("a1"), { labels: [] })).kind, "kept");
});

test("a missing permission and disabled issues are reported by name", async () => {
	await using api = await fakeGitHub();
	api.permissions = new Set(["issues=read"]);
	const problem = async () => {
		const error = await keep(api, failed("a1")).catch((one: unknown) => one);
		assert.ok(error instanceof UserError);
		return error.problems[0];
	};
	const refused = await problem();
	assert.equal(refused?.code, "github/permission");
	assert.match(refused?.fix ?? "", /permissions: \{ issues: write \}/);
	api.permissions = "all";
	api.fault("issues/create", { kind: "answer", status: 410, message: "Issues are disabled for this repo" });
	assert.equal((await problem())?.code, "github/disabled");
});
