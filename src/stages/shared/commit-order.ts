import { compareRevisions } from "../../adapters/git/revisions.ts";
import { compareOnGitHub } from "../../adapters/github/compare-commits.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { WaitReporter } from "../../util/wait-reporter.ts";
import { openGit } from "./catalog-root.ts";
import type { StageContext } from "./context.ts";
import type { CompareCommits } from "./records/publication-ledger.ts";

/** Compares commits by git, and where that does not know by GitHub. */
export function commitComparer(
	options: Pick<StageOptions, "githubToken">,
	root: string,
	world: StageContext,
): CompareCommits {
	return async (published, ours) => {
		const known = await compareRevisions(openGit(root, world), published, ours);
		if (known !== "unknown" && known !== "diverged") return known;
		// A clone may lack newer commits, and a shallow one older ones.
		const told = await new WaitReporter(world.progress).track("GitHub", "comparing commits", () =>
			compareOnGitHub({ env: world.env, token: options.githubToken, published, ours, log: world.log }),
		);
		return told === "unknown" ? known : told;
	};
}
