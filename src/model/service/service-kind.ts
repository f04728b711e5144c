import type { Plan } from "../documents/plan.ts";
import type { Service } from "./service.ts";

/**
 * How a service runs. `server`: it has ports or a health check. `worker`: it has neither, but a command, and has to stay up. `job`: it ends by itself, and
 * its exit code is its health. `base`: it is there for others to be built from, or has nothing to start. `never`: the catalog says so.
 */
export type ServiceKind = "server" | "worker" | "job" | "base" | "never";

/** What of a plan decides the kinds of its services. */
export type PlanForKinds = Pick<Plan, "services" | "externals" | "images" | "parents">;

/** The kind of a service: one answer for smoke, publish and compose.yml. */
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

/** Whether containers of it are started. */
export const isStarted = (kind: ServiceKind): boolean => kind === "server" || kind === "worker" || kind === "job";

/** Why it is not started, in words; undefined when it is. */
export function whyNotStarted(kind: ServiceKind): string | undefined {
	if (kind === "never") return "not started: the catalog says run: never";
	return kind === "base" ? "a base image: it has no port, health check or command of its own" : undefined;
}
