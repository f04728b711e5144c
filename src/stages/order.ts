import { compareRevisions } from "../git/order.ts";
import { compareOnGitHub } from "../github/order.ts";
import type { StageOptions } from "../interface/values.ts";
import type { OrderOf } from "../publish/input.ts";
import { Waits } from "../waits.ts";
import { gitOf } from "./root.ts";
import type { World } from "./world.ts";

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
