/**
 * Event payloads of the shape that GitHub documents (https://docs.github.com/en/webhooks/webhook-events-and-payloads), cut down to what tells the events
 * apart and what is easily mistaken; and what a runner sets beside them (https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows).
 */
export const head = "2222222222222222222222222222222222222222";
export const merge = "1111111111111111111111111111111111111111";
export const base = "3333333333333333333333333333333333333333";
export const tagObject = "4444444444444444444444444444444444444444";
const zero = "0".repeat(40);

const repository = {
	id: 1296269,
	name: "lucid",
	full_name: "lucid/lucid",
	private: false,
	owner: { login: "lucid", id: 1, type: "Organization" },
	html_url: "https://github.com/lucid/lucid",
	description: "Services",
	fork: false,
	license: { key: "mit", name: "MIT License", spdx_id: "MIT", url: "https://api.github.com/licenses/mit" },
	default_branch: "main",
};
const sender = { login: "someone", id: 2, type: "User" };
const common = { repository, sender, organization: { login: "lucid", id: 1 } };
const commit = (id: string) => ({
	id,
	tree_id: "5".repeat(40),
	distinct: true,
	message: "Change a thing",
	timestamp: "2025-10-24T15:51:32+02:00",
	author: { name: "Someone", email: "someone@example.com", username: "someone" },
	added: [],
	removed: [],
	modified: ["api/main.py"],
});

const push = (ref: string, more: object = {}) => ({
	...common,
	ref,
	before: base,
	after: head,
	base_ref: null,
	created: false,
	deleted: false,
	forced: false,
	compare: "https://github.com/lucid/lucid/compare/333...222",
	commits: [commit(head)],
	head_commit: commit(head),
	pusher: { name: "someone", email: "someone@example.com" },
	...more,
});

/** `repo` of the head is null once a fork is deleted. */
const pull = (headRepository: string | null) => ({
	...common,
	action: "synchronize",
	number: 7,
	before: base,
	after: head,
	pull_request: {
		id: 279147437,
		number: 7,
		state: "open",
		title: "Fix",
		merge_commit_sha: merge,
		merged: false,
		head: {
			label: "someone:fix/it",
			ref: "fix/it",
			sha: head,
			repo:
				headRepository === null
					? null
					: { ...repository, full_name: headRepository, fork: headRepository !== "lucid/lucid" },
		},
		base: { label: "lucid:main", ref: "main", sha: base, repo: repository },
	},
});

export interface Case {
	readonly name: string;
	readonly env: Readonly<Record<string, string>>;
	readonly payload: object;
}

const on = (name: string, event: string, ref: string, sha: string, payload: object): Case => ({
	name,
	env: { GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_SHA: sha, GITHUB_REPOSITORY: "lucid/lucid" },
	payload,
});

const dispatch = { ...common, inputs: { level: "1" }, workflow: ".github/workflows/build.yml" };

export const cases = {
	push: on("a push to the default branch", "push", "refs/heads/main", head, push("refs/heads/main")),
	branch: on("a push to another branch", "push", "refs/heads/feature/x", head, push("refs/heads/feature/x")),
	tag: on(
		"a git tag",
		"push",
		"refs/tags/v1.2.0",
		head,
		push("refs/tags/v1.2.0", { created: true, before: zero, base_ref: "refs/heads/main" }),
	),
	annotated: on(
		"an annotated git tag, whose own object is what was pushed",
		"push",
		"refs/tags/v1.2.0",
		tagObject,
		push("refs/tags/v1.2.0", { created: true, before: zero, after: tagObject, commits: [] }),
	),
	pull: on("a pull request", "pull_request", "refs/pull/7/merge", merge, pull("lucid/lucid")),
	fork: on("a pull request of a fork", "pull_request", "refs/pull/7/merge", merge, pull("someone/lucid")),
	orphan: on("a pull request of a fork that is gone", "pull_request", "refs/pull/7/merge", merge, pull(null)),
	target: on("pull_request_target", "pull_request_target", "refs/heads/main", base, pull("someone/lucid")),
	schedule: on("a schedule", "schedule", "refs/heads/main", head, {
		schedule: "17 3 * * *",
		workflow: ".github/workflows/nightly.yml",
		...common,
	}),
	dispatch: on("a manual run on a branch", "workflow_dispatch", "refs/heads/main", head, {
		...dispatch,
		ref: "refs/heads/main",
	}),
	dispatchTag: on("a manual run on a tag", "workflow_dispatch", "refs/tags/v1.2.0", head, {
		...dispatch,
		ref: "refs/tags/v1.2.0",
	}),
	queue: on("a merge queue", "merge_group", "refs/heads/gh-readonly-queue/main/pr-7-3333333", head, {
		...common,
		action: "checks_requested",
		merge_group: {
			head_sha: head,
			head_ref: "refs/heads/gh-readonly-queue/main/pr-7-3333333",
			base_sha: base,
			base_ref: "refs/heads/main",
			head_commit: commit(head),
		},
	}),
	release: on("a release", "release", "refs/tags/v1.2.0", head, {
		...common,
		action: "published",
		release: {
			id: 1,
			tag_name: "v1.2.0",
			target_commitish: "main",
			name: "1.2.0",
			draft: false,
			prerelease: false,
			html_url: "https://github.com/lucid/lucid/releases/tag/v1.2.0",
		},
	}),
} as const satisfies Readonly<Record<string, Case>>;

/** A called workflow is told of its caller's event: the same name, ref and payload, and nothing that says it was called. */
export const called = (one: Case): Case => ({
	...one,
	env: { ...one.env, GITHUB_WORKFLOW_REF: "lucid/lucid/.github/workflows/caller.yml@refs/heads/main" },
});
