import type { BuildResult } from "../documents/build.ts";
import type { DoctorResult } from "../documents/doctor.ts";
import type { LintResult } from "../documents/finding.ts";
import type { HostResult } from "../documents/host.ts";
import type { InitResult } from "../documents/init.ts";
import type { JobResult } from "../documents/jobs.ts";
import type { Plan } from "../documents/plan.ts";
import type { PublishResult } from "../documents/publish.ts";
import type { SmokeResult } from "../documents/smoke.ts";
import type { VerifyResult } from "../documents/verify.ts";
import type { ReportResult } from "../report/document.ts";

/** Whatever stages left behind, by name. */
export interface Documents {
	readonly plan?: Plan;
	readonly lint?: LintResult;
	readonly build?: BuildResult;
	readonly verify?: VerifyResult;
	readonly smoke?: SmokeResult;
	readonly publish?: PublishResult;
	/** Its smoke result stands under `smoke`, too. */
	readonly verifyHost?: HostResult;
	readonly report?: ReportResult;
	/** How the jobs of the workflow ended. */
	readonly jobs?: readonly JobResult[];
	/** Where GitHub was told of it: addresses. */
	readonly told?: { readonly comment?: string; readonly issue?: string };
	readonly init?: InitResult;
	readonly doctor?: DoctorResult;
	/** Why there was nothing to do, where there was nothing: no other document is there then. */
	readonly nothingToDo?: string;
	/** From the start of the run. */
	readonly durationMs?: number;
}
