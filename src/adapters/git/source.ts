import { noGitRevision, type Source } from "../../model/documents/source.ts";
import { defined } from "../../util/defined.ts";
import { type Checkout, type Commit, openCheckout } from "./checkout.ts";
import type { Git } from "./git.ts";
import { resolveRevision } from "./revisions.ts";

/** Values of options and the CI; git provides those that are missing. */
export type SourceHints = Partial<
	Pick<
		Source,
		| "event"
		| "hold"
		| "fromFork"
		| "revision"
		| "defaultBranch"
		| "url"
		| "repositoryId"
		| "title"
		| "description"
		| "licenses"
	>
>;

/** Without git a fixed date keeps the digest a function of the files. */
const epoch = "1970-01-01T00:00:00Z";

/**
 * Reads the commit that is checked out, unless a hint names another. The date is the commit's, in UTC, so that a commit
 * gives the same image on any day.
 */
export async function readSource(git: Git, hints: SourceHints = {}, checkout = openCheckout(git)): Promise<Source> {
	const [head, dirty, settings, local, defaultBranch] = await Promise.all([
		checkout.head(),
		isDirty(git, checkout),
		checkout.settings(),
		hints.event === undefined ? localEvent(checkout) : { event: hints.event },
		hints.defaultBranch ?? checkout.defaultBranch(),
	]);
	const { hold, fromFork, repositoryId, title, description, licenses } = hints;
	const revision = (await resolveRevision(git, hints.revision)) ?? head?.id;
	const date = revision === undefined ? undefined : await commitTime(git, revision, head);
	const url = hints.url ?? webUrl(settings.get("remote.origin.url")?.trim());
	return {
		revision: revision ?? noGitRevision,
		committedAt: date === undefined ? epoch : new Date(date * 1000).toISOString().replace(".000Z", "Z"),
		dirty,
		...local,
		...defined({ hold, fromFork: fromFork || undefined, defaultBranch, url: url || undefined, repositoryId }),
		...defined({ title: title || undefined, description: description || undefined, licenses: licenses || undefined }),
	};
}

/** Without a CI event, the branch that is checked out. */
async function localEvent(checkout: Checkout): Promise<Pick<Source, "event" | "hold">> {
	const [branch, head] = await Promise.all([checkout.branch(), checkout.head()]);
	if (branch !== undefined) return { event: { kind: "manual", branch } };
	if (head === undefined) return { event: { kind: "manual" } };
	return {
		event: { kind: "commit" },
		hold: {
			why: `${head.id.slice(0, 12)} is checked out, but no branch`,
			fix: "check out a branch, or say what happened: `--event push:main`, `--event tag:v1.2.0`",
		},
	};
}

/** Date of a commit, seconds since 1970; that of HEAD if the clone lacks the commit. */
async function commitTime(git: Git, revision: string, head: Commit | undefined): Promise<number | undefined> {
	if (revision === head?.id) return head.time;
	const time = await git(["show", "-s", "--format=%ct", "--end-of-options", `${revision}^{commit}`]);
	return time === undefined ? head?.time : Number(time.trim());
}

/**
 * Whether tracked files differ from the commit. Modified files may only have been touched: only then it runs
 * `git status`, which takes as long as everything else.
 */
async function isDirty(git: Git, { staged, modified }: Checkout): Promise<boolean> {
	if (await staged()) return true;
	if (!(await modified())) return false;
	return Boolean((await git(["status", "--porcelain", "--untracked-files=no", "--", "."]))?.trim());
}

/** The https URL of a remote, without credentials; undefined for a path. */
export function webUrl(remote: string | undefined): string | undefined {
	if (!remote) return undefined;
	const ssh = /^(?:ssh:\/\/)?(?:[^@/]+@)?(?<host>[\w.-]+\.[a-z]+)(?::\d+)?[:/](?<path>[\w./~-]+?)(?:\.git)?\/?$/.exec(
		remote,
	);
	const https = /^https?:\/\/(?:[^@/]+@)?(?<host>[^/]+)\/(?<path>[^?#]+?)(?:\.git)?\/?$/.exec(remote);
	const parts = https?.groups ?? ssh?.groups;
	return parts && `https://${parts.host}/${parts.path}`;
}
