import type { BuildResult } from "../documents/build.ts";
import { digestOf } from "../documents/digest-of.ts";
import type { Plan } from "../documents/plan.ts";
import type { Service } from "../documents/service.ts";
import { needsImages } from "../documents/trial.ts";
import { type Standing, standingOf } from "../publish/proof.ts";
import type { Registry } from "../registry/registry.ts";

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
		if (which === "changed") return standingOf(registry, { plan, service, digest });
		const beside = needsImages(plan, service, (need) => digestOf(plan, build, need, platform));
		if (beside === undefined) return { kind: "unknown", why: "what it needs changed" };
		return standingOf(registry, { plan, service, digest, beside });
	};
}

/** A service of the plan, by its name. */
export function serviceOf({ services }: Pick<Plan, "services">, name: string): Service {
	const service = services.find((one) => one.name === name);
	if (service === undefined) throw new Error(`the plan has an image of ${name}, but no such service`);
	return service;
}
