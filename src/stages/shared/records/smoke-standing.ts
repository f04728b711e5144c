import type { Registry } from "../../../adapters/registry/registry.ts";
import { type BuildResult, plannedOrBuiltDigest } from "../../../model/documents/build.ts";
import type { Plan } from "../../../model/documents/plan.ts";
import type { Service } from "../../../model/service/service.ts";
import { imagesOfNeeds } from "../../../model/service/smoke-criteria.ts";
import { readSmokeRecords, type SmokeRecord, type SmokeStanding, standingFromRecords } from "./smoke-record.ts";

interface Image {
	readonly service: string;
	readonly platform: string;
	readonly digest: string;
}

/**
 * Says how images stand with smoke: whether they passed under the checks of the catalog, and with `dependents` beside the very images of their needs.
 * A digest of a need that this run built is in `build`.
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

/** What was read, by registry client: the plan of a run asks first, and smoke goes by the same answer. Publish asks by a client of its own. */
const known = new WeakMap<object, Map<string, Promise<readonly SmokeRecord[]>>>();

function proofsOf(
	registry: Pick<Registry, "manifest">,
	image: string,
	digest: string,
): Promise<readonly SmokeRecord[]> {
	const mine = known.get(registry) ?? new Map<string, Promise<readonly SmokeRecord[]>>();
	known.set(registry, mine);
	const key = `${image}@${digest}`;
	const found = mine.get(key) ?? readSmokeRecords(registry, image, digest);
	mine.set(key, found);
	// What went wrong may go well the next time.
	found.catch(() => mine.delete(key));
	return found;
}

/** A service of the plan, by its name. */
export function serviceOfPlan({ services }: Pick<Plan, "services">, name: string): Service {
	const service = services.find((one) => one.name === name);
	if (service === undefined) throw new Error(`the plan has an image of ${name}, but no such service`);
	return service;
}
