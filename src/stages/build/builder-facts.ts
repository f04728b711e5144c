import type { BuiltImage } from "../../model/documents/build.ts";
import type { BuilderFacts } from "../../model/signing/run-statement.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import type { Env } from "../../util/env.ts";

/** How this process builds: facts that a signature later states about each image that it built. */
export function builderFacts({ mirror }: Pick<StageOptions, "mirror">, env: Env, isElsewhere: boolean): BuilderFacts {
	return {
		runner: runnerOf(env),
		...(isElsewhere && { remote: true }),
		...(mirror.size > 0 && { mirror: true }),
	};
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/variables: RUNNER_ENVIRONMENT. */
function runnerOf({ GITHUB_ACTIONS, RUNNER_ENVIRONMENT }: Env): BuilderFacts["runner"] {
	if (GITHUB_ACTIONS !== "true") return "local";
	return RUNNER_ENVIRONMENT === "github-hosted" ? "github-hosted" : "self-hosted";
}

/** Adds the facts to the images that were built now. */
export function withBuilder(images: readonly BuiltImage[], builder: BuilderFacts): readonly BuiltImage[] {
	return images.map((image) => (image.outcome === "built" ? { ...image, builder } : image));
}
