import assert from "node:assert/strict";
import { test } from "node:test";
import { gitIn } from "../../src/adapters/git/git.ts";
import { changedSince, compareRevisions } from "../../src/adapters/git/revisions.ts";
import { readSource, webUrl } from "../../src/adapters/git/source.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { makeRepo, temporaryFolder } from "../support/repo.ts";

test("the source is the commit, its own date, its branch, and whether the tree is as committed", async () => {
	await using repo = await makeRepo({ a: "one" });
	const revision = await repo.commit();
	const git = gitIn(repo.root, exec);
	const clean = await readSource(git);
	assert.deepEqual(clean, {
		revision,
		committedAt: "2025-10-24T15:51:32Z",
		dirty: false,
		event: { kind: "manual", branch: "main" },
	});
	await repo.write({ a: "two" });
	assert.equal((await readSource(git)).dirty, true);
});

test("a branch or annotated tag is resolved to its commit and date; an unknown revision stays as it is", async () => {
	await using repo = await makeRepo({ a: "one" });
	const revision = await repo.commit();
	await repo.git("tag", "-a", "-m", "release", "v1");
	const git = gitIn(repo.root, exec);
	for (const name of ["v1", "main", "HEAD", revision.slice(0, 7)]) {
		const source = await readSource(git, { revision: name });
		assert.deepEqual([source.revision, source.committedAt], [revision, "2025-10-24T15:51:32Z"]);
	}
	for (const name of ["f".repeat(40), "nowhere"])
		assert.equal((await readSource(git, { revision: name })).revision, name);
});

test("without git the revision is manual-build", async () => {
	const folder = await temporaryFolder();
	const source = await readSource(gitIn(folder, exec));
	assert.equal(source.revision, "manual-build");
	assert.equal(source.dirty, false);
});

test("a commit is newer than its ancestors, older than its descendants, and diverged from any other", async () => {
	await using repo = await makeRepo({ a: "one" });
	const first = await repo.commit();
	await repo.write({ a: "two" });
	const second = await repo.commit();
	await repo.git("checkout", "-q", "-b", "side", first);
	await repo.write({ a: "three" });
	const side = await repo.commit();
	const git = gitIn(repo.root, exec);
	assert.equal(await compareRevisions(git, first, second), "newer");
	assert.equal(await compareRevisions(git, second, first), "older");
	assert.equal(await compareRevisions(git, second, second), "same");
	assert.equal(await compareRevisions(git, second, side), "diverged");
	assert.equal(
		await compareRevisions(git, "0".repeat(40), side),
		"diverged",
		"a whole clone has all ancestors of side",
	);
	assert.equal(await compareRevisions(git, side, "0".repeat(40)), "unknown", "ours is not here");
	assert.equal(await compareRevisions(git, side, "--help"), "unknown");
});

test("a shallow clone does not know whether a commit is an ancestor", async () => {
	await using repo = await makeRepo({ a: "one" });
	const first = await repo.commit();
	const second = await repo.commit();
	const clone = `${repo.root}/.git/clone`;
	await repo.git("clone", "-q", "--depth=1", `file://${repo.root}`, clone);
	assert.equal(await compareRevisions(gitIn(clone, exec), first, second), "unknown");
});

test("changed files are those that differ from a commit, within the given paths", async () => {
	await using repo = await makeRepo({ "d/a": "one", "d/b": "one", c: "one" });
	const first = await repo.commit();
	await repo.write({ "d/a": "two", c: "two" });
	await repo.commit();
	await repo.write({ "d/new": "x" });
	const git = gitIn(repo.root, exec);
	assert.deepEqual(await changedSince(git, first, ["d"]), ["d/a", "d/new"]);
	assert.equal(await changedSince(git, "f".repeat(40), ["d"]), undefined);
	assert.equal(await changedSince(git, "--output=x", ["d"]), undefined);
});

test("the web address of a remote has no credentials", () => {
	assert.equal(webUrl("https://user:token@github.com/lucid/lucid.git"), "https://github.com/lucid/lucid");
	assert.equal(webUrl("git@github.com:lucid/lucid.git"), "https://github.com/lucid/lucid");
	assert.equal(webUrl("ssh://git@github.com:22/lucid/lucid"), "https://github.com/lucid/lucid");
	assert.equal(webUrl("/srv/git/lucid"), undefined);
	assert.equal(webUrl(undefined), undefined);
});
