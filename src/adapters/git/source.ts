import { noGitRevision, type Source } from "../../model/documents/source.ts";
import { defined } from "../../util/defined.ts";
import { type Checkout, type Commit, openCheckout } from "./checkout.ts";
import type { Git } from "./git.ts";

/** What only options and the platform know; what they do not say, git does. */
export type SourceHints = Partial<
	Pick<
		Source,
		"event" | "hold" | "fromFork" | "revision" | "defaultBranch" | "url" | "title" | "description" | "licenses"
	>
>;

/** Without git there is no date either; a fixed one keeps the digest a function of the files. */
const epoch = "1970-01-01T00:00:00Z";

/**
 * Which commit this is: the one that is checked out, unless a hint names another. The date is the commit's own, in UTC, so that the same commit gives
 * the same image on any day.
 */
export async function readSource(git: Git, hints: SourceHints = {}, checkout = openCheckout(git)): Promise<Source> {
	const [head, dirty, settings, local, defaultBranch] = await Promise.all([
		checkout.head(),
		isDirty(git, checkout),
		checkout.settings(),
		hints.event === undefined ? localStanding(checkout) : { event: hints.event },
		hints.defaultBranch ?? checkout.defaultBranch(),
	]);
	const revision = (await resolveRevision(git, hints.revision)) ?? head?.id;
	const date = revision === undefined ? undefined : await committed(git, revision, head);
	const url = hints.url ?? webUrl(settings.get("remote.origin.url")?.trim());
	return {
		revision: revision ?? noGitRevision,
		committedAt: date === undefined ? epoch : new Date(date * 1000).toISOString().replace(".000Z", "Z"),
		dirty,
		...local,
		...defined({ hold: hints.hold }),
		...(hints.fromFork && { fromFork: hints.fromFork }),
		...(defaultBranch && { defaultBranch }),
		...(url && { url }),
		...(hints.title && { title: hints.title }),
		...(hints.description && { description: hints.description }),
		...(hints.licenses && { licenses: hints.licenses }),
	};
}

/** Without a CI event the branch that is checked out counts. Without git nothing is proven, nor claimed. */
async function localStanding(checkout: Checkout): Promise<Pick<Source, "event" | "hold">> {
	const [branch, head] = await Promise.all([checkout.branch(), checkout.head()]);
	if (branch !== undefined) return { event: { kind: "manual", branch } };
	if (head === undefined) return { event: { kind: "manual" } };
	return {
		event: { kind: "commit" },
		hold: {
			why: `${head.id.slice(0, 12)} is checked out, and no branch`,
			fix: "check out a branch, or say what happened: `--event push:main`, `--event tag:v1.2.0`",
		},
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
export async function resolveRevision(git: Git, revision: string | undefined): Promise<string | undefined> {
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
