import type { BuildResult, BuiltImage } from "../../model/documents/build.ts";
import type { JobResult } from "../../model/documents/jobs.ts";
import type { LintResult } from "../../model/documents/lint.ts";
import type { Plan } from "../../model/documents/plan.ts";
import type { PublishResult } from "../../model/documents/publish.ts";
import type { PastRun, PlanProgress } from "../../model/documents/report.ts";
import type { SmokeResult } from "../../model/documents/smoke.ts";
import { type VerifyResult, withVerification } from "../../model/documents/verify.ts";

/** All that is known of a run. A stage that did not come to its end left no document; the report works without. */
export interface Run {
	readonly plan: Plan;
	readonly lint?: LintResult;
	readonly build?: BuildResult;
	readonly verify?: VerifyResult;
	readonly smoke?: SmokeResult;
	readonly publish?: PublishResult;
	/** How the jobs of the workflow ended, where the report is about all of them. */
	readonly jobs?: readonly JobResult[];
	/** From the start of the process to now. */
	readonly durationMs?: number;
	/** Where the workflow's run is shown, with its artifacts. */
	readonly url?: string;
	/** Which attempt of the workflow's run this is, from the second one on. */
	readonly attempt?: number;
	/** Of the whole plan, where this is a part of it. */
	readonly progress?: PlanProgress;
	/** Runs before this one, the oldest first. */
	readonly history?: readonly PastRun[];
}

/** Whether nothing but planning was done. */
export function isPlanAlone({ build, verify, smoke, publish }: Run): boolean {
	return build === undefined && verify === undefined && smoke === undefined && publish === undefined;
}

/** Images with what was checked of them, last and most thoroughly. */
export type CheckedImage = Pick<BuiltImage, "service" | "platform" | "checks" | "unchecked">;

export function checkedImages({ build, verify }: Run): readonly CheckedImage[] {
	if (build === undefined || verify === undefined) return build?.images ?? verify?.images ?? [];
	return withVerification(build, verify).images;
}
