import type { RunEvent } from "../../model/documents/source.ts";
import { defined } from "../../util/defined.ts";
import type { Env } from "../../util/env.ts";
import { readObject, readString } from "../../util/json.ts";

export type Json = Readonly<Record<string, unknown>>;

/** A possible subject of an event, and the commits that prove it. */
export interface EventClaim {
	readonly event: RunEvent;
	/** Commits in the payload; any of them proves it. */
	readonly commits: readonly string[];
	/** Full refs of the repository; their current commits prove it, too. */
	readonly refs: readonly string[];
}

/** Content of an event payload. */
export interface EventInfo {
	/** The first one that the checkout proves counts. */
	readonly claims: readonly EventClaim[];
	/** Second half of a reason: "the event `push` is about branch main at 4f1c2aa9e0b7". */
	readonly about: string;
	/** The fix if something else is checked out. */
	readonly fix: string;
	/** The deleted branch or git tag: nothing to build. */
	readonly deleted?: string;
}

/** Events whose GITHUB_REF and GITHUB_SHA are always the default branch and its last commit. */
const onDefaultBranch = [
	...["branch_protection_rule", "check_run", "check_suite", "discussion", "discussion_comment", "fork", "gollum"],
	...["image_version", "issue_comment", "issues", "label", "milestone", "page_build", "public", "repository_dispatch"],
	...["status", "watch"],
];
/** Events whose GITHUB_REF is their branch or git tag, and GITHUB_SHA its commit. */
const onRef = ["create", "deployment", "deployment_status", "release", "workflow_dispatch"];

const noRef = "leave out `ref` and `repository` of actions/checkout, or start the workflow on what is checked out";

/**
 * Reads an event by its fields, https://docs.github.com/en/webhooks/webhook-events-and-payloads, and GITHUB_REF and
 * GITHUB_SHA, https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows.
 * A called workflow has the event of its caller.
 */
export function readGitHubEvent(env: Env, payload: Json): EventInfo {
	const { GITHUB_EVENT_NAME: name = "", GITHUB_REF: ref = "", GITHUB_SHA: sha } = env;
	switch (name) {
		case "push": {
			const pushed = readString(payload.ref) ?? ref;
			const commits = unique(readString(payload.after), readString(readFields(payload.head_commit).id), sha);
			const info = infoOf("`push`", atRef(pushed, commits, { kind: "push", base: payload.base_ref }), noRef);
			return payload.deleted === true ? { ...info, deleted: shortRef(pushed) } : info;
		}
		case "delete":
			return {
				...infoOf("`delete`", [], noRef),
				deleted: `${payload.ref_type === "tag" ? "git tag" : "branch"} ${readString(payload.ref)}`,
			};
		case "pull_request":
		case "pull_request_review":
		case "pull_request_review_comment":
			return infoOf(`\`${name}\``, pull(payload, ref, sha), pullFix);
		case "pull_request_target":
			// GITHUB_SHA is that of the default branch, not of the pull request.
			return infoOf(`\`${name}\``, pull(payload, ref), targetFix);
		case "merge_group": {
			const group = readFields(payload.merge_group);
			const event: RunEvent = { kind: "merge_group", base: branchOf(group.base_ref) ?? "" };
			const claim = {
				event,
				commits: unique(readString(group.head_sha), sha),
				refs: unique(readString(group.head_ref) ?? ref),
			};
			return infoOf("`merge_group`", [claim], noRef);
		}
		case "schedule":
			return infoOf("`schedule`", atRef(ref, unique(sha), { kind: "schedule" }), noRef);
		case "workflow_run":
			return workflowRun(payload, env);
		case "issue_comment":
			return infoOf("`issue_comment`", [...atRef(ref, unique(sha)), ...commented(payload)], noRef);
		case "release": {
			const tag = readString(readFields(payload.release).tag_name);
			return infoOf("`release`", atRef(tag === undefined ? ref : `refs/tags/${tag}`, unique(sha)), noRef);
		}
		case "registry_package":
			// The commit in the payload comes from the package, which is not trusted.
			return infoOf(`\`${name}\``, atRef(ref, []), noRef);
		default:
			if (onDefaultBranch.includes(name) || onRef.includes(name))
				return infoOf(`\`${name}\``, atRef(ref, unique(sha)), noRef);
			return { claims: [], about: `the event ${JSON.stringify(name)} is unknown`, fix: unknownFix };
	}
}

const unknownFix = "start the workflow by push, schedule or workflow_dispatch, or update this action";
const pullFix = "leave out `ref` of actions/checkout, or set it to `github.event.pull_request.head.sha`";
const targetFix =
	"use the event pull_request; or set `ref` of actions/checkout to `github.event.pull_request.head.sha`, only if you " +
	"trust that code: it runs with the rights of this repository";
const runFix = "set `ref` of actions/checkout to `github.event.workflow_run.head_sha`, or start the workflow by a push";

function infoOf(name: string, claims: readonly EventClaim[], fix: string): EventInfo {
	const [first] = claims;
	if (first === undefined)
		return { claims, about: `the event ${name} is about no branch or git tag`, fix: "start the workflow on one" };
	const at = first.commits[0] === undefined ? "" : ` at ${first.commits[0].slice(0, 12)}`;
	return { claims, about: `the event ${name} is about ${shortEvent(first.event)}${at}`, fix };
}

interface RefEvent {
	readonly kind: "push" | "schedule" | "manual";
	/** Of a git tag: its branch. */
	readonly base?: unknown;
}

