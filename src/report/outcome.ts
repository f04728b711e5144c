import { type BuiltImage, failedChecks } from "../documents/build.ts";
import type { PlannedImage } from "../documents/plan.ts";
import type { PublishedService } from "../documents/publish.ts";
import type { Service } from "../documents/service.ts";
import type { SmokedService } from "../documents/smoke.ts";
import type { CheckedImage, Run } from "./run.ts";

/** How a service's run ended. `unknown` when a stage broke off before it could say. */
export type Outcome =
	| "published"
	| "unchanged"
	| "built"
	| "planned"
	| "held"
	| "failed"
	| "skipped"
	| "cancelled"
	| "not part of this release"
	| "unknown";

/** What was decided for a service, of all its platforms: what is blocked on one is blocked. */
export function decisionOf(images: readonly PlannedImage[]): "build" | "unchanged" | "blocked" {
	const kinds = new Set(images.map(({ decision }) => decision.kind));
	return kinds.has("blocked") ? "blocked" : kinds.has("build") ? "build" : "unchanged";
}

/** How it ended, by the last stage that had something to say. */
export function outcomeOf(
	run: Run,
	{ policy }: Service,
	planned: readonly PlannedImage[],
	built: readonly BuiltImage[],
	checked: readonly CheckedImage[],
	smoked: readonly SmokedService[],
	published: PublishedService | undefined,
): Outcome {
	const buildOutcomes = new Set(built.map(({ outcome }) => outcome));
	if (buildOutcomes.has("failed") || planned.some(({ decision }) => decision.kind === "blocked")) return "failed";
	if (buildOutcomes.has("cancelled")) return "cancelled";
	if (buildOutcomes.has("skipped")) return "skipped";
	if (policy.verify === "required" && checked.some(({ checks }) => failedChecks(checks).length > 0)) return "failed";
	// What is only told for information fails no service, as it fails no run.
	const verdicts = new Set(policy.smoke === "advisory" ? [] : smoked.map(({ verdict }) => verdict));
	if (published !== undefined) {
		if (published.outcome === "superseded") return "held";
		if (published.outcome === "failed" || verdicts.has("unhealthy")) return "failed";
		return published.tags.some(({ state }) => state === "held") ? "held" : published.outcome;
	}
	if (verdicts.has("unhealthy")) return "failed";
	if (verdicts.has("unknown")) return "unknown";
	// What no leg of a matrix was about is unchanged, as the plan found it.
	if (built.length === 0 && decisionOf(planned) === "unchanged") return "unchanged";
	if (run.build === undefined) return "planned";
	return built.length === 0 ? "unknown" : buildOutcomes.has("built") ? "built" : "unchanged";
}

/** How a publication may end without a problem. */
const fine: ReadonlySet<PublishedService["outcome"]> = new Set(["published", "unchanged", "not part of this release"]);

/** What went wrong first, one line. */
export function firstProblem(
	planned: readonly PlannedImage[],
	built: readonly BuiltImage[],
	checked: readonly CheckedImage[],
	smoked: readonly SmokedService[],
	published: PublishedService | undefined,
): string | undefined {
	for (const { decision } of planned) if (decision.kind === "blocked") return decision.problems[0]?.message;
	const failedBuild = built.find(({ error }) => error !== undefined);
	if (failedBuild?.error) return failedBuild.error.message;
	const [failedCheck] = checked.flatMap(({ checks }) => failedChecks(checks));
	if (failedCheck) return `${failedCheck.name}: ${failedCheck.actual}, not ${failedCheck.expected}`;
	const failedSmoke = smoked.find(({ verdict }) => verdict === "unhealthy" || verdict === "unknown");
	if (failedSmoke) return failedSmoke.failure?.guess ?? failedSmoke.reason;
	if (published !== undefined && !fine.has(published.outcome)) return published.reason;
	const held = published?.tags.find(({ state }) => state === "held");
	return held && `${held.tag} held: ${held.why ?? published?.reason ?? ""}`;
}
