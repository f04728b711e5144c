import type { SmokedService, SmokeFailure } from "../../../model/documents/smoke.ts";
import { defined } from "../../../util/defined.ts";
import { unameMachine } from "../../../util/executable-format.ts";
import { sanitizeLogLine } from "../../../util/sanitize.ts";
import type { MemberOutcome } from "../check-types.ts";
import { formatSeconds } from "../probes/attempt.ts";
import type { Member } from "../select-members.ts";
import { exitMeaning, likelyCause } from "./diagnose.ts";
import { emulationCause } from "./emulation.ts";

const shownLogLines = 25;

type TestedOutcome = Extract<MemberOutcome, { kind: "tested" }>;

/** A member's row of the result. */
export function verdictRow(member: Member, platform: string, outcome: MemberOutcome | undefined): SmokedService {
	const { name: service, image: ref } = member;
	const digest = ref.slice(ref.indexOf("@") + 1);
	const image = { service, platform, ref, digest };
	if (outcome?.kind !== "tested")
		return { ...image, verdict: "unknown", reason: sanitizeLogLine(outcome?.why ?? "not tried"), probes: [] };
	const { result, exit, log, missingPermissions, failedNeed } = outcome;
	const { probes, architecture, emulated, startedAt, durationMs, readyMs, note } = result;
	const sigterm = ignoredSigterm(outcome);
	const isUp = result.failure === undefined;
	const row = {
		...{ ...image, probes },
		...defined({ architecture, emulated, startedAt, durationMs, readyMs }),
		...defined({ stopMs: isUp ? exit?.stopMs : undefined, killed: isUp && sigterm ? (true as const) : undefined }),
		...defined({ logFile: log?.file, needs: missingPermissions }),
	};
	const undecided = whyUndecided(platform, outcome) ?? (failedNeed && `a need failed: ${failedNeed}`);
	if (undecided !== undefined) return { ...row, verdict: "unknown", reason: sanitizeLogLine(undecided) };
	const failure = failureOf(member, outcome);
	if (failure !== undefined) return { ...row, verdict: "unhealthy", failure };
	const warnings = [
		missingPermissions && formatNeeds(missingPermissions),
		emulated ? undefined : sigterm && `${sigterm}; ${sigtermAdvice}`,
	].filter((warning) => warning !== undefined);
	const remarks = [emulated && sigterm && stopNotJudged(outcome), note].filter((remark) => remark !== undefined);
	return {
		...{ ...row, verdict: "healthy" },
		...(warnings.length > 0 && { warnings }),
		...(remarks.length > 0 && { reason: remarks.join("; ") }),
	};
}

const formatNeeds = (permissions: readonly string[]) => `needs: ${permissions.join(", ")}`;

const sigtermAdvice =
	"process 1 has no default signal handler: handle SIGTERM, or start it through an init such as tini";

/** A process 1 that signals itself, as uvicorn and Go do, hangs: QEMU waits for a signal that the kernel ignores. */
const stopNotJudged = ({ exit }: TestedOutcome) =>
	`stop not judged under emulation: killed ${formatSeconds(exit?.stopMs ?? 0)} after SIGTERM, where QEMU can hang`;

function ignoredSigterm({ exit }: TestedOutcome): string | undefined {
	return exit?.killed === true && !exit.outOfMemory
		? `ignores SIGTERM: killed after ${formatSeconds(exit.stopMs ?? 0)}`
		: undefined;
}

/** Why a failure is the machine's and not the service's. */
function whyUndecided(platform: string, { result, log }: TestedOutcome): string | undefined {
	const { failure, architecture, emulated } = result;
	if (failure === undefined) return undefined;
	const lines = [failure.symptoms.startError ?? "", ...(log?.lines ?? [])];
	// The program is right; the machine cannot run it.
	if (
		architecture !== undefined &&
		architecture === unameMachine(platform) &&
		lines.some((line) => /exec format error/i.test(line))
	)
		return `the engine's machine cannot run ${platform}: emulation is not set up`;
	if (lines.slice(-shownLogLines).some((line) => /no space left on device|ENOSPC/i.test(line)))
		return "no space left on the engine's disk, or on a tmpfs that the service writes to";
	return emulated && emulationCause(failure, log?.lines ?? []);
}

function failureOf({ policy }: Member, outcome: TestedOutcome): SmokeFailure | undefined {
	const { result, log, missingPermissions, exit } = outcome;
	const { failure, probes, state } = result;
	const lines = log?.lines ?? [];
	const shown = lines.slice(-shownLogLines);
	if (failure !== undefined) {
		const { exit: failedExit, probe } = failure.symptoms;
		const lastProbe = probe?.error ?? probes.findLast(({ ok }) => !ok)?.error;
		return {
			phase: failure.phase,
			guess: sanitizeLogLine(failure.cause ?? likelyCause({ ...failure.symptoms, log: lines })),
			...(lastProbe !== undefined && { lastProbe: sanitizeLogLine(lastProbe) }),
			...(failedExit && exitFields(failedExit)),
			...(state && state.healthLog.length > 0 && { healthLog: state.healthLog }),
			...(state && state.ports.length > 0 && { ports: state.ports }),
			...(state && { inspect: state.inspect }),
			log: shown,
		};
	}
	if (missingPermissions !== undefined && policy?.hardening !== "advisory") {
		const guess = `healthy only without hardening; ${formatNeeds(missingPermissions)}`;
		return { phase: "ready", guess, log: shown };
	}
	const sigterm = ignoredSigterm(outcome);
	if (sigterm === undefined || result.emulated || policy?.stop !== "required") return undefined;
	const guess = `${sigterm}; ${sigtermAdvice}`;
	return { phase: "stop", guess, log: shown, ...(exit && exitFields(exit)) };
}

const exitFields = (exit: { readonly exitCode: number; readonly outOfMemory: boolean }) => ({
	exitCode: exit.exitCode,
	exitMeaning: exitMeaning(exit.exitCode, exit),
});
