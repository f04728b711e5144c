/** What happened that made this run; decides which tags apply. */
export type Event =
	| { readonly kind: "push"; readonly branch: string }
	/** `base` is the branch that it was pushed from, where GitHub says so. */
	| { readonly kind: "tag"; readonly tag: string; readonly base?: string }
	| {
			readonly kind: "pull_request";
			readonly number: number;
			readonly head: string;
			readonly base: string;
			readonly fork: boolean;
	  }
	| { readonly kind: "merge_group"; readonly base: string }
	| { readonly kind: "schedule"; readonly branch: string }
	| { readonly kind: "manual"; readonly branch?: string };

/** The commit that is built, and what is known about it. Without git the revision is `manual-build`. */
export interface Source {
	readonly revision: string;
	/** RFC 3339, UTC: the commit's own date, never the clock's. */
	readonly committedAt: string;
	/** RFC 3339: asked for in place of the commit's date, for tags, labels and BUILD_DATE. What a layer holds keeps the commit's. */
	readonly date?: string;
	/** True when the working tree holds changes that no commit has. */
	readonly dirty: boolean;
	readonly event: Event;
	readonly defaultBranch?: string;
	/** https URL of the repository. */
	readonly url?: string;
	readonly title?: string;
	readonly description?: string;
	readonly licenses?: string;
}

export const noGitRevision = "manual-build";
