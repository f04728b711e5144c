import type { Git } from "./git.ts";

/** Files under `paths` that differ from a commit, relative to the folder of `git`. Undefined if the clone lacks the commit. */
export async function changedSince(
	git: Git,
	revision: string,
	paths: readonly string[],
): Promise<readonly string[] | undefined> {
	if (!/^[0-9a-f]{7,64}$/.test(revision)) return undefined;
	const [tracked, untracked] = await Promise.all([
		git(["diff", "--name-only", "--relative", "--no-renames", "-z", revision, "--", ...paths.map(literal)]),
		git(["ls-files", "--others", "--exclude-standard", "-z", "--", ...paths.map(literal)]),
	]);
	if (tracked === undefined) return undefined;
	return [...new Set(`${tracked}${untracked ?? ""}`.split("\0").filter(Boolean))].sort();
}

const literal = (path: string) => `:(literal)${path}`;
