import type { BuiltImage } from "../../model/documents/build.ts";
import type { Plan } from "../../model/documents/plan.ts";
import { failedChecks, formatFailedCheck } from "../../model/documents/results.ts";
import type { SmokedService } from "../../model/documents/smoke.ts";
import { noGitRevision, type Source } from "../../model/documents/source.ts";
import type { Service } from "../../model/service/service.ts";
import { isStarted, serviceKind } from "../../model/service/service-kind.ts";
import { smokeCriteria } from "../../model/service/smoke-criteria.ts";
import type { PublishOptions } from "./publish-input.ts";

export interface PlatformImage {
	readonly platform: string;
	readonly digest: string;
}

/** The failed checks of a service's images; undefined when none failed or the policy accepts them. */
export function verificationFailure({ policy }: Service, images: readonly BuiltImage[]): string | undefined {
	if (policy.verify !== "required") return undefined;
	const failed = images.flatMap(({ platform, checks }) =>
		failedChecks(checks).map((check) => `${platform}: ${formatFailedCheck(check)}`),
	);
	return failed.length === 0 ? undefined : `verification failed: ${failed.join("; ")}`;
}

/** Why this tree moves no floating tag. */
export function sourceHoldReason(
	{ dirty, revision }: Source,
	{ allowDirty = false }: PublishOptions,
): string | undefined {
	if (allowDirty) return undefined;
	if (revision === noGitRevision) return "built without git, so it has no commit (--allow-dirty accepts that)";
	return dirty ? "uncommitted changes: commit them first (--allow-dirty accepts them)" : undefined;
}

/** `unproven`: this run did not smoke `images`; they need a record in the registry that they passed before. */
export type SmokeGate =
	| { readonly kind: "open"; readonly proven: readonly PlatformImage[] }
	| { readonly kind: "shut"; readonly why: string }
	| {
			readonly kind: "unproven";
			readonly images: readonly (PlatformImage & { readonly why: string })[];
			readonly proven: readonly PlatformImage[];
	  };

/** The images to publish, and this run's smoke results. */
export interface SmokeGateInput {
	readonly plan: Plan;
	readonly service: Service;
	readonly images: readonly PlatformImage[];
	readonly smoked: readonly SmokedService[];
}

/** Open if every platform's digest is healthy under the catalog's checks, or if smoke is not required. */
export function smokeGate(
	{ plan, service, images, smoked }: SmokeGateInput,
	{ requireSmoke = true }: Pick<PublishOptions, "requireSmoke">,
): SmokeGate {
	if (!requireSmoke || service.policy.smoke !== "required") return { kind: "open", proven: [] };
	if (!isStarted(serviceKind(plan, service))) return { kind: "open", proven: [] };
	const { hash } = smokeCriteria(plan, service);
	const rows = images.map((image) => {
		const about = smoked.filter((row) => row.service === service.name && row.platform === image.platform);
		return { image, row: about.find(({ digest }) => digest === image.digest) ?? about[0] };
	});
	const isAbout = (row: SmokedService | undefined, { digest }: PlatformImage) =>
		row?.digest === digest && row.trial === hash;
	// `not tried`: a need is missing now, so an earlier record does not count.
	for (const { image, row } of rows)
		if ((row?.verdict === "unhealthy" && isAbout(row, image)) || row?.verdict === "not tried")
			return { kind: "shut", why: `smoke on ${image.platform}: ${describeVerdict(row)}` };
	const open = rows.filter(({ image, row }) => row?.verdict !== "healthy" || !isAbout(row, image));
	const proven = images.filter((image) => !open.some((unproven) => unproven.image === image));
	if (open.length === 0) return { kind: "open", proven };
	return {
		kind: "unproven",
		proven,
		images: open.map(({ image, row }) => ({ ...image, why: whyUnproven(image, row, hash) })),
	};
}

function whyUnproven({ platform, digest }: PlatformImage, row: SmokedService | undefined, trial: string): string {
	if (row === undefined || row.verdict === "skipped")
		return `smoke did not run on ${platform}${row?.reason === undefined ? "" : `: ${row.reason}`}`;
	if (row.digest !== digest) return `smoke on ${platform} ran ${row.digest}, which is not what is published`;
	if (row.trial !== trial) return `smoke on ${platform} ran other checks than the catalog has now`;
	return `smoke on ${platform}: ${describeVerdict(row)}`;
}

function describeVerdict({ verdict, failure, reason }: SmokedService): string {
	const detail = failure?.guess ?? reason;
	return detail === undefined ? verdict : `${verdict}, ${detail}`;
}
