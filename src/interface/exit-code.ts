import { type BuildResult, failedChecks } from "../documents/build.ts";
import type { DoctorResult } from "../documents/doctor.ts";
import type { HostResult } from "../documents/host.ts";
import type { Plan } from "../documents/plan.ts";
import type { PublishResult } from "../documents/publish.ts";
import type { SmokeResult } from "../documents/smoke.ts";
import type { VerifyResult } from "../documents/verify.ts";
import { UserError } from "../errors.ts";

/** What a process ends with. Documented in every --help and in docs/cli.md from {@link exitCodes}. */
export const exit = { fine: 0, failed: 1, usage: 2, environment: 3, interrupted: 130 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

export const exitCodes: readonly { readonly code: ExitCode; readonly meaning: string }[] = [
	{ code: exit.fine, meaning: "everything that was asked for is done" },
	{ code: exit.failed, meaning: "something failed: a Dockerfile, a build, a health check, a publication" },
	{ code: exit.usage, meaning: "a mistake on the command line or in the catalog" },
	{ code: exit.environment, meaning: "the surroundings: no engine, no emulation, a registry that does not answer" },
	{ code: exit.interrupted, meaning: "interrupted" },
];

/** Codes of problems that nobody can mend in the catalog. */
const environment = /^(engine|registry|docker|git|github|network|environment|login)\//;

/** An error that is no {@link UserError} is a fault of this program, and counts as a failure. */
export function exitCodeOfError(error: unknown): ExitCode {
	if (!(error instanceof UserError)) return exit.failed;
	return error.problems.some(({ code }) => environment.test(code)) ? exit.environment : exit.usage;
}

/** What came of the stages that ran. The worst counts: a failure before a result that is no answer. */
export interface Outcomes {
	readonly plan?: Plan;
	readonly build?: BuildResult;
	readonly verify?: VerifyResult;
	readonly smoke?: SmokeResult;
	readonly publish?: PublishResult;
	readonly verifyHost?: HostResult;
	readonly doctor?: DoctorResult;
}

export function exitCodeOf({ plan, build, verify, smoke, publish, verifyHost, doctor }: Outcomes): ExitCode {
	if (doctor !== undefined) return exitCodeOfDoctor(doctor);
	const images = build?.images ?? [];
	const selected = new Set(plan?.selected);
	const policies = new Map(plan?.services.map(({ name, policy }) => [name, policy]));
	const smoked = smoke?.services.filter(({ service }) => policies.get(service)?.smoke !== "advisory") ?? [];
	const failed =
		plan?.images.some(({ service, decision }) => selected.has(service) && decision.kind === "blocked") ||
		images.some(({ outcome }) => outcome === "failed" || outcome === "skipped") ||
		[...images, ...(verify?.images ?? [])].some(
			({ service, checks }) => policies.get(service)?.verify !== "advisory" && failedChecks(checks).length > 0,
		) ||
		verify?.images.some(({ digest }) => digest === undefined) ||
		verifyHost?.images.some(({ state }) => state === "absent" || state === "old") ||
		smoked.some(({ verdict }) => verdict === "unhealthy") ||
		publish?.services.some(({ outcome }) => outcome === "failed" || outcome === "skipped");
	if (failed) return exit.failed;
	if (smoked.some(({ verdict }) => verdict === "unknown")) return exit.environment;
	const cancelled = [...images, ...(publish?.services ?? [])].some(({ outcome }) => outcome === "cancelled");
	return cancelled ? exit.interrupted : exit.fine;
}

/** A catalog that is wrong is the user's, all else that is missing is the machine's. */
function exitCodeOfDoctor({ checks }: DoctorResult): ExitCode {
	const failed = checks.filter(({ state }) => state === "failed");
	if (failed.some(({ id }) => id !== "catalog")) return exit.environment;
	return failed.length > 0 ? exit.usage : exit.fine;
}
