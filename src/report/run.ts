import type { BuildResult, BuiltImage } from "../documents/build.ts";
import type { LintResult } from "../documents/finding.ts";
import type { JobResult } from "../documents/jobs.ts";
import type { Plan } from "../documents/plan.ts";
import type { PublishResult } from "../documents/publish.ts";
import type { SmokeResult } from "../documents/smoke.ts";
import { type VerifyResult, withVerification } from "../documents/verify.ts";
import type { PastRun } from "./history.ts";
import type { PlanProgress } from "./progress.ts";
import { timeline } from "./timeline.ts";

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

/** From the first build to the last verdict, on whatever machines; undefined where nothing took time. */
export function spanOf(run: Run): number | undefined {
	const bars = timeline(run);
	if (bars.length === 0) return undefined;
	return Math.max(...bars.map(({ end }) => end)) - Math.min(...bars.map(({ start }) => start));
}
