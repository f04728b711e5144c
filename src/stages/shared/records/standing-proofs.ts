import type { Registry } from "../../../adapters/registry/registry.ts";
import { type BuildResult, digestOf } from "../../../model/documents/build.ts";
import type { Plan } from "../../../model/documents/plan.ts";
import type { Service } from "../../../model/service/service.ts";
import { needsImages } from "../../../model/service/trial.ts";
import { type Proof, readProofs, type Standing, standing } from "./smoke-proof.ts";

interface Image {
	readonly service: string;
	readonly platform: string;
	readonly digest: string;
}

/**
 * Says how images stand with smoke: whether they passed under the checks of the catalog, and with `dependents` beside the very images of their needs.
 * A digest of a need that this run built is in `build`.
 */
export function standings(
	which: "changed" | "dependents",
	registry: Pick<Registry, "manifest">,
	plan: Plan,
	build?: Pick<BuildResult, "images">,
): (image: Image) => Promise<Standing> {
	return async ({ service: name, platform, digest }) => {
		const service = serviceOf(plan, name);
		const proofs = await proofsOf(registry, service.image, digest);
		if (which === "changed") return standing(proofs, { plan, service });
		const beside = needsImages(plan, service, (need) => digestOf(plan, build, need, platform));
		if (beside === undefined) return { kind: "unknown", why: "what it needs changed" };
		return standing(proofs, { plan, service, beside });
	};
}

/** What was read, by registry client: the plan of a run asks first, and smoke goes by the same answer. Publish asks by a client of its own. */
const known = new WeakMap<object, Map<string, Promise<readonly Proof[]>>>();

function proofsOf(registry: Pick<Registry, "manifest">, image: string, digest: string): Promise<readonly Proof[]> {
	const mine = known.get(registry) ?? new Map<string, Promise<readonly Proof[]>>();
	known.set(registry, mine);
	const key = `${image}@${digest}`;
	const found = mine.get(key) ?? readProofs(registry, image, digest);
	mine.set(key, found);
	// What went wrong may go well the next time.
	found.catch(() => mine.delete(key));
	return found;
}

/** A service of the plan, by its name. */
export function serviceOf({ services }: Pick<Plan, "services">, name: string): Service {
	const service = services.find((one) => one.name === name);
	if (service === undefined) throw new Error(`the plan has an image of ${name}, but no such service`);
	return service;
}
