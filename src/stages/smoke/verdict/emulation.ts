import type { Health } from "../../../model/service/service.ts";
import { unameMachine } from "../../../util/executable-format.ts";
import type { ContainerFailure, Execution } from "../check-types.ts";
import type { Member } from "../select-members.ts";
import { isServiceFault } from "./diagnose.ts";
import { exitMeaning } from "./exit-meaning.ts";

/** How a platform's programs run on an engine's machine, by the word of `uname -m`. x86_64 runs 32-bit x86 by itself. */
export function executionOf(platform: string, machine: string): Execution {
	const wanted = unameMachine(platform);
	return wanted === machine || (wanted === "i686" && machine === "x86_64") ? "native" : "emulated";
}

/** How much longer a start may take. Under QEMU it takes servers 8 to 13 times as long as natively (docs/smoke.md). */
export const startSlowdown = 10;
/** How much longer one answer may take. */
const slowAnswer = 4;

/** For the code that QEMU translates, bytes. One Python process takes about 60 MB more than natively. */
const translated = 256 * 2 ** 20;

/** A member with what emulation costs added to its limits: time for each try, memory, and a thread of QEMU's own for each process. */
export function withEmulationLimits<M extends Member>(member: M): M {
	const { health, hardening } = member;
	const { memory, pids } = hardening ?? {};
	return {
		...member,
		...(health && { health: slower(health) }),
		...(hardening && {
			hardening: {
				...hardening,
				...(memory !== undefined && { memory: memory + translated }),
				...(pids !== undefined && { pids: pids * 2 }),
			},
		}),
	};
}

function slower(health: Health): Health {
	return { ...health, timing: { ...health.timing, timeout: health.timing.timeout * slowAnswer } };
}

/** Exit codes of a process that a signal ended which a fault brings about: SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS. */
const faults = new Set([132, 133, 134, 135, 136, 139, 159]);

/** What QEMU itself writes, and what programs write when it lacks a system call (io_uring, seccomp) or crashes in what it translated. */
const signs =
	/^qemu(?:-\w+)?: |uncaught target signal|Function not implemented|\bENOSYS\b|(?:os error|Errno) 38\b|\bio_uring|\bseccomp\b|\bSIG(?:SEGV|ILL|BUS|TRAP|ABRT)\b|Segmentation fault|Illegal instruction/i;

/** The limit on processes, which is doubled already: QEMU says so too when it finds no room for its thread. */
const tooMany = /Resource temporarily unavailable|can't start new thread|pthread_create failed/i;

/** Programs that look at /proc, where other processes are QEMU with the program as an argument. */
const looksAtProcesses = /(?:^|[\s/;&|(])(?:pidof|pgrep|pkill|killall|ps|top)(?:$|[\s;&|)])|\/proc\//;

/** Why a failure under emulation says nothing about the service; undefined when the emulator has no part in it. */
export function emulationCause(
	{ phase, symptoms, check }: ContainerFailure,
	log: readonly string[],
): string | undefined {
	const { exit, probe, startError, stillBusy: working } = symptoms;
	if (phase === "pull" || symptoms.architecture !== undefined) return undefined;
	if (exit?.outOfMemory)
		return `out of memory${undecided}: QEMU takes memory too; raise hardening.memory or smoke it natively`;
	const lines = [...(startError === undefined ? [] : [startError]), ...(probe ? [probe.error] : []), ...log];
	if (working)
		return `${probe?.error ?? "not ready"}, and was still busy${undecided}: raise start_period or smoke it natively`;
	if (isServiceFault({ ...symptoms, log }) || lines.some((line) => tooMany.test(line))) return undefined;
	if (exit !== undefined && faults.has(exit.exitCode))
		return `ended by ${exitMeaning(exit.exitCode, exit)}${undecided}: QEMU may be the cause; smoke it natively`;
	const sign = lines.findLast((line) => signs.test(line));
	if (sign !== undefined) return `its log says "${sign.trim().slice(0, 160)}"${undecided}: smoke it natively`;
	const [, code] = /^exit (\d+)/.exec(probe?.error ?? "") ?? [];
	if (check !== undefined && faults.has(Number(code)))
		return `its check fails with ${probe?.error}${undecided}: smoke it natively`;
	if (check !== undefined && looksAtProcesses.test(check.join(" ")))
		return `its check looks at processes, which are QEMU's${undecided}: ${probe?.error ?? "it fails"}`;
	return undefined;
}

const undecided = " under emulation, which decides nothing";
