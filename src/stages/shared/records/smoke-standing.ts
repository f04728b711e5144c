import type { Registry } from "../../../adapters/registry/registry.ts";
import type { BuildResult } from "../../../model/documents/build.ts";
import type { Plan } from "../../../model/documents/plan.ts";
import { plannedOrBuiltDigest } from "../../../model/documents/results.ts";
import type { Service } from "../../../model/service/service.ts";
import { imagesOfNeeds } from "../../../model/service/smoke-criteria.ts";
import { readSmokeRecords, type SmokeRecord, type SmokeStanding, standingFromRecords } from "./smoke-record.ts";

interface Image {
	readonly service: string;
	readonly platform: string;
	readonly digest: string;
}

/**
 * Whether images passed smoke under the checks of the catalog and, with `dependents`, with the same images of their
 * needs. `build` has the digests of needs that this run built.
 */
export function smokeStandingReader(
	which: "changed" | "dependents",
	registry: Pick<Registry, "manifest">,
	plan: Plan,
	build?: Pick<BuildResult, "images">,
): (image: Image) => Promise<SmokeStanding> {
	return async ({ service: name, platform, digest }) => {
		const service = serviceOfPlan(plan, name);
		const proofs = await proofsOf(registry, service.image, digest);
		if (which === "changed") return standingFromRecords(proofs, { plan, service });
		const beside = imagesOfNeeds(plan, service, (need) => plannedOrBuiltDigest(plan, build, need, platform));
		if (beside === undefined) return { kind: "unknown", why: "what it needs changed" };
		return standingFromRecords(proofs, { plan, service, needsImages: beside });
	};
}

/** Records by registry client: plan and smoke of one run share them, publish reads its own. */
const recordsCache = new WeakMap<object, Map<string, Promise<readonly SmokeRecord[]>>>();

function proofsOf(
	registry: Pick<Registry, "manifest">,
	image: string,
	digest: string,
): Promise<readonly SmokeRecord[]> {
	const byImage = recordsCache.get(registry) ?? new Map<string, Promise<readonly SmokeRecord[]>>();
	recordsCache.set(registry, byImage);
	const key = `${image}@${digest}`;
	const records = byImage.get(key) ?? readSmokeRecords(registry, image, digest);
	byImage.set(key, records);
	// A failed read is repeated the next time.
	records.catch(() => byImage.delete(key));
	return records;
}

/** A service of the plan by its name; an error of this program if it does not exist. */
export function serviceOfPlan({ services }: Pick<Plan, "services">, name: string): Service {
	const service = services.find((item) => item.name === name);
	if (service === undefined) throw new Error(`the plan has an image of ${name}, but no such service`);
	return service;
}
