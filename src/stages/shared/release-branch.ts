import { RE2JS } from "re2js";
import { joinWithOr } from "../../model/catalog/values/quote.ts";
import type { Hold, Source } from "../../model/documents/source.ts";
import type { Catalog } from "../../model/service/service.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { starPatternSource } from "../../util/star-pattern.ts";
import { openGit } from "./catalog-root.ts";
import type { StageContext } from "./context.ts";
import { commitComparer, isOwnOrigin, remoteRefReader, type SourceContext } from "./open-catalog.ts";

/** What reading branches needs of the stage. */
export type BranchContext = SourceContext & Pick<StageContext, "log">;
type TokenOptions = Pick<StageOptions, "githubToken">;

/**
 * Why the git tag of this run gives no version: its commit is neither on the default branch nor on a branch that
 * `publish_on` of the default branch's catalog lists, or that is not known. Undefined if it is, and for other events.
 */
export async function findReleaseHold(
	source: Source,
	{ root, publishOn = [] }: Catalog,
	options: TokenOptions,
	context: BranchContext,
): Promise<Hold | undefined> {
	const { event, hold, revision, defaultBranch = "" } = source;
	if (event.kind !== "tag" || hold !== undefined) return hold;
	const patterns = [defaultBranch, ...publishOn];
	const isListed = (branch: string) => patterns.some((pattern) => matchesBranch(branch, pattern));
	if ((await branchesInClone(revision, root, context)).some(isListed)) return undefined;
	const commit = `${revision.slice(0, 12)} of the git tag ${event.tag}`;
	const fix = `merge it into ${defaultBranch}, or list its branch under \`publish_on\` in the catalog of ${defaultBranch}`;
	const refused: Hold = { why: `${commit} is not on ${joinWithOr(patterns)}`, fix };
	if (context.env.GITHUB_ACTIONS !== "true") return refused;
	const read = await remoteRefReader(options, root, context);
	const refs = await read(patterns.map((pattern) => `refs/heads/${pattern}`));
	if ("failure" in refs) return { why: `it is not known which branch ${commit} is on: ${refs.failure}`, fix };
	const heads = [...refs].map(([ref, head]) => ({ branch: ref.replace(/^refs\/heads\//, ""), head }));
	// The default branch first: most releases are on it.
	heads.sort(({ branch }) => (branch === defaultBranch ? -1 : 1));
	const compare = commitComparer(options, root, context);
	const unknown: string[] = [];
	for (const { branch, head } of heads.filter((item) => isListed(item.branch))) {
		const order = await compare(revision, head);
		if (order === "same" || order === "newer") return undefined;
		if (order === "unknown") unknown.push(branch);
	}
	if (unknown.length === 0) return refused;
	return {
		why: `it is not known whether ${commit} is on ${joinWithOr(unknown)}`,
		fix: "check out with `fetch-depth: 0`, or pass a `github-token` with `contents: read`",
	};
}

/**
 * Branches with a commit: those of `origin`, if that is the repository of the run; elsewhere than on GitHub also local
 * ones. In a shallow clone some may be missing.
 */
async function branchesInClone(revision: string, root: string, context: BranchContext): Promise<readonly string[]> {
	const git = openGit(root, context);
	const origin = await git(["config", "remote.origin.url"]);
	if (!isOwnOrigin(context.env, origin?.trim())) return [];
	const prefixes = ["refs/remotes/origin/", ...(context.env.GITHUB_ACTIONS === "true" ? [] : ["refs/heads/"])];
	const refs = await git(["for-each-ref", `--contains=${revision}`, "--format=%(refname)", ...prefixes]);
	return (refs ?? "").split("\n").map((ref) => ref.replace(/^refs\/(?:remotes\/origin|heads)\//, ""));
}

/** Whether a branch matches a pattern of `publish_on`. */
export function matchesBranch(branch: string, pattern: string): boolean {
	return RE2JS.compile(`^${starPatternSource(pattern)}$`, RE2JS.DOTALL).test(branch);
}
