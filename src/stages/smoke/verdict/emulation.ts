import type { Health } from "../../../model/service/service.ts";
import { defined } from "../../../util/defined.ts";
import { unameMachine } from "../../../util/executable-format.ts";
import type { ContainerFailure, Execution } from "../check-types.ts";
import type { Member } from "../select-members.ts";
import { exitMeaning, isServiceFault } from "./diagnose.ts";

/** `machine` is the engine's, as `uname -m` says it. x86_64 runs 32-bit x86 natively. */
export function executionOf(platform: string, machine: string): Execution {
	const wanted = unameMachine(platform);
	return wanted === machine || (wanted === "i686" && machine === "x86_64") ? "native" : "emulated";
}

/** Factor for start times: under QEMU servers take 8 to 13 times as long as natively (docs/smoke.md). */
export const startSlowdown = 10;
/** Factor for the time of one answer. */
const answerSlowdown = 4;

/** Bytes for the code that QEMU translates. One Python process takes about 60 MB more than natively. */
const translationMemory = 256 * 2 ** 20;

/** Raises a member's limits for emulation: time per attempt, memory, and one QEMU thread per process. */
export function withEmulationLimits<M extends Member>(member: M): M {
	const { health, hardening } = member;
	if (hardening === undefined) return { ...member, ...(health && { health: slower(health) }) };
	const memory = hardening.memory === undefined ? undefined : hardening.memory + translationMemory;
	const pids = hardening.pids === undefined ? undefined : hardening.pids * 2;
	return {
		...{ ...member, ...(health && { health: slower(health) }) },
		hardening: { ...hardening, ...defined({ memory, pids }) },
	};
}

function slower(health: Health): Health {
	return { ...health, timing: { ...health.timing, timeout: health.timing.timeout * answerSlowdown } };
}

/** Exit codes of crashes: SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS. */
const crashCodes = new Set([132, 133, 134, 135, 136, 139, 159]);

/** Messages of QEMU, and of programs that miss a system call (io_uring, seccomp) or crash in translated code. */
const emulatorPatterns = new RegExp(
	[
		...["^qemu(?:-\\w+)?: ", "uncaught target signal", "Function not implemented", "\\bENOSYS\\b"],
		...["(?:os error|Errno) 38\\b", "\\bio_uring", "\\bseccomp\\b", "\\bSIG(?:SEGV|ILL|BUS|TRAP|ABRT)\\b"],
		...["Segmentation fault", "Illegal instruction"],
	].join("|"),
	"i",
);

/** The process limit, which is doubled already. QEMU says this too when it cannot start its thread. */
const tooManyProcesses = /Resource temporarily unavailable|can't start new thread|pthread_create failed/i;

/** Commands that read /proc, where other processes appear as QEMU with the program as an argument. */
const processCommands = /(?:^|[\s/;&|(])(?:pidof|pgrep|pkill|killall|ps|top)(?:$|[\s;&|)])|\/proc\//;

const noVerdict = " under emulation, so no verdict";

/** Why a failure under emulation gives no verdict; undefined when the emulator cannot be the cause. */
export function emulationCause(failure: ContainerFailure, log: readonly string[]): string | undefined {
	const { phase, symptoms, check } = failure;
	const { exit, probe, startError, stillBusy } = symptoms;
	if (phase === "pull" || symptoms.architecture !== undefined) return undefined;
	if (exit?.outOfMemory)
		return `out of memory${noVerdict}: QEMU needs memory too; raise hardening.memory or run smoke natively`;
	const lines = [...(startError === undefined ? [] : [startError]), ...(probe ? [probe.error] : []), ...log];
	if (stillBusy)
		return `${probe?.error ?? "not ready"}; still busy${noVerdict}: raise start_period or run smoke natively`;
	if (isServiceFault({ ...symptoms, log }) || lines.some((line) => tooManyProcesses.test(line))) return undefined;
	if (exit !== undefined && crashCodes.has(exit.exitCode))
		return `ended by ${exitMeaning(exit.exitCode, exit)}${noVerdict}: QEMU may be the cause; run smoke natively`;
	const line = lines.findLast((item) => emulatorPatterns.test(item));
	if (line !== undefined) return `its log says "${line.trim().slice(0, 160)}"${noVerdict}: run smoke natively`;
	if (check === undefined) return undefined;
	const [, code] = /^exit (\d+)/.exec(probe?.error ?? "") ?? [];
	if (crashCodes.has(Number(code))) return `its check fails with ${probe?.error}${noVerdict}: run smoke natively`;
	if (processCommands.test(check.join(" ")))
		return `its check inspects processes, which are QEMU's${noVerdict}: ${probe?.error ?? "it fails"}`;
	return undefined;
}
