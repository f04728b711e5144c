import type { BuiltImage } from "../../model/documents/build.ts";
import type { PlannedImage } from "../../model/documents/plan.ts";
import type { PublishedService } from "../../model/documents/publish.ts";
import type { ServiceOutcome } from "../../model/documents/report.ts";
import { failedChecks, formatFailedCheck } from "../../model/documents/results.ts";
import type { SignedService } from "../../model/documents/sign.ts";
import type { SmokedService } from "../../model/documents/smoke.ts";
import type { Service } from "../../model/service/service.ts";
import { isPublishMissing } from "./jobs.ts";
import type { CheckedImage, Run } from "./run.ts";

/** All stage results of one service. */
export interface ServiceResults {
	readonly service: Service;
	readonly planned: readonly PlannedImage[];
	readonly built: readonly BuiltImage[];
	readonly checked: readonly CheckedImage[];
	readonly smoked: readonly SmokedService[];
	readonly signed: SignedService | undefined;
	readonly published: PublishedService | undefined;
}

/** The decision for all platforms of a service: blocked if one of them is. */
export function decisionOf(images: readonly PlannedImage[]): "build" | "unchanged" | "blocked" {
	const kinds = new Set(images.map(({ decision }) => decision.kind));
	return kinds.has("blocked") ? "blocked" : kinds.has("build") ? "build" : "unchanged";
}

/** The outcome by the last stage that has a result for the service, else by the results of the jobs. */
export function outcomeOf(run: Run, results: ServiceResults): ServiceOutcome {
	const { service, planned, built, checked, smoked, signed, published } = results;
	const { policy } = service;
	const builds = new Set(built.map(({ outcome }) => outcome));
	if (decisionOf(planned) === "blocked") return "blocked";
	for (const bad of ["failed", "cancelled", "skipped"] as const) if (builds.has(bad)) return bad;
	if (policy.verify === "required" && checked.some(({ checks }) => failedChecks(checks).length > 0)) return "failed";
	// An advisory verdict fails no service, and neither does one with an exception.
	const isTold = policy.smoke === "advisory" || published?.exception !== undefined;
	const verdicts = new Set(isTold ? [] : smoked.map(({ verdict }) => verdict));
	if (verdicts.has("unhealthy") || published?.outcome === "failed") return "failed";
	const isLost = run.build !== undefined && planned.some((image) => isUnbuilt(image, built));
	if (isLost && (published === undefined || published.outcome === "skipped")) return "unknown";
	if (verdicts.has("unknown")) return "unknown";
	if (published !== undefined) return hasHeldTags(published) ? "held" : published.outcome;
	if (signed?.outcome === "failed") return "failed";
	if (verdicts.has("not tried")) return "skipped";
	if (isPublishMissing(run)) return run.jobs?.some(({ result }) => result === "cancelled") ? "cancelled" : "unknown";
	// A service that is not part of any matrix leg is unchanged.
	if (built.length === 0 && decisionOf(planned) === "unchanged") return "unchanged";
	if (run.build === undefined) return "planned";
	return builds.has("built") ? "built" : "unchanged";
}

/** Planned to be built, but no job has a result for it. */
function isUnbuilt({ platform, decision }: PlannedImage, built: readonly BuiltImage[]): boolean {
	return decision.kind === "build" && !built.some((image) => image.platform === platform);
}

/** A failed or cancelled publication also lists tags that it did not reach as held; those are not holds. */
function hasHeldTags({ outcome, tags, copies = [] }: PublishedService): boolean {
	if (outcome !== "published" && outcome !== "unchanged") return false;
	return [...tags, ...copies.flatMap((copy) => copy.tags)].some(({ state }) => state === "held");
}

/** Outcomes of a publication without a problem. */
const fine: ReadonlySet<PublishedService["outcome"]> = new Set([
	"published",
	"unchanged",
	"superseded",
	"not part of this release",
]);

/** The first problem, in one line. */
export function firstProblem(results: ServiceResults, outcome: ServiceOutcome): string | undefined {
	const { planned, built, smoked } = results;
	const isUnanswered = smoked.some(({ verdict }) => verdict === "unknown");
	if (outcome === "unknown" && !isUnanswered)
		return planned.some((image) => isUnbuilt(image, built)) ? lostText("builds") : lostText("publishes");
	return documentedProblem(results) ?? (outcome === "cancelled" ? "cancelled" : undefined);
}

const lostText = (does: string) => `the job that ${does} it ended without a result: its log says more`;

function documentedProblem({ planned, built, checked, smoked, signed, published }: ServiceResults): string | undefined {
	for (const { decision } of planned) if (decision.kind === "blocked") return decision.problems[0]?.message;
	const failedBuild = built.find(({ error }) => error !== undefined);
	if (failedBuild?.error) return failedBuild.error.message;
	const [failedCheck] = checked.flatMap(({ checks }) => failedChecks(checks));
	if (failedCheck) return formatFailedCheck(failedCheck);
	const failedSmoke = smoked.find(({ verdict }) => verdict !== "healthy" && verdict !== "skipped");
	if (failedSmoke && published?.exception === undefined) return failedSmoke.failure?.guess ?? failedSmoke.reason;
	if (signed?.outcome === "failed" && published === undefined) return signed.reason;
	if (published !== undefined && !fine.has(published.outcome)) return published.reason;
	const held = published?.outcome === "superseded" ? undefined : published?.tags.find(({ state }) => state === "held");
	return held && `${held.tag} held: ${held.why ?? published?.reason ?? ""}`;
}
