import type { Registry } from "../../../adapters/registry/registry.ts";
import type { BuildResult, BuiltImage } from "../../../model/documents/build.ts";
import type { Plan, PlannedImage } from "../../../model/documents/plan.ts";
import type { ImageFacts } from "../../../model/oci/image-facts.ts";
import { concernsOneRepository } from "../../../model/oci/registry-refusals.ts";
import { describeForeign } from "../../../model/service/image-identity.ts";
import { defined } from "../../../util/defined.ts";
import { whyForeign } from "./foreign-image.ts";
import { rowFromFacts } from "./read-back.ts";

/**
 * The build result of a plan that other legs or jobs have built, from what is in the registry; its images are checked
 * again. An image that does not exist was not built and is `skipped`. With the results of these jobs, only the digests
 * that they pushed count: others who can push cannot replace them.
 */
export async function buildResultFromRegistry(
	plan: Plan,
	registry: Pick<Registry, "imageFacts" | "manifest">,
	results?: Pick<BuildResult, "images">,
): Promise<BuildResult> {
	const images = await Promise.all(
		plan.images.map(async (image) => {
			const row = await find(image, plan, registry);
			return results === undefined ? row : ofResults(row, image, results);
		}),
	);
	return { kind: "lucid.build", version: 1, revision: plan.source.revision, images, command: [], durationMs: 0 };
}

async function find(
	image: PlannedImage,
	{ services, source, reuse }: Plan,
	registry: Pick<Registry, "imageFacts" | "manifest">,
): Promise<BuiltImage> {
	const { platform, fingerprint, contentRef, decision } = image;
	const service = services.find(({ name }) => name === image.service);
	if (service === undefined) throw new Error(`the plan has an image of ${image.service}, but no such service`);
	const row = { service: service.name, platform, fingerprint, contentRef, checks: [] };
	if (decision.kind === "blocked")
		return { ...row, outcome: "failed", error: { message: decision.problems[0]?.message ?? "cannot be planned" } };
	let facts: ImageFacts | undefined;
	try {
		facts = await registry.imageFacts(contentRef, platform);
	} catch (error) {
		if (!concernsOneRepository(error)) throw error;
		const [{ code } = {}] = error.problems;
		return { ...row, outcome: "failed", error: { message: error.message, ...defined({ code }) } };
	}
	if (facts === undefined)
		return { ...row, outcome: "skipped", error: { message: missing(contentRef, decision.kind) } };
	const foreign = await whyForeign(registry, image, source, facts);
	if (foreign !== undefined) {
		const message = `${describeForeign(contentRef, foreign)}. Fix: run all jobs again, the plan too`;
		return { ...row, outcome: "failed", error: { message, code: "registry/foreign-image" } };
	}
	// The plan proved the origin of this digest alone.
	if (
		reuse !== undefined &&
		reuse.from !== "any" &&
		decision.kind === "unchanged" &&
		facts.digest !== decision.digest
	) {
		const message = `${contentRef} was ${decision.digest} when the plan proved who built it, and is ${facts.digest} now. Fix: run all jobs again, the plan too`;
		return { ...row, outcome: "failed", error: { message, code: "registry/foreign-image" } };
	}
	// Another run may have pushed it for another commit, so any revision is accepted.
	const fields = rowFromFacts(facts, service, source, { platform, outcome: "unchanged" });
	// The content of its bases did not change, so the published image was kept.
	const isKept = decision.kind === "build" && decision.keep?.digest === facts.digest;
	return { ...row, outcome: decision.kind === "build" && !isKept ? "built" : "unchanged", ...fields };
}

/** The row of the job that built an image, if the registry still has what that job pushed. */
function ofResults(
	found: BuiltImage,
	{ service, platform, decision }: PlannedImage,
	{ images }: Pick<BuildResult, "images">,
): BuiltImage {
	const row = images.find((one) => one.service === service && one.platform === platform);
	const isGood = row?.outcome === "built" || row?.outcome === "unchanged";
	if (row !== undefined && !isGood) return row;
	const { digest, fingerprint, contentRef } = found;
	const common = { service, platform, fingerprint, contentRef, checks: [] };
	const expected = row?.digest ?? (decision.kind === "unchanged" ? decision.digest : undefined);
	if (expected === undefined && decision.kind === "build")
		return { ...common, outcome: "skipped", error: { message: "no job of this run built it" } };
	// It is gone, or it is not ours.
	if (digest === undefined) return found;
	if (digest === expected) return row ?? found;
	const message = `${contentRef} has ${digest}, but this run's ${row === undefined ? "plan found" : "build pushed"} ${expected}: something else overwrote it. Fix: run all jobs again, the plan too`;
	return { ...common, outcome: "failed", error: { message, code: "registry/foreign-image" } };
}

/** "Re-run failed jobs" reuses the plan of the first attempt, and an image of that plan may be gone. */
function missing(contentRef: string, decision: "build" | "unchanged"): string {
	return decision === "build"
		? `is not in the registry: ${contentRef}`
		: `was in the registry when the plan was made, and is gone: ${contentRef}. Fix: run all jobs again, the plan too`;
}
