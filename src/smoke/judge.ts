import type { SmokedService } from "../documents/smoke.ts";
import { machineOf } from "../program.ts";
import { seconds } from "./attempt.ts";
import { guess } from "./diagnose.ts";
import { harmless } from "./harmless.ts";
import type { Member } from "./members.ts";
import type { Outcome } from "./stack.ts";

const shownLines = 25;

/** What became of a member, as its row of the result. */
export function judge(member: Member, platform: string, outcome: Outcome | undefined): SmokedService {
	const { name: service, image: ref } = member;
	const digest = ref.slice(ref.indexOf("@") + 1);
	const who = { service, platform, ref, digest };
	if (outcome?.kind !== "tried")
		return { ...who, verdict: "unknown", reason: harmless(outcome?.why ?? "not tried"), probes: [] };
	const { trial, exit, log } = outcome;
	const { probes, architecture, readyMs, broken, note } = trial;
	const found = {
		probes,
		...(architecture !== undefined && { architecture }),
		...(readyMs !== undefined && { readyMs }),
		...(log?.file !== undefined && { logFile: log.file }),
	};
	if (broken === undefined) {
		const killed = exit?.killed === true && !exit.outOfMemory;
		const told = killed ? `ignores SIGTERM: killed after ${seconds(exit.stopMs ?? 0)}` : note;
		return {
			...{ ...who, verdict: "healthy", ...found },
			...(exit?.stopMs !== undefined && { stopMs: exit.stopMs }),
			...(told !== undefined && { reason: told }),
		};
	}
	const lines = log?.lines ?? [];
	const unemulated =
		architecture !== undefined &&
		architecture === machineOf(platform) &&
		[broken.symptoms.startError ?? "", ...lines].some((line) => /exec format error/i.test(line));
	// Its program is what it should be: it is the machine that cannot run it.
	if (unemulated)
		return {
			...{ ...who, verdict: "unknown", ...found },
			reason: `the engine's machine cannot run ${platform}: no emulation is set up`,
		};
	const ended = broken.symptoms.exit;
	return {
		...{ ...who, verdict: "unhealthy", ...found },
		failure: {
			phase: broken.phase,
			guess: harmless(broken.guess ?? guess({ ...broken.symptoms, log: lines })),
			...(ended !== undefined && { exitCode: ended.exitCode }),
			log: lines.slice(-shownLines),
		},
	};
}
