import type { BuildResult, BuiltImage } from "../../model/documents/build.ts";
import type { JobResult } from "../../model/documents/documents.ts";
import type { LintResult } from "../../model/documents/lint.ts";
import type { Plan } from "../../model/documents/plan.ts";
import type { PublishResult } from "../../model/documents/publish.ts";
import type { PastRun, PlanProgress } from "../../model/documents/report.ts";
import { withVerification } from "../../model/documents/results.ts";
import type { SignResult } from "../../model/documents/sign.ts";
import type { SmokeResult } from "../../model/documents/smoke.ts";
import type { VerifyResult } from "../../model/documents/verify.ts";

/** The documents of a run. A stage that did not finish has none. */
export interface Run {
	readonly plan: Plan;
	readonly lint?: LintResult;
	readonly build?: BuildResult;
	readonly verify?: VerifyResult;
	readonly smoke?: SmokeResult;
	readonly sign?: SignResult;
	readonly publish?: PublishResult;
	/** Job results of the workflow, if the report covers all jobs. */
	readonly jobs?: readonly JobResult[];
	/** Since the start of the process. */
	readonly durationMs?: number;
	/** The workflow run's page, with its artifacts. */
	readonly url?: string;
	/** Attempt of the workflow run, from the second one on. */
	readonly attempt?: number;
	/** Of the whole plan, if the run covers only a part of it. */
	readonly progress?: PlanProgress;
	/** Earlier runs, oldest first. */
	readonly history?: readonly PastRun[];
}

/** Whether only planning was done. */
export function isPlanAlone({ build, verify, smoke, sign, publish }: Run): boolean {
	return [build, verify, smoke, sign, publish].every((document) => document === undefined);
}

/** An image with its most thorough checks. */
export type CheckedImage = Pick<BuiltImage, "service" | "platform" | "checks" | "unchecked">;

export function checkedImages({ build, verify }: Run): readonly CheckedImage[] {
	if (build === undefined || verify === undefined) return build?.images ?? verify?.images ?? [];
	return withVerification(build, verify).images;
}
