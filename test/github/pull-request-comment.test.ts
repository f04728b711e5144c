import assert from "node:assert/strict";
import { test } from "node:test";
import { openGitHub } from "../../src/adapters/github/client.ts";
import { type CommentMark, markKey, readMark, runOrder, writeMark } from "../../src/adapters/github/comment-mark.ts";
import { upsertComment } from "../../src/adapters/github/pull-request-comment.ts";
import { UserError } from "../../src/util/errors.ts";
import { type FakeGitHub, fakeGitHub } from "../support/github/server.ts";

const repository = { owner: "octo", repo: "lucid" };
const mark: CommentMark = { kind: "comment", key: "0123456789abcdef", run: { number: 3, attempt: 1 } };
const secondMs = 5;

async function keep(api: FakeGitHub, body: string, own: Partial<CommentMark> = {}, token = "ghs_good") {
	const github = await openGitHub(api.env, { token, effort: "patient", secondMs });
	return upsertComment(github, token, { repository, number: 7, mark: { ...mark, ...own }, body }, secondMs);
}

const texts = (api: FakeGitHub) => api.store.comments.map(({ body }) => body.split("\n").slice(1).join("\n"));

async function problemOf(work: Promise<unknown>) {
	try {
		await work;
	} catch (error) {
		assert.ok(error instanceof UserError, String(error));
		const [problem] = error.problems;
		assert.ok(problem);
		return problem;
	}
	return assert.fail("nothing was wrong");
}

