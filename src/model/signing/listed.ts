import { UserError } from "../../util/errors.ts";
import { buildRecipe } from "../service/recipe.ts";
import { isSameNeeds } from "../service/smoke-criteria.ts";
import { type TrustedSigner, whyUntrustedBuilder } from "./reuse-policy.ts";
import type { RunStatement, SignedImage, SignedIndex, SignedVerdict } from "./run-statement.ts";

/** Why an image or a verdict without any signature does not count. */
export const notSigned = "it is not signed";

/** Whether an error says that a signature can be neither accepted nor refused. */
export const isUnverifiable = (error: unknown): error is UserError =>
	error instanceof UserError && error.problems.every(({ code }) => code === "sign/cannot-verify");

/** The image that a statement must list. */
export interface ExpectedImage extends Pick<SignedImage, "service" | "platform" | "digest"> {
	/** Absent for the published image, which may have any inputs. */
	readonly fingerprint?: string;
	/** `kept`: it states other inputs itself, so a run must have kept it. */
	readonly as?: "kept";
}

/** What must hold of a listed image, in this order; each returns a clause, ready to print. */
type ImageCheck = (listed: SignedImage, expected: ExpectedImage, by: TrustedSigner) => string | undefined;
const imageChecks: readonly ImageCheck[] = [
	({ service }, expected) => (service === expected.service ? undefined : `it was signed as an image of ${service}`),
	({ platform }, expected) =>
		platform === expected.platform ? undefined : `it was signed as an image for ${platform}`,
	({ recipe }, { fingerprint }) =>
		fingerprint === undefined || recipe === buildRecipe
			? undefined
			: "it was signed for another version of this program",
	({ fingerprint }, expected) =>
		expected.fingerprint === undefined || fingerprint === expected.fingerprint
			? undefined
			: "it was signed for other inputs",
	({ outcome }, expected) => (expected.as === undefined || outcome === expected.as ? undefined : "no run kept it"),
	({ builder }, _, by) => whyUntrustedBuilder(builder, by),
];

/** Why a statement does not list an image as expected, by the entry that comes closest. */
export function whyUnlisted({ content }: RunStatement, by: TrustedSigner, expected: ExpectedImage): string | undefined {
	const [closest] = content.images
		.filter(({ digest }) => digest === expected.digest)
		.map((listed) => {
			const faults = imageChecks.map((check) => check(listed, expected, by));
			const failed = faults.findIndex((why) => why !== undefined);
			return failed === -1 ? { passed: faults.length, why: undefined } : { passed: failed, why: faults[failed] };
		})
		.sort((a, b) => b.passed - a.passed);
	return closest === undefined ? "its signature does not say what it was built from" : closest.why;
}

/** Why a statement does not list an index of a service. */
export function whyIndexUnlisted(
	{ content }: RunStatement,
	{ service, digest }: Pick<SignedIndex, "service" | "digest">,
): string | undefined {
	const isListed = content.indexes.some((listed) => listed.digest === digest && listed.service === service);
	return isListed ? undefined : `its signature does not list it as an index of ${service}`;
}

/** The verdict that a statement must list: healthy, with these checks and images of its needs. */
export type ExpectedVerdict = Pick<SignedVerdict, "service" | "platform" | "digest" | "hash" | "needs">;

/** Why a statement does not list a healthy verdict. */
export function whyVerdictUnlisted({ content }: RunStatement, expected: ExpectedVerdict): string | undefined {
	const { service, platform, digest, hash, needs } = expected;
	const ofImage = content.verdicts.filter(
		(listed) => listed.digest === digest && listed.service === service && listed.platform === platform,
	);
	if (ofImage.length === 0) return "its signature has no verdict on it";
	const sameChecks = ofImage.filter((listed) => listed.hash === hash && isSameNeeds(listed.needs, needs));
	if (sameChecks.length === 0) return "it was signed for other checks or needs";
	return sameChecks.some(({ verdict }) => verdict === "healthy") ? undefined : "it was signed as unhealthy";
}
