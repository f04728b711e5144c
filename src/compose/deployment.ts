import type { Plan } from "../documents/plan.ts";
import type { Part, Stack } from "./compose.ts";

/** A published image of a service. */
export interface Published {
	/** Of the index that holds all platforms. */
	readonly digest: string;
	/** Its image carries a HEALTHCHECK: what needs it waits until that is good. */
	readonly healthcheck?: boolean;
}

/**
 * The stack of a plan as it is shipped: every service of which there is a published image, by that digest, and the externals that these need.
 * Base images, which have neither ports nor health, are no part of it.
 */
export function deployment(
	{ project, network, services, externals }: Pick<Plan, "project" | "network" | "services" | "externals">,
	published: ReadonlyMap<string, Published>,
): Stack {
	const own = services.flatMap((service): Part[] => {
		const image = published.get(service.name);
		if (image === undefined || (service.ports.length === 0 && service.health === undefined)) return [];
		const { name, env, ports, health, needs, hardening } = service;
		return [
			{
				...{ name, env, ports, needs, hardening, image: `${service.image}@${image.digest}` },
				...(health !== undefined && { health }),
			},
		];
	});
	const needed = new Set(own.flatMap(({ needs }) => needs));
	// A set that grows while it is walked through.
	for (const name of needed)
		for (const need of externals.find((one) => one.name === name)?.needs ?? []) needed.add(need);
	const others = externals
		.filter(({ name }) => needed.has(name))
		.map(({ name, image, command, env, ports, health, needs }) => ({
			...{ name, image, env, ports, needs },
			...(command !== undefined && { command }),
			...(health !== undefined && { health }),
		}));
	const selfChecked = new Set([...published].filter(([, { healthcheck }]) => healthcheck).map(([name]) => name));
	return { use: { kind: "deployment" }, project, network, parts: [...others, ...own], selfChecked };
}