test("the first run creates a comment, later ones update it, and other workflows have their own", async () => {
	await using api = await fakeGitHub();
	const first = await keep(api, "one");
	assert.equal(first.kind, "created");
	assert.match(first.url, /pull\/7#issuecomment-\d+$/);
	assert.deepEqual(await keep(api, "two", { run: { number: 4, attempt: 1 } }), { kind: "updated", url: first.url });
	assert.equal((await keep(api, "two", { run: { number: 4, attempt: 1 } })).kind, "unchanged");
	assert.equal((await keep(api, "other", { key: "f".repeat(16) })).kind, "created");
	assert.deepEqual(texts(api), ["two", "other"]);
});

test("the comment is found behind hundreds of others", async () => {
	await using api = await fakeGitHub();
	for (let i = 0; i < 250; i++) api.store.comment(7, "someone", `comment ${i}`);
	await keep(api, "one");
	assert.equal((await keep(api, "two", { run: { number: 4, attempt: 1 } })).kind, "updated");
	assert.equal(api.store.comments.length, 251);
	assert.equal(api.asked.filter(({ line }) => /^GET .*page=3/.test(line)).length, 3, "before and after, and again");
});

test("a person's comment is never changed, even with our mark; nor one that only quotes the mark", async () => {
	await using api = await fakeGitHub();
	const theirs = `${writeMark(mark)}\nmine`;
	api.store.comment(7, "mallory", theirs);
	const quoted = api.store.comment(7, api.store.bot, `> ${writeMark(mark)}\nquoted`);
	assert.equal((await keep(api, "one")).kind, "created");
	assert.equal(api.store.comments[0]?.body, theirs);
	assert.match(quoted.body, /quoted/);
	assert.equal(api.store.comments.length, 3);
});

test("the token of a person finds that person's comment", async () => {
	await using api = await fakeGitHub();
	const own = api.store.comment(7, "robot", `${writeMark(mark)}\nold`);
	assert.equal((await keep(api, "new", {}, "ghp_good")).kind, "updated");
	assert.match(own.body, /new$/);
});

test("an older run that ends last keeps the comment of the newer one", async () => {
	await using api = await fakeGitHub();
	await keep(api, "new", { run: { number: 5, attempt: 1 } });
	assert.equal((await keep(api, "old", { run: { number: 4, attempt: 9 } })).kind, "newer");
	assert.equal((await keep(api, "again", { run: { number: 5, attempt: 2 } })).kind, "updated");
	assert.deepEqual(texts(api), ["again"]);
});

test("two runs that write at the same time end with one comment, that of the newer run", async () => {
	for (const [theirs, wanted] of [
		[2, "ours"],
		[9, "theirs"],
	] as const) {
		await using api = await fakeGitHub();
		const other = writeMark({ ...mark, run: { number: theirs, attempt: 1 } });
		api.fault("issues/create-comment", {
			kind: "first",
			work: () => void api.store.comment(7, api.store.bot, `${other}\ntheirs`),
		});
		await keep(api, "ours");
		assert.deepEqual(texts(api), [wanted]);
	}
	// The other one came later, and is removed.
	await using api = await fakeGitHub();
	const later = writeMark({ ...mark, run: { number: 2, attempt: 1 } });
	let lists = 0;
	const second = () => {
		if (++lists === 2) api.store.comment(7, api.store.bot, `${later}\ntheirs`);
	};
	api.fault("issues/list-comments", { kind: "first", work: second }, { kind: "first", work: second });
	await keep(api, "ours");
	assert.deepEqual(texts(api), ["ours"]);
});

test("a comment whose creation lost its response is not created twice", async () => {
	for (const kind of ["lost", "cut"] as const) {
		await using api = await fakeGitHub();
		api.fault("issues/create-comment", { kind });
		assert.ok((await keep(api, "one")).url);
		assert.deepEqual(texts(api), ["one"]);
	}
});

test("a comment that is not listed yet still counts", async () => {
	await using api = await fakeGitHub();
	const behind = () => {
		api.store.lag = 1;
	};
	api.fault("issues/list-comments", { kind: "first", work: () => undefined }, { kind: "first", work: behind });
	assert.equal((await keep(api, "one")).kind, "created");
	assert.deepEqual(texts(api), ["one"]);
});

test("a missing permission is reported by name, with the line to add", async () => {
	await using api = await fakeGitHub();
	api.permissions = new Set(["issues=read"]);
	const problem = await problemOf(keep(api, "one"));
	assert.equal(problem.code, "github/permission");
	assert.match(problem.message, /`pull-requests: write`/);
	assert.match(problem.fix ?? "", /permissions: \{ pull-requests: write \}/);
	api.permissions = new Set();
	assert.match((await problemOf(keep(api, "one"))).message, /`/);
	assert.deepEqual(api.store.comments, []);
});

test("an invalid token is reported", async () => {
	await using api = await fakeGitHub();
	assert.equal((await problemOf(keep(api, "one", {}, "ghs_old"))).code, "github/token");
});

test("a key is the same for all branches and runs of a workflow, and differs by workflow and catalog", () => {
	const env = (workflow: string, branch: string) => ({
		GITHUB_WORKFLOW_REF: `octo/lucid/.github/workflows/${workflow}.yml@refs/${branch}`,
	});
	const key = markKey(env("a", "heads/main"), "lucid.yml", "lucid-report");
	assert.equal(markKey(env("a", "pull/7/merge"), "lucid.yml", "lucid-report"), key);
	assert.notEqual(markKey(env("b", "heads/main"), "lucid.yml", "lucid-report"), key);
	assert.notEqual(markKey(env("a", "heads/main"), "pi/lucid.yml", "lucid-report"), key);
	assert.notEqual(markKey(env("a", "heads/main"), "lucid.yml", "other"), key);
	assert.deepEqual(runOrder({ GITHUB_RUN_NUMBER: "12", GITHUB_RUN_ATTEMPT: "2" }), { number: 12, attempt: 2 });
	const written: CommentMark = { kind: "issue", key, run: { number: 12, attempt: 2 }, state: "abc1" };
	assert.deepEqual(readMark(`${writeMark(written)}\ntext`), written);
	for (const other of [
		undefined,
		null,
		"",
		`text\n${writeMark(written)}`,
		"<!-- lucid-build-action issue x run 1.1 -->",
	])
		assert.equal(readMark(other), undefined);
});
