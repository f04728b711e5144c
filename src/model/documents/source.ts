/** What happened that made this run; decides which tags apply. */
export type RunEvent =
	| { readonly kind: "push"; readonly branch: string }
	/** `base` is the branch that it was pushed from, where GitHub says so. */
	| { readonly kind: "tag"; readonly tag: string; readonly base?: string }
	| {
			readonly kind: "pull_request";
			/** Not known where GitHub does not say: a workflow_run that a fork's pull request caused. */
			readonly number?: number;
			readonly head: string;
			readonly base: string;
			readonly fork: boolean;
			/** The head commit, also where GitHub's merge of it is checked out. */
			readonly headRevision?: string;
	  }
	| { readonly kind: "merge_group"; readonly base: string }
	| { readonly kind: "schedule"; readonly branch: string }
	| { readonly kind: "manual"; readonly branch?: string }
	/** The commit that is checked out is not the event's: it belongs to no branch, git tag or pull request. */
	| { readonly kind: "commit" };

/** Why a run moves no floating tag and writes no version, and what to do about it. */
export interface Hold {
	readonly why: string;
	readonly fix: string;
}

/** The commit that is built, and what is known about it. Without git the revision is `manual-build`. */
export interface Source {
	readonly revision: string;
	/** RFC 3339, UTC: the commit's own date, never the clock's. */
	readonly committedAt: string;
	/** RFC 3339: asked for in place of the commit's date, for tags, labels and BUILD_DATE. What a layer holds keeps the commit's. */
	readonly date?: string;
	/** True when the working tree holds changes that no commit has. */
	readonly dirty: boolean;
	readonly event: RunEvent;
	/** No floating tag moves and no version is written, whatever the event and the rules say. */
	readonly hold?: Hold;
	/** The run is about a fork's code, although `event` does not say so. */
	readonly fromFork?: true;
	readonly defaultBranch?: string;
	/** https URL of the repository. */
	readonly url?: string;
	readonly title?: string;
	readonly description?: string;
	readonly licenses?: string;
}

/** The ref whose commits follow one another in this run's floating tags: `refs/heads/main`, `refs/pull/7/head`. Undefined for git tags and where none is proven. */
export function branchRef({ event, hold }: Pick<Source, "event" | "hold">): string | undefined {
	if (hold !== undefined) return undefined;
	if (event.kind === "pull_request") return event.number === undefined ? undefined : `refs/pull/${event.number}/head`;
	const branch =
		event.kind === "push" || event.kind === "schedule" || event.kind === "manual" ? event.branch : undefined;
	return branch === undefined ? undefined : `refs/heads/${branch}`;
}

/** A pull request's own ref. */
export const isPullRequestRef = (ref: string | undefined): boolean => ref?.startsWith("refs/pull/") === true;

/** `refs/heads/main` -> `main`, `refs/pull/7/head` -> `pull request 7`. */
export const formatRef = (ref: string): string =>
	ref.replace(/^refs\/heads\//, "").replace(/^refs\/pull\/(\d+)\/head$/, "pull request $1");

export const noGitRevision = "manual-build";

/** Whether the rules may move floating tags and write versions in this run. */
export function mayMoveFloatingTags({ event, hold }: Pick<Source, "event" | "hold">): boolean {
	return hold === undefined && !["pull_request", "merge_group", "commit"].includes(event.kind);
}

/** Whether a pull request may move a tag that is its own: `pr-7`. */
export function mayMovePullRequestTags(source: Pick<Source, "event" | "hold" | "fromFork">): boolean {
	return source.event.kind === "pull_request" && source.hold === undefined && !isFromFork(source);
}

/** A run about a fork's code writes nothing that other runs trust. */
export function isFromFork({ event, fromFork }: Pick<Source, "event" | "fromFork">): boolean {
	return fromFork === true || (event.kind === "pull_request" && event.fork);
}

/** The same commit as a push to the default branch has it: what the tags of a normal push are asked by, whatever this run may move. */
export function asPushToDefaultBranch({ hold: _, ...source }: Source): Source {
	return { ...source, event: { kind: "push", branch: source.defaultBranch ?? "main" } };
}
