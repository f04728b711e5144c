import type { Plan, PlannedImage } from "../../../model/documents/plan.ts";
import type { Problem } from "../../../util/errors.ts";
import { buildArgs } from "./args-and-labels.ts";
import { csv } from "./targets.ts";

/** What BuildKit attests about an image, beside it: https://docs.docker.com/build/metadata/attestations/ */
export interface Attestations {
	/** `min` leaves out the values of build args, `max` has them and the Dockerfile. */
	readonly provenance: "off" | "min" | "max";
	/** The image that makes the list of what is inside, pinned; without it there is none. */
	readonly sbom?: string;
	/** URL of the run that builds. */
	readonly builderId?: string;
}

/**
 * Each kind is always named: BuildKit adds provenance of its own where nothing is said. With any of them the content reference names an index of the
 * image and its attestations; the image's own digest, which is what is compared, is the same with and without.
 */
export function attestSpecs({ provenance, sbom, builderId }: Attestations): readonly string[] {
	return [
		provenance === "off"
			? "type=provenance,disabled=true"
			: csv(["type=provenance", `mode=${provenance}`, ...(builderId === undefined ? [] : [`builder-id=${builderId}`])]),
		sbom === undefined ? "type=sbom,disabled=true" : csv(["type=sbom", `generator=${sbom}`]),
	];
}

/** Args that say when and from what an image was built: they are labels of it anyway. */
const harmlessArgs: ReadonlySet<string> = new Set([
	"BUILD_DATE",
	"VCS_REF",
	"GIT_COMMIT",
	"REVISION",
	"VERSION",
	"SOURCE_DATE_EPOCH",
]);

/** What everybody who has the image could read in its provenance: the values of build args. Nothing of it in `min`. */
export function provenanceProblems(
	plan: Plan,
	{ provenance }: Attestations,
	/** Names of build args that Docker's own configuration adds: those of a proxy, perhaps with a password. */
	addedArgs: readonly string[],
): readonly Problem[] {
	if (provenance !== "max") return [];
	const fix = "use `provenance: min`, which leaves their values out";
	const problems: Problem[] = plan.services.flatMap((service) => {
		const images = plan.images.filter((image) => image.service === service.name && isBuilt(image));
		const names = new Set(images.flatMap((image) => Object.keys(buildArgs(plan, service, image))));
		const own = [...names].filter((name) => !harmlessArgs.has(name)).sort();
		if (own.length === 0) return [];
		const message = `${service.name} is built with ${own.join(", ")}, and \`provenance: max\` would show the value to everybody who has the image`;
		return [{ code: "build/provenance", message, at: service.at, fix }];
	});
	if (addedArgs.length > 0)
		problems.push({
			code: "build/provenance",
			message: `Docker's configuration hands ${addedArgs.join(", ")} to every build, and \`provenance: max\` would show the value to everybody who has the image`,
			fix,
		});
	return problems;
}

const isBuilt = ({ decision }: PlannedImage) => decision.kind === "build";

/** The run on GitHub that builds; undefined elsewhere. */
export function builderIdOf(env: Readonly<Record<string, string | undefined>>): string | undefined {
	const { GITHUB_ACTIONS, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT = "1" } = env;
	if (GITHUB_ACTIONS !== "true" || !GITHUB_SERVER_URL || !GITHUB_REPOSITORY || !GITHUB_RUN_ID) return undefined;
	return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}/attempts/${GITHUB_RUN_ATTEMPT}`;
}
