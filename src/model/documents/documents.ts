import type { z } from "zod";
import { fits, type Infer, readObject } from "../../util/json.ts";
import type { BuildResult } from "./build.ts";
import type { InitResult } from "./init.ts";
import type { LintResult } from "./lint.ts";
import type { Plan } from "./plan.ts";
import type { PublishResult } from "./publish.ts";
import type { ReportResult } from "./report.ts";
import type { SignResult } from "./sign.ts";
import type { SmokeResult } from "./smoke.ts";
import type { VerifyResult } from "./verify.ts";
import type { HostResult } from "./verify-host.ts";

/** The documents of a run, by stage. */
export interface Documents {
	readonly plan?: Plan;
	readonly lint?: LintResult;
	readonly build?: BuildResult;
	readonly verify?: VerifyResult;
	readonly smoke?: SmokeResult;
	readonly sign?: SignResult;
	readonly publish?: PublishResult;
	/** Its smoke result is also in `smoke`. */
	readonly verifyHost?: HostResult;
	readonly report?: ReportResult;
	/** Results of the workflow's jobs. */
	readonly jobs?: readonly JobResult[];
	/** URLs of the comment and the issue. */
	readonly notifications?: { readonly comment?: string; readonly issue?: string };
	readonly init?: InitResult;
	readonly doctor?: DoctorResult;
	/** Why there was nothing to do. Then there is no other document. */
	readonly nothingToDo?: string;
	/** From the start of the run. */
	readonly durationMs?: number;
}

export const jobResults = ["success", "failure", "cancelled", "skipped"] as const;

/** GitHub's result of a job. Timeouts and lost runners are `failure`; `cancelled`: by a person or a newer commit. */
export interface JobResult {
	/** Id in the workflow, if known. */
	readonly job?: string;
	readonly result: (typeof jobResults)[number];
}

/** The result of `lucid doctor`. */
export interface DoctorResult {
	readonly kind: "lucid.doctor";
	readonly version: 1;
	/** In order: each check depends on those before it. */
	readonly checks: readonly DoctorCheck[];
}

export interface DoctorCheck {
	/** `node`, `git`, `engine`, `image-store`, `buildx`, `compose`, `disk`, `catalog`, `platform:linux/arm64`, ... */
	readonly id: string;
	/** `warning`: it works, but may cause trouble. `skipped`: an earlier check failed. */
	readonly state: "good" | "warning" | "failed" | "skipped";
	/** The finding, in one line. */
	readonly found: string;
	readonly why?: string;
	readonly fix?: string;
}

/** The schema of a document that another stage or job writes. */
export type DocumentSchema = z.ZodObject<{ kind: z.ZodLiteral<string>; version: z.ZodLiteral<number> }>;

/** Whether a value is a document of a schema. `onMismatch` gets a predicate: `is not a lucid.plan document`. */
export function isDocument<S extends DocumentSchema>(
	schema: S,
	value: unknown,
	onMismatch: (why: string) => void,
): value is Infer<S> {
	const { kind, version } = readObject(value) ?? {};
	const wanted = { kind: schema.shape.kind.value, version: schema.shape.version.value };
	if (kind !== wanted.kind) onMismatch(`is not a ${wanted.kind} document`);
	else if (version !== wanted.version)
		onMismatch(`is version ${version} of ${kind}, and this program reads version ${wanted.version}`);
	else return fits(schema, value, (why) => onMismatch(`is not a valid ${kind} document: ${why}`));
	return false;
}
