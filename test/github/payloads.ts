/**
 * Event payloads as GitHub documents them (https://docs.github.com/en/webhooks/webhook-events-and-payloads), reduced to
 * the fields that distinguish events, and the variables of the runner
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows).
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

export interface Case {
	readonly name: string;
	readonly env: Readonly<Record<string, string>>;
	readonly payload: object;
}

const on = (name: string, event: string, { ref, sha }: { ref: string; sha: string }, payload: object): Case => ({
	name,
	env: { GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_SHA: sha, GITHUB_REPOSITORY: "lucid/lucid" },
	payload: { ...common, ...payload },
});

export const main = "refs/heads/main";

/** `after` of an annotated tag is the tag object. A deleted ref has no commit; GITHUB_SHA is the default branch's. */
export function pushed(
	name: string,
	ref: string,
	sha: string,
	more: { after?: string; [key: string]: unknown } = {},
): Case {
	return on(
		name,
		"push",
		{ ref, sha: more.after ?? sha },
		{
			ref,
			before: base,
			after: sha,
			base_ref: null,
			created: false,
			deleted: false,
			forced: false,
			compare: "https://github.com/lucid/lucid/compare/333...222",
			commits: [commit(sha)],
			head_commit: commit(sha),
			pusher: { name: "someone", email: "someone@example.com" },
			...more,
		},
	);
}

export const deletedRef = (name: string, ref: string, sha: string): Case => {
	const { env, payload } = pushed(name, ref, sha, { deleted: true, commits: [], head_commit: null });
	return { name, env, payload: { ...payload, after: zero } };
};

const repositoryOf = (fullName: string | null) =>
	fullName === null ? null : { ...repository, full_name: fullName, fork: fullName !== "lucid/lucid" };

export interface Pull {
	readonly head: string;
	readonly merge: string;
	readonly base?: string;
	readonly number?: number;
	/** Of the head's repository: null once a fork is deleted. */
	readonly from?: string | null;
	readonly ref?: string;
	readonly action?: string;
	readonly merged?: boolean;
}

const requestOf = ({
	head,
	merge,
	number = 7,
	from = "lucid/lucid",
	ref = "fix/it",
	merged = false,
	...more
}: Pull) => ({
	id: 279147437,
	number,
	state: more.action === "closed" ? "closed" : "open",
	title: "Fix",
	merge_commit_sha: merge,
	merged,
	head: { label: `someone:${ref}`, ref, sha: head, repo: repositoryOf(from) },
	base: { label: "lucid:main", ref: "main", sha: more.base ?? base, repo: repository },
});

/** Merged, GITHUB_REF and GITHUB_SHA are those of the branch that it was merged into. */
export function pulled(name: string, pull: Pull): Case {
	const { head, merge, number = 7, action = "synchronize", merged = false } = pull;
	const ref = merged ? main : `refs/pull/${number}/merge`;
	return on(
		name,
		"pull_request",
		{ ref, sha: merge },
		{
			action,
			number,
			before: base,
			after: head,
			pull_request: requestOf(pull),
		},
	);
}

/** Since December 2025 always with the default branch and its last commit. */
export const targeted = (name: string, pull: Pull, sha: string): Case =>
	on(
		name,
		"pull_request_target",
		{ ref: main, sha },
		{
			action: "opened",
			number: pull.number ?? 7,
			pull_request: requestOf(pull),
		},
	);

/** The payload's pull request has no `merged`. */
export function reviewed(name: string, event: "pull_request_review" | "pull_request_review_comment", pull: Pull): Case {
	const { merged: _, ...request } = requestOf(pull);
	const about =
		event === "pull_request_review"
			? { action: "submitted", review: { id: 1, state: "approved", commit_id: pull.head, body: null } }
			: { action: "created", comment: { id: 1, path: "api/main.py", commit_id: pull.head, body: "Why?" } };
	return on(
		name,
		event,
		{ ref: `refs/pull/${pull.number ?? 7}/merge`, sha: pull.merge },
		{ ...about, pull_request: request },
	);
}

/** Of a comment on an issue, or on a pull request, which is an issue with one more field. */
export const commented = (name: string, sha: string, where: "issue" | "pull request"): Case =>
	on(
		name,
		"issue_comment",
		{ ref: main, sha },
		{
			action: "created",
			issue: {
				number: 7,
				title: "Fix",
				state: "open",
				...(where === "pull request" && { pull_request: { url: "https://api.github.com/repos/lucid/lucid/pulls/7" } }),
			},
			comment: { id: 1, body: "/build" },
		},
	);

