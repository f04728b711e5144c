import type { SmokedService, SmokeFailure } from "../../../model/documents/smoke.ts";
import { defined } from "../../../util/defined.ts";
import { unameMachine } from "../../../util/executable-format.ts";
import type { MemberOutcome } from "../outcome.ts";
import { formatSeconds } from "../probes/attempt.ts";
import { sanitizeLogLine } from "../sanitize-log.ts";
import type { Member } from "../select-members.ts";
import { likelyCause } from "./diagnose.ts";
import { emulationCause } from "./emulation.ts";
import { exitMeaning } from "./exit-meaning.ts";

const shownLines = 25;

type Tried = Extract<MemberOutcome, { kind: "tried" }>;

/** What became of a member, as its row of the result. */
export function verdictRow(member: Member, platform: string, outcome: MemberOutcome | undefined): SmokedService {
	const { name: service, image: ref } = member;
	const digest = ref.slice(ref.indexOf("@") + 1);
	const who = { service, platform, ref, digest };
	if (outcome?.kind !== "tried")
		return { ...who, verdict: "unknown", reason: sanitizeLogLine(outcome?.why ?? "not tried"), probes: [] };
	const { trial, exit, log, needs } = outcome;
	const { probes, architecture, emulated, startedAt, durationMs, readyMs, note } = trial;
	const found = {
		...{ ...who, probes },
		...defined({ architecture }),
		...(emulated && { emulated }),
		...defined({ startedAt, durationMs, readyMs }),
		...(exit?.stopMs !== undefined && trial.failure === undefined && { stopMs: exit.stopMs }),
		...(trial.failure === undefined && stubborn(outcome) !== undefined && { killed: true as const }),
		...defined({ logFile: log?.file, needs }),
	};
	const undecided = noAnswer(platform, outcome) ?? (outcome.lost && `what it needs is gone: ${outcome.lost}`);
	if (undecided !== undefined) return { ...found, verdict: "unknown", reason: sanitizeLogLine(undecided) };
	const failure = failureOf(member, outcome);
	if (failure !== undefined) return { ...found, verdict: "unhealthy", failure };
	const killed = stubborn(outcome);
	const warnings = [needs && lacking(needs), emulated ? undefined : killed && `${killed}; ${handleIt}`].filter(
		(one) => one !== undefined,
	);
	const told = [emulated && killed && unseen(outcome), note].filter((one) => one !== undefined);
	return {
		...{ ...found, verdict: "healthy" },
		...(warnings.length > 0 && { warnings }),
		...(told.length > 0 && { reason: told.join("; ") }),
	};
}

const lacking = (needs: readonly string[]) => `needs: ${needs.join(", ")}`;

const handleIt = "as process 1 it gets no default handler: handle SIGTERM, or start it through an init such as tini";

/** Process 1 that ends itself by a signal, as uvicorn and Go programs do, hangs under QEMU, which waits for the signal that the kernel ignores. */
const unseen = ({ exit }: Tried) =>
	`stop not judged under emulation: it was killed ${formatSeconds(exit?.stopMs ?? 0)} after SIGTERM, and QEMU can hang there`;

/** It had to be killed. */
function stubborn({ exit }: Tried): string | undefined {
	return exit?.killed === true && !exit.outOfMemory
		? `ignores SIGTERM: killed after ${formatSeconds(exit.stopMs ?? 0)}`
		: undefined;
}

/** What is the machine's fault and not the service's. */
function noAnswer(platform: string, { trial, log }: Tried): string | undefined {
	const { failure: broken, architecture, emulated } = trial;
	if (broken === undefined) return undefined;
	const lines = [broken.symptoms.startError ?? "", ...(log?.lines ?? [])];
	// Its program is what it should be: it is the machine that cannot run it.
	if (
		architecture !== undefined &&
		architecture === unameMachine(platform) &&
		lines.some((line) => /exec format error/i.test(line))
	)
		return `the engine's machine cannot run ${platform}: no emulation is set up`;
	// A service that finds the disk full has not been tried.
	if (lines.slice(-shownLines).some((line) => /no space left on device|ENOSPC/i.test(line)))
		return "no space left on the engine's disk, or on a tmpfs that it writes to";
	return emulated && emulationCause(broken, log?.lines ?? []);
}

function failureOf({ policy }: Member, outcome: Tried): SmokeFailure | undefined {
	const { trial, log, needs } = outcome;
	const { failure: broken, probes, state } = trial;
	const lines = log?.lines ?? [];
	const shown = lines.slice(-shownLines);
	if (broken !== undefined) {
		const ended = broken.symptoms.exit;
		const lastProbe = broken.symptoms.probe?.error ?? probes.findLast(({ ok }) => !ok)?.error;
		return {
			phase: broken.phase,
			guess: sanitizeLogLine(broken.guess ?? likelyCause({ ...broken.symptoms, log: lines })),
			...(lastProbe !== undefined && { lastProbe: sanitizeLogLine(lastProbe) }),
			...(ended !== undefined && { exitCode: ended.exitCode, exitMeaning: exitMeaning(ended.exitCode, ended) }),
			...(state && state.healthLog.length > 0 && { healthLog: state.healthLog }),
			...(state && state.ports.length > 0 && { ports: state.ports }),
			...(state && { inspect: state.inspect }),
			log: shown,
		};
	}
	if (needs !== undefined && policy?.hardening !== "advisory")
		return { phase: "ready", guess: `is well only without its hardening; ${lacking(needs)}`, log: shown };
	const killed = stubborn(outcome);
	if (killed === undefined || trial.emulated || policy?.stop !== "required") return undefined;
	return {
		...{ phase: "stop", guess: `${killed}; ${handleIt}`, log: shown },
		...(outcome.exit && {
			exitCode: outcome.exit.exitCode,
			exitMeaning: exitMeaning(outcome.exit.exitCode, outcome.exit),
		}),
	};
}
