import type { DoctorResult, Documents } from "../model/documents/documents.ts";
import { type RunVerdict, runVerdict } from "../presentation/run/run-verdict.ts";
import { StageTimeout } from "../util/deadline.ts";
import { UserError } from "../util/errors.ts";

/** Exit codes. --help and docs/cli.md document them from {@link exitCodes}. */
export const exit = { fine: 0, failed: 1, usage: 2, environment: 3, interrupted: 130 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

export const exitCodes: readonly { readonly code: ExitCode; readonly meaning: string }[] = [
	{ code: exit.fine, meaning: "success" },
	{ code: exit.failed, meaning: "a failure: of a Dockerfile, a build, a health check, a publication" },
	{ code: exit.usage, meaning: "an error on the command line or in the catalog" },
	{
		code: exit.environment,
		meaning: "an error of the environment: no engine, no emulation, a registry that does not answer",
	},
	{ code: exit.interrupted, meaning: "interrupted" },
];

/** Problems of the environment, which no change of the catalog fixes. */
const environment = /^(engine|registry|docker|git|github|network|environment|login)\//;

/** Other errors than {@link UserError} are bugs in this program and count as failures. */
export function exitCodeOfError(error: unknown): ExitCode {
	if (!(error instanceof UserError) || error instanceof StageTimeout) return exit.failed;
	return error.problems.some(({ code }) => environment.test(code)) ? exit.environment : exit.usage;
}

/** The exit code of the stages that ran: from the run's verdict, or from documents that only one stage writes. */
export function exitCodeOf({ plan, verifyHost, doctor, ...rest }: Documents): ExitCode {
	if (doctor !== undefined) return exitCodeOfDoctor(doctor);
	const isAbsent =
		rest.verify?.images.some(({ digest }) => digest === undefined) ||
		verifyHost?.images.some(({ state }) => ["absent", "old", "foreign", "unsigned"].includes(state));
	if (isAbsent) return exit.failed;
	if (plan !== undefined) return codeOf(runVerdict({ plan, ...rest }));
	const verdicts = new Set(verifyHost?.smoke.services.map(({ verdict }) => verdict));
	return verdicts.has("unhealthy") ? exit.failed : verdicts.has("unknown") ? exit.environment : exit.fine;
}

function codeOf(verdict: RunVerdict): ExitCode {
	switch (verdict.kind) {
		case "failed":
			return verdict.unanswered ? exit.environment : exit.failed;
		case "cancelled":
			return exit.interrupted;
		case "held":
		case "planned":
		case "well":
			return exit.fine;
		default:
			return verdict satisfies never;
	}
}

/** A wrong catalog is a usage error; everything else that is missing is the environment's. */
function exitCodeOfDoctor({ checks }: DoctorResult): ExitCode {
	const failed = checks.filter(({ state }) => state === "failed");
	if (failed.some(({ id }) => id !== "catalog")) return exit.environment;
	return failed.length > 0 ? exit.usage : exit.fine;
}
