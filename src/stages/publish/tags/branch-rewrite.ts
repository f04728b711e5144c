import { formatRef, isPullRequestRef, noGitRevision } from "../../../model/documents/source.ts";
import type { CommitOrder, LedgerEntry } from "../../shared/records/publication-ledger.ts";
import type { ReadBranchHead } from "../publish-input.ts";

/** How a publication of the same branch stands to ours, where ancestry does not put ours after it. */
export type BranchRewrite =
	/** The branch's head is our commit, of which the published one is not an ancestor: the branch was rewritten. */
	| { readonly kind: "rewritten" }
	/** The other way round: the published commit is the head. */
	| { readonly kind: "replaced" }
	/** Nothing is proven. */
	| { readonly kind: "unproven"; readonly why: string; readonly fix: string };

export const unorderedFix =
	"to move the tag all the same, publish with `--allow-unordered`, in a workflow with `allow-unordered: true`";

/**
 * Whether a branch was rewritten (amended, rebased, reset to an older commit) since it was published. Only the branch's own head may move a tag back, and only
 * the repository's answer of now proves which commit that is.
 */
export async function checkRewrite(
	published: LedgerEntry,
	ours: LedgerEntry,
	order: CommitOrder,
	headOf: ReadBranchHead | undefined,
): Promise<BranchRewrite> {
	const whole = "check out the whole history (fetch-depth: 0), or give `github-token`";
	const usual = order === "unknown" ? `${whole}; ${unorderedFix}` : unorderedFix;
	const unproven = (why: string, fix = usual) => ({ kind: "unproven", why, fix }) as const;
	const names = { published: shortCommit(published.revision), ours: shortCommit(ours.revision) };
	if ([published.revision, ours.revision].includes(noGitRevision))
		return unproven(`${names.published} is published, and one of the two was built without git`);
	if (ours.ref === undefined || published.ref !== ours.ref) return unproven(foreignWords(published, ours, order));
	const branch = formatRef(ours.ref);
	const head = (await headOf?.(ours.ref)) ?? { silent: "this run has no remote to ask" };
	if ("silent" in head)
		return unproven(`${names.published} is published, and nothing says where ${branch} is now: ${head.silent}`);
	const isApart = order === "diverged" || order === "older";
	if (head.revision === ours.revision && isApart) return { kind: "rewritten" };
	if (head.revision === published.revision) return { kind: "replaced" };
	if (head.revision === ours.revision)
		return unproven(`it is not known whether ${names.published}, which is published, comes before ${names.ours}`);
	const now = head.revision === undefined ? "gone" : `at ${shortCommit(head.revision)}`;
	return unproven(
		`${names.published} is published, and ${branch} is ${now} on the remote, not at ${names.ours}`,
		`run the workflow for the newest commit of ${branch}; ${unorderedFix}`,
	);
}

/** What is published belongs to something else than our branch. */
function foreignWords(published: LedgerEntry, ours: LedgerEntry, order: CommitOrder): string {
	const who = published.ref === undefined ? "a git tag or an earlier version" : formatRef(published.ref);
	const commits = `${shortCommit(published.revision)} of ${who} is published`;
	return order === "unknown"
		? `${commits}, and it is not known whether it comes before ${shortCommit(ours.revision)}`
		: `${commits}, and ${shortCommit(ours.revision)} does not come after it`;
}

/** Why a tag is not ours to move at all: a pull request's own tag moves within it, and nothing else moves that tag. */
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
