import {
	afterRun,
	type Case,
	checked,
	commented,
	deletedRef,
	deployed,
	dispatched,
	gone,
	main,
	pulled,
	pushed,
	queued,
	released,
	reviewed,
	scheduled,
	sentByApi,
	targeted,
	unheardOf,
} from "./payloads.ts";
import { type CommitName, queueRef, type Remote } from "./remote.ts";

/** One row of the table in docs/tags.md: what is shown, and how it is played. */
export interface Row {
	readonly event: string;
	readonly checkedOut: string;
	readonly branch?: string;
	readonly tag?: string;
	/** A number, or `not known` where GitHub does not say. */
	readonly pull?: number | "not known";
	readonly fork?: true;
	readonly floats: boolean;
	/** A ref was deleted: nothing is done. */
	readonly nothing?: true;
	/** A git tag whose commit is on no branch that may release. */
	readonly held?: true;
	/** The refs of the repository decide: the event does not name the commit, or a git tag releases it. */
	readonly asked?: true;
	readonly head: CommitName;
	readonly play: (remote: Remote, name: string) => Case;
}

const then = "main, then" as const;
const now = "main, now" as const;
const feature = "refs/heads/feature/x";
const on = (branch: string) => ({ branch, floats: true });
const no = { floats: false } as const;
const seven = ({ commits }: Remote) => ({ head: commits["head of 7, then"], merge: commits["merge of 7"] });
const eight = ({ commits }: Remote) => ({
	...{ head: commits["head of 8"], merge: commits["merge of 8"], number: 8 },
	...{ from: "someone/lucid", ref: "main" },
});