/** Claims for a branch or git tag. A branch of a merge queue counts as merge_group, never as a push. */
function atRef(
	ref: string,
	commits: readonly string[],
	{ kind, base }: RefEvent = { kind: "manual" },
): readonly EventClaim[] {
	const claim = (event: RunEvent): readonly EventClaim[] => [{ event, commits, refs: [ref] }];
	const queue = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-[^/]*$/.exec(ref)?.[1];
	if (queue !== undefined) return claim({ kind: "merge_group", base: queue });
	const [, type, name] = /^refs\/(heads|tags)\/(.+)$/.exec(ref) ?? [];
	if (name === undefined) return [];
	if (type === "heads") return claim({ kind, branch: name });
	const from = branchOf(base);
	return claim({ kind: "tag", tag: name, ...defined({ base: from }) });
}

const branchOf = (ref: unknown) => readString(ref)?.replace("refs/heads/", "");

/** Claims for a pull request: its head or its merge commit. */
function pull(payload: Json, ref: string, merge?: string): readonly EventClaim[] {
	const request = readFields(payload.pull_request);
	const [head, base] = [readFields(request.head), readFields(request.base)];
	const parsed = typeof request.number === "number" ? request.number : Number(/^refs\/pull\/(\d+)\//.exec(ref)?.[1]);
	const number = Number.isSafeInteger(parsed) ? parsed : undefined;
	const headRevision = readString(head.sha);
	const event: RunEvent = {
		kind: "pull_request",
		...defined({ number }),
		head: readString(head.ref) ?? "",
		base: readString(base.ref) ?? "",
		// `repo` is null if it was deleted: then it counts as a fork.
		fork:
			head.repo == null || readString(readFields(head.repo).full_name) !== readString(readFields(base.repo).full_name),
		...defined({ headRevision }),
	};
	return [
		{ event, commits: unique(headRevision, readString(request.merge_commit_sha), merge), refs: pullRefs(number) },
	];
}

const pullRefs = (number: number | undefined) =>
	number === undefined ? [] : [`refs/pull/${number}/head`, `refs/pull/${number}/merge`];

/** The pull request of a comment. It counts as a fork's, because the payload does not say. */
function commented(payload: Json): readonly EventClaim[] {
	const { number, pull_request: request } = readFields(payload.issue);
	if (typeof number !== "number" || request == null) return [];
	const event: RunEvent = { kind: "pull_request", number, head: "", base: "", fork: true };
	return [{ event, commits: [], refs: pullRefs(number) }];
}

/**
 * The subject of the run that triggered this one. `pull_requests` does not decide: it is empty for forks, and for a
 * push it lists pull requests from that branch.
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run
 */
function workflowRun(payload: Json, { GITHUB_REF: ref = "", GITHUB_SHA: sha }: Env): EventInfo {
	const run = readFields(payload.workflow_run);
	const repository = readFields(payload.repository);
	const [cause, branch, head] = [readString(run.event) ?? "", readString(run.head_branch), readString(run.head_sha)];
	const about = `\`workflow_run\`, after \`${cause}\`,`;
	const headRepository = readString(readFields(run.head_repository).full_name);
	const fork = headRepository === undefined || headRepository !== readString(repository.full_name);
	if (fork || cause.startsWith("pull_request")) return infoOf(about, [pullOfRun(run, fork)], runFix);
	if (branch === undefined) return infoOf(about, [], runFix);
	const isDefault = branch === readString(repository.default_branch);
	const isKnownCause = ["push", "schedule", "merge_group", "workflow_run", ...onRef, ...onDefaultBranch].includes(
		cause,
	);
	const kind = cause === "push" ? "push" : "manual";
	const inQueue = branch.startsWith("gh-readonly-queue/");
	// head_branch may also be a git tag, so for other names the refs of the repository decide.
	const commits =
		isKnownCause && (isDefault || inQueue) ? unique(head, ref === `refs/heads/${branch}` ? sha : undefined) : [];
	const tag = isDefault || inQueue ? [] : atRef(`refs/tags/${branch}`, []);
	return infoOf(about, [...atRef(`refs/heads/${branch}`, commits, { kind }), ...tag], runFix);
}

function pullOfRun(run: Json, fork: boolean): EventClaim {
	const headRevision = readString(run.head_sha);
	const pullRequests = (Array.isArray(run.pull_requests) ? run.pull_requests : []).map(readFields);
	const matching = pullRequests.filter(
		({ head }) => headRevision !== undefined && readFields(head).sha === headRevision,
	);
	// Two pull requests with the same head are ambiguous.
	const [only] = matching.length === 1 ? matching : [];
	const number = typeof only?.number === "number" ? only.number : undefined;
	const event: RunEvent = {
		...{ kind: "pull_request", ...defined({ number }) },
		...{ head: readString(run.head_branch) ?? "", base: readString(readFields(only?.base).ref) ?? "", fork },
		...defined({ headRevision }),
	};
	return { event, commits: unique(headRevision), refs: pullRefs(number) };
}

const shortRef = (ref: string) => ref.replace(/^refs\/heads\//, "branch ").replace(/^refs\/tags\//, "git tag ");

function shortEvent(event: RunEvent): string {
	switch (event.kind) {
		case "tag":
			return `git tag ${event.tag}`;
		case "pull_request":
			return event.number === undefined ? "a pull request" : `pull request ${event.number}`;
		case "merge_group":
			return `the merge queue of ${event.base}`;
		case "commit":
			return "no branch";
		default:
			return `branch ${event.branch}`;
	}
}

const unique = (...values: readonly (string | undefined)[]): readonly string[] => [
	...new Set(values.filter((value) => value !== undefined)),
];

/** Fields of an object; none for any other value. */
export const readFields = (value: unknown): Json => readObject(value) ?? {};
