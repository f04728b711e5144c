import type { BuildResult, BuiltImage } from "../documents/build.ts";
import type { Plan, PlannedImage } from "../documents/plan.ts";
import type { Registry } from "../registry/registry.ts";

/**
 * A build result for a plan that was followed elsewhere, in another leg or job: the registry knows what was pushed. An image that is not there was not
 * built, and is `skipped`.
 */
export async function buildFromRegistry(plan: Plan, registry: Pick<Registry, "imageFacts">): Promise<BuildResult> {
	const images = await Promise.all(plan.images.map((image) => find(image, registry)));
	return { kind: "lucid.build", version: 1, revision: plan.source.revision, images, command: [], durationMs: 0 };
}

async function find(image: PlannedImage, registry: Pick<Registry, "imageFacts">): Promise<BuiltImage> {
	const { service, platform, fingerprint, contentRef, decision } = image;
	const row = { service, platform, fingerprint, contentRef, checks: [] };
	if (decision.kind === "blocked")
		return { ...row, outcome: "failed", error: { message: decision.problems[0]?.message ?? "cannot be planned" } };
	const facts = await registry.imageFacts(contentRef, platform);
	if (facts === undefined)
		return { ...row, outcome: "skipped", error: { message: `is not in the registry: ${contentRef}` } };
	const { digest, size, layers } = facts;
	return { ...row, outcome: decision.kind === "build" ? "built" : "unchanged", digest, size, layers: layers.length };
}
