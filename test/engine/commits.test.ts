import assert from "node:assert/strict";
import { access, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { afterRun, type Case, deletedRef, main, pulled, pushed, reviewed } from "../github/payloads.ts";
import { temporaryFolder } from "../support/repo.ts";
import { openShipped, type Shipped } from "../support/shipped.ts";

const files = {
	"lucid.yml": `version: 1
project: shop
registry: r.test
defaults:
  platforms: [linux/arm64]
  policy: { smoke: off }
  tags: ["type=sha,prefix=", "type=semver,pattern={{version}}"]
  floating: ["type=raw,value=latest,enable={{is_default_branch}}", "type=edge", "newest", "type=ref,event=pr"]
services:
  api: { context: . }
`,
	Dockerfile: "FROM scratch\nCOPY file /file\nUSER 65532:65532\n",
	".dockerignore": "*\n!file\n",
	file: "one\n",
};
const registry = openRegistry();
let server: string;
let shop: Shipped;

before(async () => {
	server = await temporaryFolder();
});
beforeEach(async () => {
	await shop?.[Symbol.asyncDispose]();
	shop = await openShipped("commits", files);
	await rm(server, { recursive: true });
	await shop.repo.git("init", "-q", "--bare", path.join(server, "lucid/lucid"));
	await shop.repo.git("remote", "add", "origin", `file://${server}/lucid/lucid`);
});
after(async () => {
	await shop?.[Symbol.asyncDispose]();
	await rm(server, { recursive: true, force: true });
});

/** Commits another content, and pushes it where GitHub has it. */
async function commit(content: string, ref: string, on?: string): Promise<string> {
	if (on !== undefined) await shop.repo.git("checkout", "-q", "--detach", on);
	await shop.repo.write({ file: content });
	const id = await shop.repo.commit(content);
	await shop.repo.git("push", "-q", "origin", `+${id}:${ref}`);
	return id;
}

/** `lucid run` as a step on GitHub runs it, with a commit checked out. */
async function runOn(one: Case, checkedOut: string, ...args: readonly string[]) {
	await shop.repo.git("checkout", "-q", "--detach", checkedOut);
	const file = path.join(server, "event.json");
	await writeFile(file, JSON.stringify(one.payload));
	const github = { GITHUB_ACTIONS: "true", GITHUB_SERVER_URL: `file://${server}`, GITHUB_EVENT_PATH: file };
	const lucid = path.join(import.meta.dirname, "../../dist/lucid.js");
	return exec([process.execPath, lucid, "run", `--registry=${shop.prefix}`, `--out=${shop.out}`, ...args], {
		cwd: shop.repo.root,
		env: { ...github, ...one.env },
	});
}

const short = (id: string) => id.slice(0, 7);
const digest = async (tag: string) => (await registry.head(`${shop.prefix}/api:${tag}`))?.digest;
/** Of the image under a tag: the commit its label names, and the platform's digest. */
async function imageOf(tag: string) {
	const facts = await registry.imageFacts(`${shop.prefix}/api:${tag}`, "linux/arm64");
	return [facts?.labels["org.opencontainers.image.revision"], facts?.digest];
}
async function tagsOfApi(): Promise<readonly string[]> {
	const [host, ...name] = `${shop.prefix}/api`.split("/");
	const response = await fetch(`http://${host}/v2/${name.join("/")}/tags/list`);
	return ((await response.json()) as { tags: string[] | null }).tags ?? [];
}
const moving = ["latest", "edge", "newest"];
const nothingMoved = async () =>
	assert.deepEqual(
		await Promise.all(moving.map(digest)),
		moving.map(() => undefined),
	);

test("a pull request that a workflow_run checks out is published under its number alone, and main's own build gets main's tags", async () => {
	const onMain = await commit("main\n", main);
	const head = await commit("pull request\n", "refs/pull/7/head", onMain);
	const pulls = [{ number: 7, head, ref: "fix/it" }];
	const one = afterRun("after CI", onMain, { event: "pull_request", branch: "fix/it", head, pulls });
	const pull = await runOn(one, head);
	assert.equal(pull.exitCode, 0, pull.stderr);
	const [revision, image] = await imageOf(`pr-7-${short(head)}`);
	assert.equal(revision, head);
	assert.deepEqual(await Promise.all([short(onMain), short(head)].map(digest)), [undefined, undefined]);
	await nothingMoved();
	await assert.rejects(access(path.join(shop.out, "compose.yml")), "nothing for the machine that serves");

	// Presented as a push to main it moves nothing either.
	const said = await runOn(one, head, "--event=push:main", "--force");
	assert.equal(said.exitCode, 0, said.stderr);
	assert.match(said.stdout, /warning .*`event` differs from the event and checkout of the run/);
	await nothingMoved();

	const own = await runOn(pushed("a push", main, onMain), onMain);
	assert.equal(own.exitCode, 0, own.stderr);
	const published = await imageOf("latest");
	assert.equal(published[0], onMain);
	assert.notEqual(published[1], image);
	assert.deepEqual(await imageOf(short(onMain)), published);
	const tags = await Promise.all(moving.map(digest));
	assert.deepEqual(new Set(tags), new Set([await digest(short(onMain))]));
});

test("what a workflow_run has of a fork's main is not main, and of no pull request by name: nothing moves, and a commit of nothing says why", async () => {
	const onMain = await commit("main\n", main);
	const head = await commit("the fork's main\n", "refs/pull/8/head", onMain);
	const fork = { event: "pull_request", branch: "main", head, from: "someone/lucid" };
	const run = await runOn(afterRun("after CI", onMain, fork), head);
	assert.equal(run.exitCode, 0, run.stderr);
	assert.deepEqual(
		(await tagsOfApi()).filter((tag) => !tag.startsWith("content-")),
		[],
		"its number is not known",
	);
	await nothingMoved();
	// The step that checks out takes another branch by mistake.
	const other = await commit("another branch\n", "refs/heads/other", onMain);
	const wrong = await runOn(pushed("a push", main, onMain), other);
	assert.equal(wrong.exitCode, 0, wrong.stderr);
	assert.match(
		wrong.stdout,
		new RegExp(
			`warning no floating tag moves and no version is written: ${other.slice(0, 12)} is checked out, which is not refs/heads/main now.* Fix: leave out`,
		),
	);
	assert.equal((await imageOf(short(other)))[0], other);
	await nothingMoved();
});

test("a review of a pull request moves nothing: the merge commit that it checks out is tagged by the pull request's number, and by its own name after it", async () => {
	const onMain = await commit("main\n", main);
	const head = await commit("pull request\n", "refs/pull/7/head", onMain);
	await shop.repo.git("checkout", "-q", "--detach", onMain);
	await shop.repo.git("merge", "-q", "--no-ff", "-m", "merge", head);
	const merge = (await shop.repo.git("rev-parse", "HEAD")).trim();
	for (const one of [
		reviewed("a review", "pull_request_review", { head, merge }),
		reviewed("a comment on a line", "pull_request_review_comment", { head, merge }),
	]) {
		const { exitCode, stderr } = await runOn(one, merge);
		assert.equal(exitCode, 0, stderr);
	}
	assert.equal((await imageOf(`pr-7-${short(merge)}`))[0], merge);
	assert.equal(await digest("pr-7"), await digest(`pr-7-${short(merge)}`));
	assert.equal(await digest(`pr-7-${short(head)}`), undefined, "the head was not built");
	await nothingMoved();
});

test("a workflow_run after a push to main publishes that push though main has moved since, and never after main's newer one", async () => {
	const older = await commit("older\n", main);
	const newer = await commit("newer\n", main, older);
	const after = (head: string) => afterRun("after CI", newer, { event: "push", branch: "main", head });
	const first = await runOn(after(older), older);
	assert.equal(first.exitCode, 0, first.stderr);
	assert.equal((await imageOf("latest"))[0], older);
	const second = await runOn(after(newer), newer);
	assert.equal(second.exitCode, 0, second.stderr);
	assert.equal((await imageOf("latest"))[0], newer);
	const late = await runOn(after(older), older);
	assert.equal(late.exitCode, 0, late.stderr);
	assert.equal((await imageOf("latest"))[0], newer, "the ledger knows which is newer");
});

test("for a deleted branch or git tag there is nothing to do: one line reports it, and nothing is written", async () => {
	const onMain = await commit("main\n", main);
	await rm(shop.out, { recursive: true });
	for (const [ref, words] of [
		["refs/heads/feature/x", "branch feature/x"],
		["refs/tags/v1.2.0", "git tag v1.2.0"],
	] as const) {
		const run = await runOn(deletedRef("deleted", ref, onMain), onMain);
		assert.deepEqual([run.exitCode, run.stdout], [0, `nothing to do: ${words} was deleted\n`], run.stderr);
	}
	assert.equal(await digest(short(onMain)), undefined);
	await nothingMoved();
	await assert.rejects(access(shop.out));
});

test("a closed pull request leaves main's tags as they are, merged or not", async () => {
	const onMain = await commit("main\n", main);
	const closed = pulled("merged", { head: onMain, merge: onMain, action: "closed", merged: true });
	const { exitCode, stderr } = await runOn(closed, onMain);
	assert.equal(exitCode, 0, stderr);
	assert.equal((await imageOf("pr-7"))[0], onMain);
	await nothingMoved();
});
