import type { Plan } from "../../src/model/documents/plan.ts";
import { assemblePlan, decideImages, type PlanLookups, type PlanRequest } from "../../src/stages/plan/make-plan.ts";

/** A plan of inputs at hand, as the stage makes it. */
export async function makePlan(request: PlanRequest, lookups: PlanLookups): Promise<Plan> {
	return assemblePlan(request, await decideImages({ ...request, lookups }));
}
