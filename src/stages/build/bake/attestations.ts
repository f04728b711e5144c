import type { Plan, PlannedImage } from "../../../model/documents/plan.ts";
import type { Env } from "../../../util/env.ts";
import type { Problem } from "../../../util/errors.ts";
import { buildArgs } from "./args-and-labels.ts";
import { csv } from "./targets.ts";

/** BuildKit's attestations beside an image: https://docs.docker.com/build/metadata/attestations/ */
export interface Attestations {
	/** `min` omits the values of build args, `max` includes them and the Dockerfile. */
	readonly provenance: "off" | "min" | "max";
	/** The pinned image of the SBOM generator; undefined for no SBOM. */
	readonly sbom?: string;
	/** URL of the run that builds. */
	readonly builderId?: string;
}

/**
 * Names each kind, because BuildKit adds provenance by default. With attestations the content reference is an index;
 * the image's own digest, which comparisons use, does not change.
 */
export function attestSpecs({ provenance, sbom, builderId }: Attestations): readonly string[] {
	return [
		provenance === "off"
			? "type=provenance,disabled=true"
			: csv(["type=provenance", `mode=${provenance}`, ...(builderId === undefined ? [] : [`builder-id=${builderId}`])]),
		sbom === undefined ? "type=sbom,disabled=true" : csv(["type=sbom", `generator=${sbom}`]),
	];
}

/** Args about the time and commit of a build, which are in the labels anyway. */
const publicArgs: ReadonlySet<string> = new Set([
	"BUILD_DATE",
	"VCS_REF",
	"GIT_COMMIT",
	"REVISION",
	"VERSION",
	"SOURCE_DATE_EPOCH",
]);

/** Build args whose values provenance would show to everyone who has the image. Only with `max`. */
export function provenanceProblems(
	plan: Plan,
	{ provenance }: Attestations,
	/** Names of build args that Docker's own configuration adds for a proxy, possibly with a password. */
	addedArgs: readonly string[],
): readonly Problem[] {
	if (provenance !== "max") return [];
	const fix = "use `provenance: min`, which omits their values";
	const problems: Problem[] = plan.services.flatMap((service) => {
		const images = plan.images.filter((image) => image.service === service.name && isBuilt(image));
		const names = new Set(images.flatMap((image) => Object.keys(buildArgs(plan, service, image))));
		const own = [...names].filter((name) => !publicArgs.has(name)).sort();
		if (own.length === 0) return [];
		const message = `${service.name} is built with ${own.join(", ")}, and \`provenance: max\` would show the value to everyone who has the image`;
		return [{ code: "build/provenance", message, at: service.at, fix }];
	});
	if (addedArgs.length > 0)
		problems.push({
			code: "build/provenance",
			message: `Docker's configuration adds ${addedArgs.join(", ")} to every build, and \`provenance: max\` would show the value to everyone who has the image`,
			fix,
		});
	return problems;
}

const isBuilt = ({ decision }: PlannedImage) => decision.kind === "build";

/** URL of the GitHub run that builds; undefined elsewhere. */
export function builderIdOf(env: Env): string | undefined {
	const { GITHUB_ACTIONS, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT = "1" } = env;
	if (GITHUB_ACTIONS !== "true" || !GITHUB_SERVER_URL || !GITHUB_REPOSITORY || !GITHUB_RUN_ID) return undefined;
	return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}/attempts/${GITHUB_RUN_ATTEMPT}`;
}
