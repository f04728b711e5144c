import type { BuildResult } from "./build.ts";
import type { DoctorResult } from "./doctor.ts";
import type { InitResult } from "./init.ts";
import type { JobResult } from "./jobs.ts";
import type { LintResult } from "./lint.ts";
import type { Plan } from "./plan.ts";
import type { PublishResult } from "./publish.ts";
import type { ReportResult } from "./report.ts";
import type { SmokeResult } from "./smoke.ts";
import type { VerifyResult } from "./verify.ts";
import type { HostResult } from "./verify-host.ts";

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
	readonly notifications?: { readonly comment?: string; readonly issue?: string };
	readonly init?: InitResult;
	readonly doctor?: DoctorResult;
	/** Why there was nothing to do, where there was nothing: no other document is there then. */
	readonly nothingToDo?: string;
	/** From the start of the run. */
	readonly durationMs?: number;
}
