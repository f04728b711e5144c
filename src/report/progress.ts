import { type Outcome, toRows } from "./rows.ts";
import type { Run } from "./run.ts";

export interface PhaseProgress {
	readonly id: string;
	readonly title: string;
	readonly required: number;
	readonly complete: number;
	readonly status: "complete" | "in progress" | "pending";
}

/** How much of the whole plan is done. */
export interface PlanProgress {
	readonly phases: readonly PhaseProgress[];
	readonly required: number;
	readonly complete: number;
	readonly percent: number;
}

const done: ReadonlySet<Outcome> = new Set(["published", "unchanged", "built", "held"]);

/** Undefined when the run was about some of the services only: then it cannot tell how far the others are. */
export function toProgress(run: Run): PlanProgress | undefined {
	const { plan } = run;
	if (plan.phases.length === 0 || plan.selected.length < plan.services.length) return undefined;
	const complete = new Set(toRows(run).flatMap(({ service, outcome }) => (done.has(outcome) ? service : [])));
	const phases = plan.phases.map(({ id, title }) => {
		const there = plan.services.filter(({ phase }) => phase === id);
		const built = there.filter(({ name }) => complete.has(name)).length;
		const required = there.length + plan.planned.filter(({ phase }) => phase === id).length;
		const status = built === required ? "complete" : built > 0 ? "in progress" : "pending";
		return { id, title, required, complete: built, status } as const;
	});
	const total = (key: "required" | "complete") => phases.reduce((sum, phase) => sum + phase[key], 0);
	const required = total("required");
	const reached = total("complete");
	return { phases, required, complete: reached, percent: required === 0 ? 0 : Math.round((reached / required) * 100) };
}
