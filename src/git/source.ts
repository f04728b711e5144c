import { type Event, noGitRevision, type Source } from "../documents/source.ts";
import { type Checkout, type Commit, openCheckout } from "./checkout.ts";
import type { Git } from "./git.ts";

/** What only the platform knows; what it does not say, git does. */
export interface SourceHints {
	readonly event?: Event;
	readonly revision?: string;
	/** A merge that stands for a commit: where it is checked out, and no revision is given, that commit is the revision. */
	readonly mergeOf?: { readonly merge: string; readonly head: string };
	readonly defaultBranch?: string;
	readonly url?: string;
	readonly title?: string;
	readonly description?: string;
	readonly licenses?: string;
}

/** Without git there is no date either; a fixed one keeps the digest a function of the files. */
const epoch = "1970-01-01T00:00:00Z";

/**
 * Which commit this is. The date is the commit's own, in UTC, so that the same commit gives the same image on any day.
 * On a pull request the revision is the head commit (a hint), which a shallow clone of the merge commit may not hold:
 * then the date is the merge commit's.
 */
export async function readSource(git: Git, hints: SourceHints = {}, checkout = openCheckout(git)): Promise<Source> {
	const [head, dirty, settings, branch, defaultBranch] = await Promise.all([
		checkout.head(),
		isDirty(git, checkout),
		checkout.settings(),
		hints.event === undefined ? checkout.branch() : undefined,
		hints.defaultBranch ?? checkout.defaultBranch(),
	]);
	const revision =
		(await named(git, hints.revision)) ??
		(head !== undefined && head.id === hints.mergeOf?.merge ? hints.mergeOf.head : head?.id);
	const date = revision === undefined ? undefined : await committed(git, revision, head);
	const url = hints.url ?? webUrl(settings.get("remote.origin.url")?.trim());
	return {
		revision: revision ?? noGitRevision,
		committedAt: date === undefined ? epoch : new Date(date * 1000).toISOString().replace(".000Z", "Z"),
		dirty,
		event: hints.event ?? { kind: "manual", ...(branch !== undefined && { branch }) },
		...(defaultBranch && { defaultBranch }),
		...(url && { url }),
		...(hints.title && { title: hints.title }),
		...(hints.description && { description: hints.description }),
		...(hints.licenses && { licenses: hints.licenses }),
	};
}

/** When a commit was made, seconds since 1970; one that is not in this clone counts as made when the one was that is checked out. */
async function committed(git: Git, revision: string, head: Commit | undefined): Promise<number | undefined> {
	if (revision === head?.id) return head.time;
	const told = await git(["show", "-s", "--format=%ct", "--end-of-options", `${revision}^{commit}`]);
	return told === undefined ? head?.time : Number(told.trim());
}

/**
 * Whether tracked files differ from the commit. What git suspects of a change may only have been touched: then, and only then, it is asked to look
 * again, which costs as much as all the rest.
 */
async function isDirty(git: Git, { staged, modified }: Checkout): Promise<boolean> {
	if (((await staged()) ?? "") !== "") return true;
	if (((await modified()) ?? "") === "") return false;
	return ((await git(["status", "--porcelain", "--untracked-files=no", "--", "."])) ?? "").trim() !== "";
}

/** A commit that somebody names: by a branch or tag, its id; anything that this clone does not know stays as it is. */
async function named(git: Git, revision: string | undefined): Promise<string | undefined> {
	if (revision === undefined || /^[0-9a-f]{40,64}$/.test(revision)) return revision;
	const found = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
	return found?.trim() || revision;
}

/** The https form of a remote, without a credential; undefined for a path or anything else that is not a web address. */
export function webUrl(remote: string | undefined): string | undefined {
	if (!remote) return undefined;
	const ssh = /^(?:ssh:\/\/)?(?:[^@/]+@)?(?<host>[\w.-]+\.[a-z]+)(?::\d+)?[:/](?<path>[\w./~-]+?)(?:\.git)?\/?$/.exec(
		remote,
	);
	const https = /^https?:\/\/(?:[^@/]+@)?(?<host>[^/]+)\/(?<path>[^?#]+?)(?:\.git)?\/?$/.exec(remote);
	const parts = https?.groups ?? ssh?.groups;
	return parts && `https://${parts.host}/${parts.path}`;
}