export interface Ran {
	/** What started the workflow that ended. */
	readonly event: string;
	readonly branch: string | null;
	readonly head: string;
	readonly from?: string;
	/** Open pull requests whose head it is, of this repository only. */
	readonly pulls?: readonly { readonly number: number; readonly head: string; readonly ref: string }[];
}

/** GITHUB_REF and GITHUB_SHA are always the default branch's. */
export const afterRun = (
	name: string,
	sha: string,
	{ event, branch, head, from = "lucid/lucid", pulls = [] }: Ran,
): Case =>
	on(
		name,
		"workflow_run",
		{ ref: main, sha },
		{
			action: "completed",
			workflow: { id: 1, name: "CI", path: ".github/workflows/ci.yml", state: "active" },
			workflow_run: {
				id: 2,
				name: "CI",
				event,
				status: "completed",
				conclusion: "success",
				head_branch: branch,
				head_sha: head,
				head_commit: commit(head),
				head_repository: repositoryOf(from),
				repository,
				pull_requests: pulls.map(({ number, head: id, ref }) => ({
					id: number,
					number,
					url: `https://api.github.com/repos/lucid/lucid/pulls/${number}`,
					head: { ref, sha: id, repo: { id: 1296269, name: "lucid" } },
					base: { ref: "main", sha: base, repo: { id: 1296269, name: "lucid" } },
				})),
			},
		},
	);

export const queued = (name: string, sha: string, ref: string): Case =>
	on(
		name,
		"merge_group",
		{ ref, sha },
		{
			action: "checks_requested",
			merge_group: { head_sha: sha, head_ref: ref, base_sha: base, base_ref: main, head_commit: commit(sha) },
		},
	);

export const dispatched = (name: string, ref: string, sha: string): Case =>
	on(name, "workflow_dispatch", { ref, sha }, { inputs: { level: "1" }, workflow: ".github/workflows/build.yml", ref });

export const scheduled = (name: string, sha: string): Case =>
	on(name, "schedule", { ref: main, sha }, { schedule: "17 3 * * *", workflow: ".github/workflows/nightly.yml" });

export const released = (name: string, tag: string, sha: string): Case =>
	on(
		name,
		"release",
		{ ref: `refs/tags/${tag}`, sha },
		{
			action: "published",
			release: {
				id: 1,
				tag_name: tag,
				target_commitish: "main",
				name: tag.slice(1),
				draft: false,
				prerelease: false,
				html_url: `https://github.com/lucid/lucid/releases/tag/${tag}`,
			},
		},
	);

export const sentByApi = (name: string, sha: string): Case =>
	on(
		name,
		"repository_dispatch",
		{ ref: main, sha },
		{ action: "deploy", branch: "main", client_payload: { ref: "main" } },
	);

/** About a commit of any branch; GITHUB_REF and GITHUB_SHA are the default branch's. */
export const checked = (name: string, sha: string, head: string): Case =>
	on(
		name,
		"check_suite",
		{ ref: main, sha },
		{
			action: "completed",
			check_suite: { id: 1, head_branch: "main", head_sha: head, conclusion: "success", pull_requests: [] },
		},
	);

/** By commit there is no GITHUB_REF. */
export const deployed = (name: string, ref: string, sha: string): Case =>
	on(
		name,
		"deployment",
		{ ref, sha },
		{
			action: "created",
			deployment: {
				id: 1,
				sha,
				ref: ref === "" ? sha : ref.replace(/^refs\/\w+\//, ""),
				task: "deploy",
				environment: "production",
			},
		},
	);

export const gone = (name: string, sha: string): Case =>
	on(name, "delete", { ref: main, sha }, { ref: "v1.2.0", ref_type: "tag", pusher_type: "user" });

export const unheardOf = (name: string, sha: string): Case =>
	on(name, "comet_sighted", { ref: main, sha }, { action: "seen" });

export const cases = {
	push: pushed("a push to the default branch", main, head),
	branch: pushed("a push to another branch", "refs/heads/feature/x", head),
	pull: pulled("a pull request", { head, merge }),
	fork: pulled("a pull request of a fork", { head, merge, from: "someone/lucid" }),
	orphan: pulled("a pull request of a fork that is gone", { head, merge, from: null }),
	target: targeted("pull_request_target", { head, merge, from: "someone/lucid" }, base),
	schedule: scheduled("a schedule", head),
} as const satisfies Readonly<Record<string, Case>>;

/** A called workflow gets its caller's event: the same name, ref and payload. */
export const called = (one: Case): Case => ({
	...one,
	env: { ...one.env, GITHUB_WORKFLOW_REF: "lucid/lucid/.github/workflows/caller.yml@refs/heads/main" },
});
