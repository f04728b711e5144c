import type { BuiltImage } from "../../model/documents/build.ts";
import type { Service } from "../../model/service/service.ts";
import type { BuilderFacts } from "../../model/signing/run-statement.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import type { Env } from "../../util/env.ts";
import { type Cache, noCache } from "./bake/cache.ts";

/** How this process builds: facts that a signature later states about each image that it built. */
export function builderFacts(
	{ mirror }: Pick<StageOptions, "mirror">,
	env: Env,
	{ isElsewhere, cache }: { readonly isElsewhere: boolean; readonly cache?: Cache | undefined },
): BuilderFacts {
	const { kind, read } = cache ?? noCache;
	return {
		runner: runnerOf(env),
		...(isElsewhere && { remote: true }),
		...(mirror.size > 0 && { mirror: true }),
		...(kind !== "none" && read.length > 0 && { cache: kind }),
	};
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/variables: RUNNER_ENVIRONMENT. */
function runnerOf({ GITHUB_ACTIONS, RUNNER_ENVIRONMENT }: Env): BuilderFacts["runner"] {
	if (GITHUB_ACTIONS !== "true") return "local";
	return RUNNER_ENVIRONMENT === "github-hosted" ? "github-hosted" : "self-hosted";
}

/** Adds the facts to the images that were built now. */
export function withBuilder(
	images: readonly BuiltImage[],
	facts: BuilderFacts,
	services: readonly Service[],
): readonly BuiltImage[] {
	const hasSecrets = ({ service }: BuiltImage) => {
		const { secrets = [], ssh = [] } = services.find(({ name }) => name === service) ?? {};
		return secrets.length + ssh.length > 0;
	};
	return images.map((image) => {
		if (image.outcome !== "built") return image;
		return { ...image, builder: { ...facts, ...(hasSecrets(image) && { secrets: true }) } };
	});
}
