import type { Decision, PlannedImage } from "../../../model/documents/plan.ts";
import type { Service } from "../../../model/service/service.ts";
import type { ServiceInputs, UnreadableInputs } from "../../../model/service/service-inputs.ts";
import type { Problem } from "../../../util/errors.ts";
import { contentTag, hashJson } from "../fingerprint/fingerprint.ts";

/** An image that cannot be built, with all problems. */
export function blockedImage(
	{ service, platform }: ServiceInputs | UnreadableInputs,
	problems: readonly Problem[],
): PlannedImage {
	// Never used: every image of a plan has a fingerprint.
	const fingerprint = hashJson(["blocked", service.name, platform]);
	const detail = problems.length === 1 ? (problems[0]?.message ?? "") : `${problems.length} problems`;
	const decision = { kind: "blocked", reasons: [{ kind: "blocked", detail }], problems } as const;
	return bareImage(service, platform, fingerprint, decision);
}

/** An image of which only the name is known. */
export function bareImage(
	service: Pick<Service, "name" | "image">,
	platform: string,
	fingerprint: string,
	decision: Decision,
): PlannedImage {
	return {
		service: service.name,
		platform,
		fingerprint,
		contentRef: `${service.image}:${contentTag(fingerprint, platform)}`,
		components: [],
		bases: [],
		from: {},
		args: {},
		volatileArgs: [],
		decision,
	};
}

export const blockedBaseProblem = ({ service }: ServiceInputs, name: string): Problem => ({
	code: "plan/base-blocked",
	message: `is built from ${name}, which cannot be built`,
	at: { file: service.dockerfile },
});

export const missingPlatformProblem = ({ service, platform }: ServiceInputs, name: string): Problem => ({
	code: "plan/base-platform",
	message: `is built from ${name}, which is not built for ${platform}`,
	at: service.at,
	fix: `add ${platform} to the platforms of ${name}`,
});
