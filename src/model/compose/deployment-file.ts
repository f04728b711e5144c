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

/** Why a service is not deployed: a clause. */
export interface LeftOut {
	readonly why: string;
}

/**
 * The stack to deploy: every started service with a published image, by digest, and the externals that they need. Its
 * notes name the command that checks the images, and the services that are left out.
 */
export function deploymentStack(
	plan: PlanForKinds & Pick<Plan, "project" | "network">,
	found: ReadonlyMap<string, PublishedServiceImage | LeftOut>,
	{ signed = false }: { readonly signed?: boolean } = {},
): Stack {
	const published = new Map([...found].flatMap(([name, one]) => ("why" in one ? [] : [[name, one] as const])));
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
	const notes = [
		`Check the images before \`docker compose up\`: \`docker compose pull && lucid verify-host${signed ? " --require-signed" : ""}\`, in a clone of the repository.`,
		...services.flatMap((service) => {
			const one = found.get(service.name);
			if (one === undefined || !("why" in one) || !isStarted(serviceKind(plan, service))) return [];
			return [`Left out: ${service.name}: ${one.why}.`];
		}),
	];
	return {
		...{ use: { kind: "deployment" }, project, network, services: [...others, ...own] },
		...{ withHealthcheck: selfChecked, notes },
	};
}
