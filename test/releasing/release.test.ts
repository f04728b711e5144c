import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { checkRelease, type PushEvent } from "../../script/releasing/check.ts";
import { releaseNotes } from "../../script/releasing/notes.ts";
import { publishRelease } from "../../script/releasing/publish.ts";
import { listFile, writeReleasedCommits } from "../../script/releasing/released-commits.ts";
import { readVersion } from "../../script/releasing/version.ts";
import { openGitHub } from "../../src/adapters/github/client.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { type Problem, UserError } from "../../src/util/errors.ts";
import { type FakeGitHub, fakeGitHub } from "../support/github/server.ts";
import { type Project, project, root } from "./support.ts";

const repository = { owner: "octo", repo: "lucid" };

async function publish(api: FakeGitHub, { clone }: Project, tag: string) {
	const github = await openGitHub(api.env, { token: "ghs_good", effort: "patient", secondMs: 5 });
	const source = { folder: clone.root };
	return publishRelease({ github, repository, secondMs: 5 }, source, await checkRelease(source, tag));
}

async function problemsOf(work: Promise<unknown>): Promise<readonly Problem[]> {
	const error = await work.then(
		() => assert.fail("nothing was wrong"),
		(one: unknown) => one,
	);
	assert.ok(error instanceof UserError, String(error));
	return error.problems;
}

const codesOf = async (work: Promise<unknown>) => (await problemsOf(work)).map(({ code }) => code);

const check = ({ clone }: Project, tag: string, event?: PushEvent) => checkRelease({ folder: clone.root }, tag, event);

test("a release has the notes of its version and its commit, and v1 moves there", async () => {
	await using api = await fakeGitHub();
	await using suite = await project();
	const first = await suite.release("1.0.0");
	const published = await publish(api, suite, "v1.0.0");
	assert.deepEqual(published.major, { kind: "moved", from: undefined });
	assert.equal(await suite.at("v1"), first);
	const second = await suite.release("1.1.0");
	assert.deepEqual((await publish(api, suite, "v1.1.0")).major, { kind: "moved", from: first });
	assert.equal(await suite.at("v1"), second);
	assert.equal(await suite.at("v1.0.0"), first);
	assert.deepEqual(api.store.releases, [
		{ tag: "v1.0.0", name: "v1.0.0", body: `- all of 1.0.0\n\nCommit: ${first}`, latest: "true" },
		{ tag: "v1.1.0", name: "v1.1.0", body: `- all of 1.1.0\n\nCommit: ${second}`, latest: "true" },
	]);
});

test("a second run changes nothing, and completes an incomplete one", async () => {
	await using api = await fakeGitHub();
	await using suite = await project();
	const commit = await suite.release("1.0.0");
	api.fault("repos/create-release", { kind: "lost" });
	await publish(api, suite, "v1.0.0");
	await suite.clone.git("push", "-q", "origin", ":refs/tags/v1");
	const again = await publish(api, suite, "v1.0.0");
	assert.deepEqual([again.release, again.major.kind], ["kept", "moved"]);
	assert.equal(await suite.at("v1"), commit);
	assert.equal((await publish(api, suite, "v1.0.0")).major.kind, "kept");
	assert.equal(api.store.releases.length, 1);
});

test("a full tag that was moved is refused: by the push that moved it, by v1, and by its release", async () => {
	await using api = await fakeGitHub();
	await using suite = await project();
	const first = await suite.release("1.0.0");
	await publish(api, suite, "v1.0.0");
	await suite.clone.write({ more: "change" });
	await suite.clone.commit();
	await suite.clone.git("push", "-q", "origin", "HEAD:main");
	await suite.tag("v1.0.0");
	assert.deepEqual(await codesOf(check(suite, "v1.0.0", { created: false, before: first })), ["release/moved"]);
	assert.deepEqual(await codesOf(check(suite, "v1.0.0")), ["release/moved"]);
	await suite.clone.git("push", "-q", "origin", ":refs/tags/v1");
	assert.deepEqual(await codesOf(publish(api, suite, "v1.0.0")), ["release/moved"]);
	assert.equal(await suite.at("v1"), undefined, "nothing was moved after it");
	assert.equal(api.store.releases.length, 1);
});