/** All that can happen, with what is checked out. The test and the table in docs/tags.md are made of it. */
export const rows: readonly Row[] = [
	{
		event: "push to main",
		checkedOut: "the commit that was pushed",
		...on("main"),
		head: then,
		play: (r, n) => pushed(n, main, r.commits[then]),
	},
	{
		event: "push to main",
		checkedOut: "main's head now",
		...on("main"),
		asked: true,
		head: now,
		play: (r, n) => pushed(n, main, r.commits[then]),
	},
	{
		event: "push to main",
		checkedOut: "another `ref:`",
		...no,
		asked: true,
		head: "other",
		play: (r, n) => pushed(n, main, r.commits[then]),
	},
	{
		event: "push to feature/x",
		checkedOut: "the commit that was pushed",
		...on("feature/x"),
		head: "feature, then",
		play: (r, n) => pushed(n, feature, r.commits["feature, then"]),
	},
	{
		event: "push to the branch of a merge queue",
		checkedOut: "the commit that was pushed",
		...no,
		head: "queue",
		play: (r, n) => pushed(n, queueRef, r.commits.queue),
	},
	{
		event: "push of the git tag v1.2.0",
		checkedOut: "the tag's commit",
		tag: "v1.2.0",
		floats: true,
		asked: true,
		head: then,
		play: (r, n) => pushed(n, "refs/tags/v1.2.0", r.commits[then], { base_ref: main }),
	},
	{
		event: "push of the annotated git tag v1.3.0",
		checkedOut: "the tag's commit",
		tag: "v1.3.0",
		floats: true,
		asked: true,
		head: then,
		play: (r, n) => pushed(n, "refs/tags/v1.3.0", r.commits[then], { after: r.tagObject }),
	},
	{
		event: "push of the git tag v2.0.0",
		checkedOut: "the tag's commit, on a branch of `publish_on`",
		tag: "v2.0.0",
		floats: true,
		asked: true,
		head: "feature, then",
		play: (r, n) => pushed(n, "refs/tags/v2.0.0", r.commits["feature, then"]),
	},
	{
		event: "push of the git tag v9.9.9",
		checkedOut: "the tag's commit, on another branch",
		tag: "v9.9.9",
		floats: false,
		held: true,
		asked: true,
		head: "other",
		play: (r, n) => pushed(n, "refs/tags/v9.9.9", r.commits.other),
	},
	{
		event: "push of the git tag v9.9.9",
		checkedOut: "the tag's commit, a pull request's head",
		tag: "v9.9.9",
		floats: false,
		held: true,
		asked: true,
		head: "head of 7, now",
		play: (r, n) => pushed(n, "refs/tags/v9.9.9", r.commits["head of 7, now"]),
	},
	{
		event: "push of the git tag v1.2.0",
		checkedOut: "main's head now",
		...no,
		asked: true,
		head: now,
		play: (r, n) => pushed(n, "refs/tags/v1.2.0", r.commits[then]),
	},
	{
		event: "push that deletes a branch or git tag",
		checkedOut: "main's head now",
		...no,
		nothing: true,
		head: now,
		play: (r, n) => deletedRef(n, feature, r.commits[now]),
	},
	{
		event: "delete",
		checkedOut: "main's head now",
		...no,
		nothing: true,
		head: now,
		play: (r, n) => gone(n, r.commits[now]),
	},

	{
		event: "pull_request",
		checkedOut: "its merge commit",
		pull: 7,
		...no,
		head: "merge of 7",
		play: (r, n) => pulled(n, seven(r)),
	},
	{
		event: "pull_request",
		checkedOut: "its head",
		pull: 7,
		...no,
		head: "head of 7, then",
		play: (r, n) => pulled(n, seven(r)),
	},
	{
		event: "pull_request",
		checkedOut: "its head now",
		pull: 7,
		...no,
		asked: true,
		head: "head of 7, now",
		play: (r, n) => pulled(n, seven(r)),
	},
	{
		event: "pull_request",
		checkedOut: "main's head now",
		...no,
		asked: true,
		head: now,
		play: (r, n) => pulled(n, seven(r)),
	},
	{
		event: "pull_request of a fork",
		checkedOut: "its merge commit",
		pull: 8,
		fork: true,
		...no,
		head: "merge of 8",
		play: (r, n) => pulled(n, eight(r)),
	},
	{
		event: "pull_request, closed and merged",
		checkedOut: "its merge commit, on main",
		pull: 7,
		...no,
		head: then,
		play: (r, n) => pulled(n, { ...seven(r), merge: r.commits[then], action: "closed", merged: true }),
	},
	{
		event: "pull_request, closed and not merged",
		checkedOut: "its merge commit",
		pull: 7,
		...no,
		head: "merge of 7",
		play: (r, n) => pulled(n, { ...seven(r), action: "closed" }),
	},
	{
		event: "pull_request_target",
		checkedOut: "the base: main's head now",
		fork: true,
		...no,
		asked: true,
		head: now,
		play: (r, n) => targeted(n, eight(r), r.commits[now]),
	},
	{
		event: "pull_request_target",
		checkedOut: "its head",
		pull: 8,
		fork: true,
		...no,
		head: "head of 8",
		play: (r, n) => targeted(n, eight(r), r.commits[now]),
	},
	{
		event: "pull_request_target",
		checkedOut: "its merge commit",
		pull: 8,
		fork: true,
		...no,
		head: "merge of 8",
		play: (r, n) => targeted(n, eight(r), r.commits[now]),
	},
	{
		event: "pull_request_review",
		checkedOut: "its merge commit",
		pull: 7,
		...no,
		head: "merge of 7",
		play: (r, n) => reviewed(n, "pull_request_review", seven(r)),
	},
	{
		event: "pull_request_review of a fork's",
		checkedOut: "its merge commit",
		pull: 8,
		fork: true,
		...no,
		head: "merge of 8",
		play: (r, n) => reviewed(n, "pull_request_review", eight(r)),
	},
	{
		event: "pull_request_review_comment",
		checkedOut: "its merge commit",
		pull: 7,
		...no,
		head: "merge of 7",
		play: (r, n) => reviewed(n, "pull_request_review_comment", seven(r)),
	},
	{
		event: "pull_request_review_comment",
		checkedOut: "main's head now",
		...no,
		asked: true,
		head: now,
		play: (r, n) => reviewed(n, "pull_request_review_comment", seven(r)),
	},

	{
		event: "issue_comment on an issue",
		checkedOut: "main's head",
		...on("main"),
		head: now,
		play: (r, n) => commented(n, r.commits[now], "issue"),
	},
	{
		event: "issue_comment on a pull request",
		checkedOut: "main's head",
		...on("main"),
		head: now,
		play: (r, n) => commented(n, r.commits[now], "pull request"),
	},
	{
		event: "issue_comment on a pull request",
		checkedOut: "its head now",
		pull: 7,
		fork: true,
		...no,
		asked: true,
		head: "head of 7, now",
		play: (r, n) => commented(n, r.commits[now], "pull request"),
	},
	{
		event: "issue_comment on an issue",
		checkedOut: "another `ref:`",
		...no,
		asked: true,
		head: "other",
		play: (r, n) => commented(n, r.commits[now], "issue"),
	},

	{
		event: "workflow_run after a push to main",
		checkedOut: "`head_sha`, also when main has moved since",
		...on("main"),
		head: then,
		play: (r, n) => afterRun(n, r.commits[now], { event: "push", branch: "main", head: r.commits[then] }),
	},
	{
		event: "workflow_run after a push to main that a pull request goes out from",
		checkedOut: "`head_sha`",
		...on("main"),
		head: then,
		play: (r, n) =>
			afterRun(n, r.commits[now], {
				event: "push",
				branch: "main",
				head: r.commits[then],
				pulls: [{ number: 9, head: r.commits[then], ref: "main" }],
			}),
	},
	{
		event: "workflow_run after a push to main",
		checkedOut: "main's head now",
		...on("main"),
		head: now,
		play: (r, n) => afterRun(n, r.commits[now], { event: "push", branch: "main", head: r.commits[then] }),
	},
	{
		event: "workflow_run after a push to main",
		checkedOut: "the head of a pull request",
		...no,
		asked: true,
		head: "head of 7, now",
		play: (r, n) => afterRun(n, r.commits[now], { event: "push", branch: "main", head: r.commits[now] }),
	},
	{
		event: "workflow_run after a schedule",
		checkedOut: "`head_sha`",
		...on("main"),
		head: then,
		play: (r, n) => afterRun(n, r.commits[now], { event: "schedule", branch: "main", head: r.commits[then] }),
	},
	{
		event: "workflow_run after a push to feature/x",
		checkedOut: "`head_sha`, its head now",
		...on("feature/x"),
		asked: true,
		head: "feature, now",
		play: (r, n) =>
			afterRun(n, r.commits[now], { event: "push", branch: "feature/x", head: r.commits["feature, now"] }),
	},
	{
		event: "workflow_run after a push to feature/x",
		checkedOut: "`head_sha`, which it has moved on from",
		...no,
		asked: true,
		head: "feature, then",
		play: (r, n) =>
			afterRun(n, r.commits[now], { event: "push", branch: "feature/x", head: r.commits["feature, then"] }),
	},
	{
		event: "workflow_run after a push of the git tag v1.3.0",
		checkedOut: "`head_sha`",
		tag: "v1.3.0",
		floats: true,
		asked: true,
		head: then,
		play: (r, n) => afterRun(n, r.commits[now], { event: "push", branch: "v1.3.0", head: r.commits[then] }),
	},
	{
		event: "workflow_run after a pull_request",
		checkedOut: "`head_sha`",
		pull: 7,
		...no,
		head: "head of 7, then",
		play: (r, n) =>
			afterRun(n, r.commits[now], {
				event: "pull_request",
				branch: "fix/it",
				head: r.commits["head of 7, then"],
				pulls: [{ number: 7, head: r.commits["head of 7, then"], ref: "fix/it" }],
			}),
	},
	{
		event: "workflow_run after a pull_request",
		checkedOut: "main's head: no `ref:`",
		...no,
		asked: true,
		head: now,
		play: (r, n) =>
			afterRun(n, r.commits[now], {
				event: "pull_request",
				branch: "fix/it",
				head: r.commits["head of 7, then"],
				pulls: [{ number: 7, head: r.commits["head of 7, then"], ref: "fix/it" }],
			}),
	},
	{
		event: "workflow_run after a pull_request_review",
		checkedOut: "`head_sha`",
		pull: "not known",
		...no,
		head: "head of 7, then",
		play: (r, n) =>
			afterRun(n, r.commits[now], {
				event: "pull_request_review",
				branch: "fix/it",
				head: r.commits["head of 7, then"],
			}),
	},
	{
		event: "workflow_run after a pull_request of a fork's main",
		checkedOut: "`head_sha`",
		pull: "not known",
		fork: true,
		...no,
		head: "head of 8",
		play: (r, n) =>
			afterRun(n, r.commits[now], {
				event: "pull_request",
				branch: "main",
				head: r.commits["head of 8"],
				from: "someone/lucid",
			}),
	},
	{
		event: "workflow_run after a pull_request of a fork's main",
		checkedOut: "main's head: no `ref:`",
		fork: true,
		...no,
		head: now,
		play: (r, n) =>
			afterRun(n, r.commits[now], {
				event: "pull_request",
				branch: "main",
				head: r.commits["head of 8"],
				from: "someone/lucid",
			}),
	},
	{
		event: "workflow_run after an unknown event",
		checkedOut: "`head_sha`",
		...no,
		asked: true,
		head: then,
		play: (r, n) => afterRun(n, r.commits[now], { event: "comet_sighted", branch: "main", head: r.commits[then] }),
	},

	{
		event: "repository_dispatch",
		checkedOut: "main's head",
		...on("main"),
		head: now,
		play: (r, n) => sentByApi(n, r.commits[now]),
	},
	{
		event: "repository_dispatch",
		checkedOut: "another `ref:`",
		...no,
		asked: true,
		head: "other",
		play: (r, n) => sentByApi(n, r.commits[now]),
	},
	{
		event: "workflow_dispatch on feature/x",
		checkedOut: "its head",
		...on("feature/x"),
		head: "feature, then",
		play: (r, n) => dispatched(n, feature, r.commits["feature, then"]),
	},
	{
		event: "workflow_dispatch on the git tag v1.2.0",
		checkedOut: "the tag's commit",
		tag: "v1.2.0",
		floats: true,
		asked: true,
		head: then,
		play: (r, n) => dispatched(n, "refs/tags/v1.2.0", r.commits[then]),
	},
	{
		event: "workflow_dispatch on the annotated git tag v1.3.0",
		checkedOut: "the tag's commit",
		tag: "v1.3.0",
		floats: true,
		asked: true,
		head: then,
		play: (r, n) => dispatched(n, "refs/tags/v1.3.0", r.tagObject),
	},
	{
		event: "workflow_dispatch on main",
		checkedOut: "another `ref:`",
		...no,
		asked: true,
		head: "other",
		play: (r, n) => dispatched(n, main, r.commits[now]),
	},
	{
		event: "merge_group",
		checkedOut: "its commit",
		...no,
		head: "queue",
		play: (r, n) => queued(n, r.commits.queue, queueRef),
	},
	{
		event: "release of v1.2.0",
		checkedOut: "the tag's commit",
		tag: "v1.2.0",
		floats: true,
		asked: true,
		head: then,
		play: (r, n) => released(n, "v1.2.0", r.commits[then]),
	},
	{
		event: "release of v1.2.0",
		checkedOut: "main's head now",
		...no,
		asked: true,
		head: now,
		play: (r, n) => released(n, "v1.2.0", r.commits[then]),
	},
	{
		event: "schedule",
		checkedOut: "main's head",
		...on("main"),
		head: now,
		play: (r, n) => scheduled(n, r.commits[now]),
	},
	{
		event: "schedule",
		checkedOut: "another `ref:`",
		...no,
		asked: true,
		head: "other",
		play: (r, n) => scheduled(n, r.commits[now]),
	},
	{
		event: "check_suite",
		checkedOut: "main's head",
		...on("main"),
		head: now,
		play: (r, n) => checked(n, r.commits[now], r.commits.other),
	},
	{
		event: "check_suite",
		checkedOut: "its `head_sha`",
		...no,
		asked: true,
		head: "other",
		play: (r, n) => checked(n, r.commits[now], r.commits.other),
	},
	{
		event: "deployment of main",
		checkedOut: "its commit",
		...on("main"),
		head: then,
		play: (r, n) => deployed(n, main, r.commits[then]),
	},
	{
		event: "deployment of the git tag v1.2.0",
		checkedOut: "its commit",
		tag: "v1.2.0",
		floats: true,
		asked: true,
		head: then,
		play: (r, n) => deployed(n, "refs/tags/v1.2.0", r.commits[then]),
	},
	{
		event: "deployment of a commit",
		checkedOut: "its commit",
		...no,
		head: then,
		play: (r, n) => deployed(n, "", r.commits[then]),
	},
	{
		event: "an unknown event",
		checkedOut: "main's head",
		...no,
		head: now,
		play: (r, n) => unheardOf(n, r.commits[now]),
	},
];

/** The rows as docs/tags.md shows them. */
export function shownRows(): string {
	const cells = rows.map(({ event, checkedOut, branch, tag, pull, floats, nothing }) =>
		nothing
			? [event, checkedOut, "", "", "", "", "nothing is done"]
			: [
					...[event, checkedOut, branch ?? "", tag ?? "", pull === undefined ? "" : `${pull}`],
					...["that commit", floats ? "yes" : "no"],
				],
	);
	const title = ["event", "checked out", "branch", "git tag", "pull request", "revision", "may float"];
	const widths = title.map((text, i) => Math.max(text.length, ...cells.map((row) => row[i]?.length ?? 0)));
	const line = (row: readonly string[]) => `| ${row.map((text, i) => text.padEnd(widths[i] ?? 0)).join(" | ")} |`;
	return [line(title), `| ${widths.map((n) => "-".repeat(n)).join(" | ")} |`, ...cells.map(line)].join("\n");
}
