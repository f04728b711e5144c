import type { Plan } from "../../model/documents/plan.ts";
import type { PlanProgress, ServiceOutcome } from "../../model/documents/report.ts";
import type { Run } from "./run.ts";
import { toRows } from "./service-rows.ts";

const done: ReadonlySet<ServiceOutcome> = new Set(["published", "unchanged", "superseded", "built", "held"]);

/** Whether a plan covers all services of the catalog. */
export const coversAllServices = ({ selected, services }: Plan): boolean => selected.length >= services.length;

/**
 * Progress of the whole plan. For a run of some services, `there` is the registry's state of the others; undefined
 * without it.
 */
export function toProgress(run: Run, there?: Plan): PlanProgress | undefined {
	const { plan } = run;
	if (run.progress !== undefined) return run.progress;
	if (plan.phases.length === 0 || (!coversAllServices(plan) && there === undefined)) return undefined;
	const complete = new Set(toRows(run).flatMap(({ service, outcome }) => (done.has(outcome) ? service : [])));
	for (const name of there === undefined ? [] : standing(there)) if (!plan.selected.includes(name)) complete.add(name);
	const phases = plan.phases.map(({ id, title }) => {
		const services = plan.services.filter(({ phase }) => phase === id);
		const built = services.filter(({ name }) => complete.has(name)).length;
		const required = services.length + plan.planned.filter(({ phase }) => phase === id).length;
		const status = built === required ? "complete" : built > 0 ? "in progress" : "pending";
		return { id, title, required, complete: built, status } as const;
	});
	const total = (key: "required" | "complete") => phases.reduce((sum, phase) => sum + phase[key], 0);
	const required = total("required");
	const reached = total("complete");
	return { phases, required, complete: reached, percent: required === 0 ? 0 : Math.round((reached / required) * 100) };
}

/** Services whose images are all in the registry as they would be built now. */
function standing({ services, images }: Plan): readonly string[] {
	return services
		.map(({ name }) => name)
		.filter((name) => {
			const own = images.filter(({ service }) => service === name);
			return own.length > 0 && own.every(({ decision }) => decision.kind === "unchanged");
		});
}
