import { defined } from "../../util/defined.ts";
import type { Plan } from "../documents/plan.ts";
import { isStarted, type PlanForKinds, serviceKind } from "../service/service-kind.ts";
import type { Stack, StackService } from "./compose-file.ts";

/** A published image of a service. */
export interface PublishedServiceImage {
	/** Digest of the index of all platforms. */
	readonly digest: string;
	/** Its image has a HEALTHCHECK: services that need it wait until it is healthy. */
	readonly healthcheck?: boolean;
}

/** The stack to deploy: every started service with a published image, by digest, and the externals that they need. */
export function deploymentStack(
	plan: PlanForKinds & Pick<Plan, "project" | "network">,
	published: ReadonlyMap<string, PublishedServiceImage>,
): Stack {
	const { project, network, services, externals } = plan;
	const own = services.flatMap((service): StackService[] => {
		const image = published.get(service.name);
		if (image === undefined || !isStarted(serviceKind(plan, service))) return [];
		const { name, env, ports, health, needs, hardening, command } = service;
		return [
			{
				...{ name, env, ports, needs, hardening, image: `${service.image}@${image.digest}` },
				...defined({ health, command }),
				...(service.run === "job" && { run: "job" }),
			},
		];
	});
	const needed = new Set(own.flatMap(({ needs }) => needs));
	// The set grows during the iteration.
	for (const name of needed)
		for (const need of externals.find((external) => external.name === name)?.needs ?? []) needed.add(need);
	const others = externals
		.filter(({ name }) => needed.has(name))
		.map(({ name, image, run, command, env, ports, health, needs }) => ({
			...{ name, image, env, ports, needs },
			...defined({ run, command, health }),
		}));
	const selfChecked = new Set([...published].filter(([, { healthcheck }]) => healthcheck).map(([name]) => name));
	return { use: { kind: "deployment" }, project, network, services: [...others, ...own], withHealthcheck: selfChecked };
}
