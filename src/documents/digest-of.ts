import type { BuildResult } from "./build.ts";
import type { Plan } from "./plan.ts";

/** The image of a service on one platform, by digest: as it was built, else as the plan found it. */
export function digestOf(
	{ images }: Pick<Plan, "images">,
	build: Pick<BuildResult, "images"> | undefined,
	name: string,
	platform: string,
): string | undefined {
	const isIt = (one: { readonly service: string; readonly platform: string }) =>
		one.service === name && one.platform === platform;
	const built = build?.images.find(isIt)?.digest;
	const decision = images.find(isIt)?.decision;
	return built ?? (decision?.kind === "unchanged" ? decision.digest : undefined);
}