test("v1 goes forward only: a patch of an older release leaves it, and is not the latest", async () => {
	await using api = await fakeGitHub();
	await using suite = await project();
	await suite.release("1.0.0");
	const newest = await suite.release("1.2.0");
	await publish(api, suite, "v1.2.0");
	await suite.release("1.0.1");
	assert.deepEqual((await publish(api, suite, "v1.0.1")).major, { kind: "kept", why: "v1.2.0 is newer than v1.0.1" });
	assert.equal(await suite.at("v1"), newest);
	assert.deepEqual(
		api.store.releases.map(({ tag, latest }) => [tag, latest]),
		[
			["v1.2.0", "true"],
			["v1.0.1", "false"],
		],
	);
});

test("a prerelease moves nothing, and a new major version has a tag of its own", async () => {
	await using api = await fakeGitHub();
	await using suite = await project();
	const one = await suite.release("1.0.0");
	await publish(api, suite, "v1.0.0");
	await suite.release("2.0.0-rc.1");
	assert.equal((await publish(api, suite, "v2.0.0-rc.1")).major.kind, "kept");
	assert.equal(await suite.at("v2"), undefined);
	const two = await suite.release("2.0.0");
	await publish(api, suite, "v2.0.0");
	assert.deepEqual([await suite.at("v1"), await suite.at("v2")], [one, two]);
});

test("two releases that move v1 at the same moment do not undo each other", async () => {
	await using api = await fakeGitHub();
	await using suite = await project();
	await suite.release("1.0.0");
	await publish(api, suite, "v1.0.0");
	await suite.release("1.1.0");
	// Another push moves it between the check and the push: as git does it, with a hook of the clone.
	const head = (await suite.clone.git("rev-parse", "HEAD~1^{tree}")).trim();
	const other = (await suite.clone.git("commit-tree", "-m", "other", head)).trim();
	const elsewhere = `git push -q --no-verify --force origin ${other}:refs/tags/v1`;
	await suite.clone.write({ ".git/hooks/pre-push": `#!/bin/sh\n${elsewhere}\n` });
	await suite.clone.chmod(".git/hooks/pre-push", 0o755);
	assert.deepEqual(await codesOf(publish(api, suite, "v1.1.0")), ["git/failed"]);
	assert.equal(await suite.at("v1"), other);
});

test("all mistakes are reported at once: version, notes, branch, tree, tag, released commits", async () => {
	await using suite = await project();
	await suite.release("1.0.0");
	await suite.clone.git("checkout", "-q", "-b", "side");
	await suite.clone.write({ more: "change" });
	await suite.clone.commit();
	await suite.tag("v1.3.0");
	await suite.clone.write({ left: "over" });
	assert.deepEqual(await codesOf(check(suite, "v1.3.0")), [
		"release/branch",
		"release/version",
		"release/version",
		"release/commits",
		"release/notes",
		"release/tree",
	]);
	assert.ok((await codesOf(check(suite, "v1.4.0"))).includes("release/tag"), "origin has no such tag");
	assert.ok((await codesOf(check(suite, "v1.0.0"))).includes("release/tag"), "another commit is checked out");
});

const listIn = ({ clone }: Project) => readFile(path.join(clone.root, listFile), "utf8");

test("the list of released commits has each earlier release, and no commit that is not one", async () => {
	await using suite = await project();
	const [first, pre] = [await suite.release("1.0.0"), await suite.release("1.1.0-rc.1")];
	const last = await suite.release("1.1.0");
	await check(suite, "v1.1.0");
	assert.match(await listIn(suite), new RegExp(`\\[\n\t"${first}", // v1.0.0\n\t"${pre}", // v1.1.0-rc.1\n\\]`));

	await suite.release("1.2.0", { list: "stale" });
	const stale = await problemsOf(check(suite, "v1.2.0"));
	assert.deepEqual(
		stale.map(({ code, message }) => [code, message]),
		[["release/commits", `${last} is missing, the commit of v1.1.0`]],
	);

	await suite.release("1.3.0", { list: "stale" });
	await writeReleasedCommits({ folder: suite.clone.root });
	const impostor = "deadbeef".repeat(5);
	const list = await listIn(suite);
	await suite.clone.write({ [listFile]: list.replace("[", `["${impostor}", `) });
	await suite.release("1.4.0", { list: "stale" });
	const foreign = await problemsOf(check(suite, "v1.4.0"));
	assert.deepEqual(
		foreign.map(({ code, message }) => [code, message]),
		[["release/commits", `${impostor} is not the commit of a release`]],
	);
});

