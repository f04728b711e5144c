import type { BuildResult } from "../documents/build.ts";
import type { LintResult } from "../documents/finding.ts";
import type { Plan } from "../documents/plan.ts";
import type { PublishResult } from "../documents/publish.ts";
import type { SmokeResult } from "../documents/smoke.ts";

/** All that is known of a run. A stage that did not come to its end left no document; the report works without. */
export interface Run {
	readonly plan: Plan;
	readonly lint?: LintResult;
	readonly build?: BuildResult;
	readonly smoke?: SmokeResult;
	readonly publish?: PublishResult;
	/** From the start of the process to now. */
	readonly durationMs?: number;
}

/** Whether nothing but planning was done. */
export function isPlanAlone({ build, smoke, publish }: Run): boolean {
	return build === undefined && smoke === undefined && publish === undefined;
}
