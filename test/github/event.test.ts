import assert from "node:assert/strict";
import { test } from "node:test";
import { readHints } from "../../src/github/event.ts";

const repository = {
	name: "lucid",
	full_name: "lucid/lucid",
	html_url: "https://github.com/lucid/lucid",
	default_branch: "main",
	description: "Services",
	license: { spdx_id: "MIT" },
};
const merge = "1".repeat(40);
const head = "2".repeat(40);

function hints(name: string, ref: string, payload: object = {}) {
	return readHints({ GITHUB_EVENT_NAME: name, GITHUB_REF: ref, GITHUB_SHA: merge }, { repository, ...payload });
}

test("a push to a branch, and one of a tag", () => {
	assert.deepEqual(hints("push", "refs/heads/feature/x").event, { kind: "push", branch: "feature/x" });
	assert.deepEqual(hints("push", "refs/tags/v1.2.0").event, { kind: "tag", tag: "v1.2.0" });
	assert.equal(hints("push", "refs/heads/main").revision, merge);
});

test("a pull request is its head commit, and a fork is told by its repository", () => {
	const pull = (full_name: string | null) => ({
		pull_request: {
			number: 7,
			head: { sha: head, ref: "fix", repo: full_name === null ? null : { full_name } },
			base: { ref: "main", repo: { full_name: "lucid/lucid" } },
		},
	});
	const own = hints("pull_request", "refs/pull/7/merge", pull("lucid/lucid"));
	assert.deepEqual(own.event, { kind: "pull_request", number: 7, head: "fix", base: "main", fork: false });
	assert.equal(own.revision, head);
	for (const other of ["someone/lucid", null]) {
		const { event } = hints("pull_request_target", "refs/heads/main", pull(other));
		assert.equal(event?.kind === "pull_request" && event.fork, true);
	}
});

test("a merge queue entry, a schedule and a manual run", () => {
	const queued = hints("merge_group", "refs/heads/gh-readonly-queue/main/pr-7", {
		merge_group: { head_sha: head, base_ref: "refs/heads/main" },
	});
	assert.deepEqual(queued.event, { kind: "merge_group", base: "main" });
	assert.equal(queued.revision, head);
	assert.deepEqual(hints("schedule", "refs/heads/main").event, { kind: "schedule", branch: "main" });
	assert.deepEqual(hints("workflow_dispatch", "refs/heads/main").event, { kind: "manual", branch: "main" });
	assert.deepEqual(hints("workflow_dispatch", "refs/tags/v1").event, { kind: "tag", tag: "v1" });
});

test("the repository's page, default branch and licence come along", () => {
	const { url, defaultBranch, title, description, licenses } = hints("push", "refs/heads/main");
	assert.deepEqual(
		{ url, defaultBranch, title, description, licenses },
		{
			url: "https://github.com/lucid/lucid",
			defaultBranch: "main",
			title: "lucid",
			description: "Services",
			licenses: "MIT",
		},
	);
});
