import type { Plan, PlannedImage } from "../documents/plan.ts";
import type { Registry } from "../registry/registry.ts";
import { findImage } from "./published.ts";

/**
 * A plan that was made a while ago, by another job: what has been pushed since, by an earlier leg or by the run that this one repeats, is not built again.
 * What somebody asked to build anyway (`force`, `no-cache`) is, but not what it is FROM.
 */
export async function resume(plan: Plan, registry: Registry, cache: "use" | "none"): Promise<Plan> {
	const selected = new Set(plan.selected);
	const find = async (image: PlannedImage): Promise<PlannedImage> => {
		const { decision, service, contentRef, platform } = image;
		if (decision.kind !== "build") return image;
		const asked = cache === "none" || decision.reasons.some(({ kind }) => kind === "forced");
		if (asked && selected.has(service)) return image;
		const found = await findImage(registry, contentRef, platform);
		if (found === undefined) return image;
		const reasons = [{ kind: "already-built", detail: "built since the plan was made" }] as const;
		return { ...image, decision: { kind: "unchanged", reasons, ...found } };
	};
	return { ...plan, images: await Promise.all(plan.images.map(find)) };
}
