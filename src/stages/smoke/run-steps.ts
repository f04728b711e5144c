import { timingOf } from "../../model/service/timing.ts";
import { defined } from "../../util/defined.ts";
import { assumedMemory, type Turns } from "./admission-queue.ts";
import { EngineGone } from "./engine/call.ts";
import type { Exit } from "./engine/events.ts";
import { untilIdle } from "./engine/idle.ts";
import { type Log, saveLog } from "./engine/logs.ts";
import type { Pulled } from "./engine/pull.ts";
import { stop } from "./engine/stop.ts";
import { type PlainResult, retryPlain, type Stage } from "./hardening.ts";
import type { Member } from "./members.ts";
import type { Outcome } from "./outcome.ts";
import type { Trial } from "./trial.ts";
import { tryMember } from "./try-member.ts";
import { lossOf } from "./verdict/diagnose.ts";
import { emulatorsDoing } from "./verdict/emulation.ts";
import { ended } from "./verdict/failures.ts";

/** What all members of a stack share while it runs. */
export interface Perform extends Stage {
	readonly members: readonly Member[];
	readonly outcomes: Map<string, Outcome>;
	readonly here: ReadonlyMap<string, Extract<Pulled, { kind: "here" }>>;
	/** Of the containers, by member. */
	readonly ids: ReadonlyMap<string, string>;
	readonly logFolder: string;
	readonly turns: Turns;
	readonly tell: (member: Member, state: "started" | "update", text: string) => void;
}

/** How one member stands to the others. */
export interface Cue {
	/** Settles when all it needs are ready; of each that is not, why. */
	readonly needs: Promise<readonly (string | undefined)[]>;
	readonly isReady: () => void;
	/** Settles when those that need it are done with. */
	readonly dependents: Promise<unknown>;
}

/** One member from its start to its end: waits for its needs and its turn, is tried, stays up while it is needed, is stopped, and leaves its log. */
export async function perform(stage: Perform, member: Member, { needs, isReady, dependents }: Cue): Promise<void> {
	const { api, outcomes, here, ids, signal, tell } = stage;
	const { name } = member;
	const missing = (await needs).find((why) => why !== undefined);
	if (outcomes.has(name)) return;
	if (missing !== undefined) {
		outcomes.set(name, { kind: "unknown", why: `not started: ${missing}` });
		return;
	}
	const turn = await stage.turns.enter(member.hardening?.memory ?? assumedMemory);
	const over = new AbortController();
	try {
		signal.throwIfAborted();
		const [pulled, id] = [here.get(name), ids.get(name)];
		if (pulled === undefined || id === undefined) throw new EngineGone(`the container of ${name} is gone`);
		tell(member, "started", "starting");
		const starting = AbortSignal.any([signal, over.signal]);
		// What does not take a processor, or not any more, holds up nobody.
		untilIdle({ api, id, wanted: stage.turns.crowded, signal: starting }).then(turn.tried, () => {});
		const onReady = (text: string) => {
			over.abort();
			turn.tried();
			isReady();
			tell(member, "update", text);
		};
		const onWait = (text: string) => tell(member, "update", text);
		const trial = await tryMember({ ...stage, onReady, onWait }, pulled.member, pulled.image, id);
		if (trial.broken === undefined) {
			turn.tried();
			if (member.run !== "job") await dependents;
			outcomes.set(name, await finish(stage, member, { trial, id }));
			return;
		}
		const lost = await lostAmong(stage, member.needs);
		await stop(member, id, { ...stage, seconds: hurried, impatient: false });
		const log = await saveLog(stage.api, id, stage.logFolder, name);
		if (lost !== undefined) {
			outcomes.set(name, { kind: "tried", trial, log, lost, ...exitOf(stage, id) });
			return;
		}
		// What the emulator may have done is not a reason to lift a restriction.
		const emulators = trial.emulated && emulatorsDoing(trial.broken, log.lines);
		const plain = emulators ? undefined : await retry(stage, member, { trial, log });
		if (plain === undefined) {
			outcomes.set(name, { kind: "tried", trial, log, ...exitOf(stage, id) });
			return;
		}
		turn.tried();
		if (member.policy?.hardening === "advisory") {
			isReady();
			await dependents;
		}
		const ended = await finish(stage, member, plain);
		// The log that matters is the one of the try that failed.
		outcomes.set(name, { ...ended, needs: plain.needs, log });
	} finally {
		over.abort();
		turn.gone();
	}
}

/** The first of these needs that has ended, although it was to stay up, with its last words. */
async function lostAmong({ api, events, ids, jobs, logFolder }: Perform, needs: readonly string[]) {
	for (const need of needs) {
		const id = ids.get(need);
		const exit = id === undefined || jobs.has(need) ? undefined : events.exitedAs(id);
		if (id === undefined || exit === undefined) continue;
		const { lines } = await saveLog(api, id, logFolder, need);
		return lossOf(need, { exit, log: lines });
	}
	return undefined;
}

async function retry(
	stage: Perform,
	member: Member,
	{ trial, log }: { readonly trial: Trial; readonly log: Log },
): Promise<PlainResult | undefined> {
	const pulled = stage.here.get(member.name);
	if (pulled === undefined || member.role === "external") return undefined;
	stage.tell(member, "update", "failed; looking for the cause");
	return retryPlain(stage, pulled.member, pulled.image, trial, log.lines);
}

/** Seconds for one that has failed already. */
const hurried = 1;

/** Stops one that is well, as it would be stopped where it serves. */
async function finish(
	stage: Perform,
	member: Member,
	{ trial, id }: { readonly trial: Trial; readonly id: string },
): Promise<Extract<Outcome, { kind: "tried" }>> {
	const { stopGracePeriod } = timingOf(member);
	// A job has ended, and well.
	const broken = trial.broken ?? (member.run === "job" ? undefined : ended(stage.events, id));
	if (member.run !== "job") {
		stage.tell(member, "update", "stopping");
		const seconds = Math.max(1, Math.ceil(stopGracePeriod / 1_000));
		const impatient = trial.emulated === true && stage.reach.near;
		await stop(member, id, { ...stage, seconds, impatient });
	}
	const log = await saveLog(stage.api, id, stage.logFolder, member.name);
	return { kind: "tried", trial: { ...trial, ...defined({ broken }) }, log, ...exitOf(stage, id) };
}

const exitOf = ({ events }: Perform, id: string): { readonly exit?: Exit } => {
	const exit = events.exitedAs(id);
	return exit === undefined ? {} : { exit };
};