test("a patch of an older release needs no newer one in its list", async () => {
	await using suite = await project();
	await suite.release("1.0.0");
	await suite.release("1.2.0", { list: "stale" });
	await suite.release("1.0.1", { list: "stale" });
	const missing = await problemsOf(check(suite, "v1.0.1"));
	assert.deepEqual(
		missing.map(({ message }) => /v[\d.]+$/.exec(message)?.[0]),
		["v1.0.0"],
	);
});

test("a tag that is not a full version is refused before any request", async () => {
	await using suite = await project();
	for (const tag of ["v1", "1.0.0", "v1.0", "v01.0.0", "--force", "v1.0.0\n", "v1.0.0;id", "v1.0.0-", "latest"]) {
		assert.equal(readVersion(tag), undefined, tag);
		assert.deepEqual(await codesOf(check(suite, tag)), ["release/tag"]);
	}
	assert.deepEqual(readVersion("v10.2.3-rc.1"), {
		...{ tag: "v10.2.3-rc.1", text: "10.2.3-rc.1", numbers: [10, 2, 3], isPrerelease: true, majorTag: "v10" },
	});
});

test("notes are the version's section, with any text around it", () => {
	const text = "# Log\n\n## Unreleased\n\n- new\n\n## [1.1.0] - 2026-01-01\n\n### Added\n\n- a\n\n## 1.0.0\n\n- b\n";
	assert.equal(releaseNotes(text, "1.1.0"), "### Added\n\n- a");
	assert.equal(releaseNotes(text, "1.0.0"), "- b");
	assert.equal(releaseNotes(text, "1.0"), undefined);
	assert.equal(releaseNotes("## 1.0.0\n\n## 0.9.0\n- x", "1.0.0"), undefined);
});

test("a missing permission is reported with the line to add", async () => {
	await using api = await fakeGitHub();
	await using suite = await project();
	await suite.release("1.0.0");
	api.permissions = new Set(["contents=read"]);
	assert.deepEqual(await codesOf(publish(api, suite, "v1.0.0")), ["github/permission"]);
	assert.equal(await suite.at("v1"), undefined, "what is not released is not named v1");
});

test("the command checks that dist is what the sources make, and releases with the job's token, which no argument holds", async () => {
	await using api = await fakeGitHub();
	await using suite = await project();
	await suite.clone.write({
		"script/build.ts": "process.exit(process.argv[2] === '--check' ? Number(process.env.STALE ?? 0) : 9);",
	});
	const commit = await suite.release("1.0.0");
	const run = (command: string, env: Record<string, string> = {}) =>
		exec([process.execPath, path.join(root, "script/release.ts"), command, "v1.0.0"], {
			cwd: suite.clone.root,
			env: { ...api.env, LUCID_RELEASE_FOLDER: suite.clone.root, GITHUB_TOKEN: "", GITHUB_EVENT_PATH: "", ...env },
		});
	assert.equal((await run("check")).exitCode, 0);
	assert.equal((await run("check", { STALE: "1" })).exitCode, 1);
	assert.match((await run("publish")).stderr, /needs GITHUB_TOKEN/);
	const { exitCode, stdout, stderr } = await run("publish", { GITHUB_TOKEN: "ghs_good" });
	assert.equal(exitCode, 0, stderr);
	assert.match(stdout, new RegExp(`release created: https://.*\nv1 moved to ${commit}`));
	assert.equal(await suite.at("v1"), commit);
});
