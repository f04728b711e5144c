import { defined } from "../../util/defined.ts";
import type { BuildResult, Check } from "./build.ts";
import type { Plan } from "./plan.ts";
import type { SmokeVerdict } from "./smoke.ts";
import type { VerifyResult } from "./verify.ts";

// Without schemas: the entries of the actions load this file, and zod only when they read a document.

/** The failed checks that stop the publication of an image. */
export function failedChecks(checks: readonly Check[]): readonly Check[] {
	return checks.filter(({ ok, level }) => !ok && level !== "warning");
}

/** `port 8080/tcp: expected exposed, found none`. */
export const formatFailedCheck = ({ name, expected, actual }: Pick<Check, "name" | "expected" | "actual">): string =>
	`${name}: expected ${expected}, found ${actual}`;

/** The digest of a service's image on one platform: from the build, else from the plan. */
export function plannedOrBuiltDigest(
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

/** Of several verdicts, the one with the highest rank counts. */
export const verdictRank: Readonly<Record<SmokeVerdict, number>> = {
	...{ skipped: 0, healthy: 1, "not tried": 2, unknown: 3, unhealthy: 4 },
};

/** The build result with the checks of verification for the same digests. */
export function withVerification(build: BuildResult, { images }: Pick<VerifyResult, "images">): BuildResult {
	const looks = new Map(images.map((image) => [`${image.service} ${image.platform} ${image.digest}`, image]));
	return {
		...build,
		images: build.images.map((row) => {
			const verified = row.digest === undefined ? undefined : looks.get(`${row.service} ${row.platform} ${row.digest}`);
			if (verified === undefined) return row;
			const { checks, unchecked, packages } = verified;
			return { ...row, checks, unchecked, ...defined({ packages }) };
		}),
	};
}
