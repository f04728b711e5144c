import { healthTiming } from "../../model/service/timing.ts";
import { defined } from "../../util/defined.ts";
import { type AdmissionQueue, defaultMemory } from "./admission-queue.ts";
import { checkContainer } from "./check-container.ts";
import type { ContainerResult } from "./check-types.ts";
import { EngineUnavailable } from "./engine/call.ts";
import { waitUntilIdle } from "./engine/cpu-usage.ts";
import type { ContainerExit } from "./engine/events.ts";
import { type ContainerLog, saveLog } from "./engine/logs.ts";
import type { PullResult } from "./engine/pull.ts";
import { stopContainer } from "./engine/stop-container.ts";
import type { MemberOutcome } from "./outcome.ts";
import { type RetryContext, retryWithoutHardening, type UnhardenedResult } from "./retry-without-hardening.ts";
import type { Member } from "./select-members.ts";
import { whyNeedFailed } from "./verdict/diagnose.ts";
import { emulationCause } from "./verdict/emulation.ts";
import { exitedEarly } from "./verdict/failures.ts";

/** What all members of a stack share while it runs. */
export interface StackContext extends RetryContext {
	readonly members: readonly Member[];
	readonly outcomes: Map<string, MemberOutcome>;
	readonly pulled: ReadonlyMap<string, Extract<PullResult, { kind: "here" }>>;
	/** Of the containers, by member. */
	readonly ids: ReadonlyMap<string, string>;
	readonly logFolder: string;
	readonly queue: AdmissionQueue;
	readonly onProgress: (member: Member, state: "started" | "update", text: string) => void;
}

/** How one member stands to the others. */
export interface Dependencies {
	/** Settles when all it needs are ready; of each that is not, why. */
	readonly needsReady: Promise<readonly (string | undefined)[]>;
	readonly markReady: () => void;
	/** Settles when those that need it are done with. */
	readonly dependentsDone: Promise<unknown>;
}

/** One member from its start to its end: waits for its needs and its turn, is tried, stays up while it is needed, is stopped, and leaves its log. */
export async function runMember(
	stage: StackContext,
	member: Member,
	{ needsReady: needs, markReady: isReady, dependentsDone: dependents }: Dependencies,
): Promise<void> {
	const { api, outcomes, pulled: here, ids, signal, onProgress: tell } = stage;
	const { name } = member;
	const missing = (await needs).find((why) => why !== undefined);
	if (outcomes.has(name)) return;
	if (missing !== undefined) {
		outcomes.set(name, { kind: "unknown", why: `not started: ${missing}` });
		return;
	}
	const turn = await stage.queue.acquire(member.hardening?.memory ?? defaultMemory);
	const over = new AbortController();
	try {
		signal.throwIfAborted();
		const [pulled, id] = [here.get(name), ids.get(name)];
		if (pulled === undefined || id === undefined) throw new EngineUnavailable(`the container of ${name} is gone`);
		tell(member, "started", "starting");
		const starting = AbortSignal.any([signal, over.signal]);
		// What does not take a processor, or not any more, holds up nobody.
		waitUntilIdle({ api, id, wanted: stage.queue.hasWaiting, signal: starting }).then(turn.releaseSlot, () => {});
		const onReady = (text: string) => {
			over.abort();
			turn.releaseSlot();
			isReady();
			tell(member, "update", text);
		};
		const onWait = (text: string) => tell(member, "update", text);
		const trial = await checkContainer({ ...stage, onReady, onWait }, pulled.member, pulled.image, id);
		if (trial.failure === undefined) {
			turn.releaseSlot();
			if (member.run !== "job") await dependents;
			outcomes.set(name, await finish(stage, member, { trial, id }));
			return;
		}
		const lost = await lostAmong(stage, member.needs);
		await stopContainer(member, id, { ...stage, seconds: hurried, killIfHung: false });
		const log = await saveLog(stage.api, id, stage.logFolder, name);
		if (lost !== undefined) {
			outcomes.set(name, { kind: "tried", trial, log, lost, ...exitOf(stage, id) });
			return;
		}
		// What the emulator may have done is not a reason to lift a restriction.
		const emulators = trial.emulated && emulationCause(trial.failure, log.lines);
		const plain = emulators ? undefined : await retry(stage, member, { trial, log });
		if (plain === undefined) {
			outcomes.set(name, { kind: "tried", trial, log, ...exitOf(stage, id) });
			return;
		}
		turn.releaseSlot();
		if (member.policy?.hardening === "advisory") {
			isReady();
			await dependents;
		}
		const ended = await finish(stage, member, plain);
		// The log that matters is the one of the try that failed.
		outcomes.set(name, { ...ended, needs: plain.needs, log });
	} finally {
		over.abort();
		turn.release();
	}
}

/** The first of these needs that has ended, although it was to stay up, with its last words. */
async function lostAmong({ api, events, ids, jobs, logFolder }: StackContext, needs: readonly string[]) {
	for (const need of needs) {
		const id = ids.get(need);
		const exit = id === undefined || jobs.has(need) ? undefined : events.getExit(id);
		if (id === undefined || exit === undefined) continue;
		const { lines } = await saveLog(api, id, logFolder, need);
		return whyNeedFailed(need, { exit, log: lines });
	}
	return undefined;
}

async function retry(
	stage: StackContext,
	member: Member,
	{ trial, log }: { readonly trial: ContainerResult; readonly log: ContainerLog },
): Promise<UnhardenedResult | undefined> {
	const pulled = stage.pulled.get(member.name);
	if (pulled === undefined || member.role === "external") return undefined;
	stage.onProgress(member, "update", "failed; looking for the cause");
	return retryWithoutHardening(stage, pulled.member, pulled.image, trial, log.lines);
}

/** Seconds for one that has failed already. */
const hurried = 1;

/** Stops one that is well, as it would be stopped where it serves. */
async function finish(
	stage: StackContext,
	member: Member,
	{ trial, id }: { readonly trial: ContainerResult; readonly id: string },
): Promise<Extract<MemberOutcome, { kind: "tried" }>> {
	const { stopGracePeriod } = healthTiming(member);
	// A job has ended, and well.
	const failure = trial.failure ?? (member.run === "job" ? undefined : exitedEarly(stage.events, id));
	if (member.run !== "job") {
		stage.onProgress(member, "update", "stopping");
		const seconds = Math.max(1, Math.ceil(stopGracePeriod / 1_000));
		const impatient = trial.emulated === true && stage.reach.isLocal;
		await stopContainer(member, id, { ...stage, seconds, killIfHung: impatient });
	}
	const log = await saveLog(stage.api, id, stage.logFolder, member.name);
	return { kind: "tried", trial: { ...trial, ...defined({ failure }) }, log, ...exitOf(stage, id) };
}

const exitOf = ({ events }: StackContext, id: string): { readonly exit?: ContainerExit } => {
	const exit = events.getExit(id);
	return exit === undefined ? {} : { exit };
};
