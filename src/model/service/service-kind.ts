import type { Plan } from "../documents/plan.ts";
import type { Service } from "./service.ts";

/**
 * How a service runs. `server`: has ports or a health check. `worker`: has neither, but a command, and must stay up.
 * `job`: exits by itself. `base`: a base image, or nothing to start. `never`: `run: never`.
 */
export type ServiceKind = "server" | "worker" | "job" | "base" | "never";

/** The part of a plan that decides the kinds of its services. */
export type PlanForKinds = Pick<Plan, "services" | "externals" | "images" | "parents">;

/** The kind of a service, for smoke, publish and compose.yml. */
export function serviceKind(plan: PlanForKinds, service: Service): ServiceKind {
	const { name, run, ports, health } = service;
	if (run !== undefined) return run;
	if (ports.length > 0 || health !== undefined) return "server";
	if ([...plan.services, ...plan.externals].some(({ needs }) => needs.includes(name))) return "worker";
	if (service.command !== undefined) return "worker";
	const commands = plan.images.flatMap((image) => (image.service === name ? (image.command ?? []) : []));
	if (commands.includes("own")) return "worker";
	return commands.length > 0 && !plan.parents?.includes(name) ? "worker" : "base";
}

/** Whether smoke starts containers of this kind. */
export const isStarted = (kind: ServiceKind): boolean => kind === "server" || kind === "worker" || kind === "job";

/** Why a service is not started; undefined if it is. */
export function whyNotStarted(kind: ServiceKind): string | undefined {
	if (kind === "never") return "not started: the catalog says run: never";
	return kind === "base" ? "a base image: it has no port, health check or command of its own" : undefined;
}
