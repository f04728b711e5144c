import { compareRevisions } from "../../adapters/git/compare-revisions.ts";
import { compareOnGitHub } from "../../adapters/github/compare-commits.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { Waits } from "../../util/waits.ts";
import type { World } from "./context.ts";
import type { OrderOf } from "./records/publication-ledger.ts";
import { gitOf } from "./repository-root.ts";

/** Compares commits by git, and where that does not know by GitHub. */
export function orderOn(options: Pick<StageOptions, "githubToken">, root: string, world: World): OrderOf {
	return async (published, ours) => {
		const known = await compareRevisions(gitOf(root, world), published, ours);
		if (known !== "unknown" && known !== "diverged") return known;
		// A clone may lack newer commits, and a shallow one older ones.
		const told = await new Waits(world.progress).during("GitHub", "comparing commits", () =>
			compareOnGitHub(world.env, options.githubToken, published, ours, world.log),
		);
		return told === "unknown" ? known : told;
	};
}
