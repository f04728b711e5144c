import { z } from "zod";
import type { Infer } from "../../util/json.ts";

/** The event of this run. It decides which tags apply. */
const runEventSchema = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("push"), branch: z.string() }),
	z.object({ kind: z.literal("tag"), tag: z.string(), base: z.string().exactOptional() }),
	z.object({
		kind: z.literal("pull_request"),
		/** Unknown for a workflow_run of a fork's pull request. */
		number: z.number().exactOptional(),
		head: z.string(),
		base: z.string(),
		fork: z.boolean(),
		/** The head commit, even if GitHub's merge commit is checked out. */
		headRevision: z.string().exactOptional(),
	}),
	z.object({ kind: z.literal("merge_group"), base: z.string() }),
	z.object({ kind: z.literal("schedule"), branch: z.string() }),
	z.object({ kind: z.literal("manual"), branch: z.string().exactOptional() }),
	z.object({ kind: z.literal("commit") }),
]);
export type RunEvent = Infer<typeof runEventSchema>;

/** Why a run moves no floating tag, publishes no version and writes no tag of a pull request, and the fix. */
const holdSchema = z.object({ why: z.string(), fix: z.string() });
export type Hold = Infer<typeof holdSchema>;

/** The commit to build and its metadata. Without git, the revision is `manual-build`. */
export const sourceSchema = z.object({
	revision: z.string(),
	/** RFC 3339, UTC: the commit's date. */
	committedAt: z.string(),
	/** RFC 3339: overrides the commit's date in tags, labels and BUILD_DATE, but not in layers. */
	date: z.string().exactOptional(),
	/** Whether the working tree has uncommitted changes. */
	dirty: z.boolean(),
	event: runEventSchema,
	/** If set, no floating tag moves and no version is published. */
	hold: holdSchema.exactOptional(),
	/** The run builds a fork's code, although `event` is not a fork's pull request. */
	fromFork: z.literal(true).exactOptional(),
	defaultBranch: z.string().exactOptional(),
	/** HTTPS URL of the repository. */
	url: z.string().exactOptional(),
	/** GitHub's number of the repository with its host, `github.com/1296269`: it stays after a rename. */
	repositoryId: z.string().exactOptional(),
	title: z.string().exactOptional(),
	description: z.string().exactOptional(),
	licenses: z.string().exactOptional(),
});
export type Source = Infer<typeof sourceSchema>;

/** The ref of this run's floating tags: `refs/heads/main`, `refs/pull/7/head`. Undefined for git tags. */
export function branchRef({ event, hold }: Pick<Source, "event" | "hold">): string | undefined {
	if (hold !== undefined) return undefined;
	if (event.kind === "pull_request") return event.number === undefined ? undefined : `refs/pull/${event.number}/head`;
	const branch =
		event.kind === "push" || event.kind === "schedule" || event.kind === "manual" ? event.branch : undefined;
	return branch === undefined ? undefined : `refs/heads/${branch}`;
}

export const isPullRequestRef = (ref: string | undefined): boolean => ref?.startsWith("refs/pull/") === true;

/** `refs/heads/main` -> `main`, `refs/pull/7/head` -> `pull request 7`. */
export const formatRef = (ref: string): string =>
	ref.replace(/^refs\/heads\//, "").replace(/^refs\/pull\/(\d+)\/head$/, "pull request $1");

export const noGitRevision = "manual-build";

/** Whether the run is proven to be on the default branch. False if that branch is not known. */
export function isOnDefaultBranch({ event, hold, defaultBranch }: Source): boolean {
	const branch = "branch" in event ? event.branch : undefined;
	return hold === undefined && branch !== undefined && branch === defaultBranch;
}

/** Whether this run may move floating tags and publish versions. */
export function mayMoveFloatingTags({ event, hold }: Pick<Source, "event" | "hold">): boolean {
	return hold === undefined && !["pull_request", "merge_group", "commit"].includes(event.kind);
}

/** Whether a pull request may move its own tags: `pr-7`. */
export function mayMovePullRequestTags(source: Pick<Source, "event" | "hold" | "fromFork">): boolean {
	return source.event.kind === "pull_request" && source.hold === undefined && !isFromFork(source);
}

/** Whether the run builds a fork's code. It then writes nothing that other runs trust. */
export function isFromFork({ event, fromFork }: Pick<Source, "event" | "fromFork">): boolean {
	return fromFork === true || (event.kind === "pull_request" && event.fork);
}

/** The same commit as a push to the default branch. */
export function asPushToDefaultBranch({ hold: _, ...source }: Source): Source {
	return { ...source, event: { kind: "push", branch: source.defaultBranch ?? "main" } };
}
