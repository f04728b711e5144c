import type { CommitOrder } from "../../../adapters/git/revisions.ts";
import { formatRef, isPullRequestRef, noGitRevision } from "../../../model/documents/source.ts";
import type { LedgerEntry } from "../../shared/records/publication-ledger.ts";
import type { ReadBranchHead } from "../publish-input.ts";

/** Whether the branch was rewritten between the published entry and ours, which is not a descendant. */
export type BranchRewrite =
	/** The branch's head is our commit, and the published commit is not an ancestor of it. */
	| { readonly kind: "rewritten" }
	/** The branch's head is the published commit. */
	| { readonly kind: "replaced" }
	| { readonly kind: "unproven"; readonly why: string; readonly fix: string };

export const unorderedFix =
	"to move the tag anyway, publish with `--allow-unordered`, in a workflow with `allow-unordered: true`";

/**
 * Whether a branch was rewritten (amended, rebased, reset) since it was published. Only its head may move a tag back,
 * and only the remote proves which commit that is now.
 */
export async function checkRewrite(
	published: LedgerEntry,
	ours: LedgerEntry,
	order: CommitOrder,
	readBranchHead: ReadBranchHead | undefined,
): Promise<BranchRewrite> {
	const historyFix = "check out the whole history (fetch-depth: 0), or give `github-token`";
	const usual = order === "unknown" ? `${historyFix}; ${unorderedFix}` : unorderedFix;
	const unproven = (why: string, fix = usual) => ({ kind: "unproven", why, fix }) as const;
	const names = { published: shortCommit(published.revision), ours: shortCommit(ours.revision) };
	if ([published.revision, ours.revision].includes(noGitRevision))
		return unproven(`${names.published} is published, and one of the two was built without git`);
	if (ours.ref === undefined || published.ref !== ours.ref)
		return unproven(describeForeignEntry(published, ours, order));
	const branch = formatRef(ours.ref);
	const head = (await readBranchHead?.(ours.ref)) ?? { silent: "this run has no remote" };
	if ("silent" in head)
		return unproven(`${names.published} is published, and the head of ${branch} is unknown: ${head.silent}`);
	const isApart = order === "diverged" || order === "older";
	if (head.revision === ours.revision && isApart) return { kind: "rewritten" };
	if (head.revision === published.revision) return { kind: "replaced" };
	if (head.revision === ours.revision)
		return unproven(`it is not known whether ${names.published}, which is published, comes before ${names.ours}`);
	const position = head.revision === undefined ? "gone" : `at ${shortCommit(head.revision)}`;
	return unproven(
		`${names.published} is published, and ${branch} is ${position} on the remote, not at ${names.ours}`,
		`run the workflow for the newest commit of ${branch}; ${unorderedFix}`,
	);
}

/** The published entry is not of our branch. */
function describeForeignEntry(published: LedgerEntry, ours: LedgerEntry, order: CommitOrder): string {
	const publisher = published.ref === undefined ? "a git tag or an earlier version" : formatRef(published.ref);
	const commits = `${shortCommit(published.revision)} of ${publisher} is published`;
	return order === "unknown"
		? `${commits}, and it is not known whether it comes before ${shortCommit(ours.revision)}`
		: `${commits}, and ${shortCommit(ours.revision)} does not come after it`;
}

/** Why we may not move the tag at all: only a pull request moves its own tag, and no other. */
export function whyForeignPull(published: LedgerEntry | undefined, ours: LedgerEntry): string | undefined {
	if (published === undefined || published.ref === ours.ref) return undefined;
	const pull = [published.ref, ours.ref].find(isPullRequestRef);
	if (pull === undefined) return undefined;
	return isPullRequestRef(published.ref)
		? `it is the tag of ${formatRef(pull)}`
		: `it is published already, and not by ${formatRef(pull)}`;
}

export const shortCommit = (revision: string): string =>
	/^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 7) : revision;
