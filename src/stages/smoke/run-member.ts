import { healthTiming } from "../../model/service/service.ts";
import { sleep } from "../../util/clock.ts";
import { defined } from "../../util/defined.ts";
import type { Redact } from "../../util/redact.ts";
import { type Admission, type AdmissionQueue, defaultMemory } from "./admission-queue.ts";
import { checkContainer } from "./check-container.ts";
import type { ContainerResult, MemberOutcome } from "./check-types.ts";
import { EngineUnavailable } from "./engine/call.ts";
import { waitUntilIdle } from "./engine/cpu-usage.ts";
import { saveLog } from "./engine/logs.ts";
import type { PulledImage } from "./engine/pull.ts";
import { stopContainer } from "./engine/stop-container.ts";
import { type RetryContext, retryWithoutHardening } from "./retry-without-hardening.ts";
import type { Member } from "./select-members.ts";
import { whyNeedFailed } from "./verdict/diagnose.ts";
import { emulationCause } from "./verdict/emulation.ts";
import { exitedEarly } from "./verdict/failures.ts";

/** Shared by all members of a stack while it runs. */
export interface StackContext extends RetryContext {
	readonly members: readonly Member[];
	readonly outcomes: Map<string, MemberOutcome>;
	readonly pulled: ReadonlyMap<string, PulledImage>;
	/** Container ids by member name. */
	readonly ids: ReadonlyMap<string, string>;
	readonly logFolder: string;
	/** Removes secrets from logs. */
	readonly redact: Redact;
	readonly queue: AdmissionQueue;
	readonly onProgress: (member: Member, state: "started" | "update", text: string) => void;
}

/** Synchronizes a member with its needs and dependents. */
export interface Dependencies {
	/** Settles when all needs are ready or have failed: for each need why it failed, or undefined. */
	readonly needsReady: Promise<readonly (string | undefined)[]>;
	readonly markReady: () => void;
	/** Settles when no dependent needs the member any more. */
	readonly dependentsDone: Promise<unknown>;
}

/** Seconds from SIGTERM to SIGKILL for a container that has failed. */
const failedStopSeconds = 1;

/**
 * Runs one member: waits for its needs and for admission, checks it, keeps it up while others need it, stops it and
 * saves its log. Sets its outcome.
 */
export async function runMember(context: StackContext, member: Member, dependencies: Dependencies): Promise<void> {
	const { outcomes, queue } = context;
	const { name } = member;
	const missing = (await dependencies.needsReady).find((why) => why !== undefined);
	if (outcomes.has(name)) return;
	if (missing !== undefined) {
		outcomes.set(name, { kind: "unknown", why: `not started: ${missing}` });
		return;
	}
	const admission = await queue.acquire(member.hardening?.memory ?? defaultMemory);
	try {
		outcomes.set(name, await runAdmitted(context, member, { ...dependencies, admission }));
	} finally {
		admission.release();
	}
}

interface Admitted extends Dependencies {
	readonly admission: Admission;
}

async function runAdmitted(
	context: StackContext,
	member: Member,
	{ admission, markReady, dependentsDone }: Admitted,
): Promise<MemberOutcome> {
	const { api, pulled, ids, signal, events, logFolder, redact, queue, onProgress } = context;
	const { name } = member;
	signal.throwIfAborted();
	const [image, id] = [pulled.get(name), ids.get(name)];
	if (image === undefined || id === undefined) throw new EngineUnavailable(`the container of ${name} is gone`);
	const over = new AbortController();
	try {
		onProgress(member, "started", "starting");
		// A container that uses almost no CPU does not delay the next start.
		const starting = AbortSignal.any([signal, over.signal]);
		waitUntilIdle({ api, id, isWanted: queue.hasWaiting, signal: starting }).then(admission.releaseSlot, () => {});
		const onReady = (text: string) => {
			over.abort();
			admission.releaseSlot();
			markReady();
			onProgress(member, "update", text);
		};
		const onWait = (text: string) => onProgress(member, "update", text);
		const result = await checkContainer({ ...context, onReady, onWait }, image.member, image.image, id);
		if (result.failure === undefined) {
			admission.releaseSlot();
			if (member.run !== "job") await dependentsDone;
			return await stopHealthy(context, member, { result, id });
		}
		const failedNeed = await findFailedNeed(context, member.needs);
		await stopContainer(member, id, { ...context, seconds: failedStopSeconds, killIfHung: false });
		const log = await saveLog(api, id, { folder: logFolder, name, redact });
		const failed: MemberOutcome = {
			...{ kind: "tested", result, log },
			...defined({ failedNeed, exit: events.getExit(id) }),
		};
		// A restriction is not lifted for a failure that the emulator may have caused.
		const isUndecided = result.emulated && emulationCause(result.failure, log.lines) !== undefined;
		if (failedNeed !== undefined || isUndecided || member.role === "external") return failed;
		onProgress(member, "update", "failed; looking for the cause");
		const retry = await retryWithoutHardening(context, image, { result, log: log.lines });
		if (retry === undefined) return failed;
		admission.releaseSlot();
		if (member.policy?.hardening === "advisory") {
			markReady();
			await dependentsDone;
		}
		const stopped = await stopHealthy(context, member, retry);
		// The log of the failed attempt is the one to show.
		return { ...stopped, missingPermissions: retry.missingPermissions, log };
	} finally {
		over.abort();
	}
}

/** The engine may report the exit of a need shortly after that of its dependent; milliseconds. */
const exitReportMs = 500;

/** The first need that has exited although it should stay up, with the end of its log. */
async function findFailedNeed(
	{ api, events, ids, jobs, logFolder, redact }: StackContext,
	needs: readonly string[],
): Promise<string | undefined> {
	const running = needs.flatMap((need) => {
		const id = jobs.has(need) ? undefined : ids.get(need);
		return id === undefined ? [] : [{ need, id }];
	});
	if (running.length === 0) return undefined;
	await Promise.race([sleep(exitReportMs), ...running.map(({ id }) => events.waitForExit(id))]);
	for (const { need, id } of running) {
		const exit = events.getExit(id);
		if (exit === undefined) continue;
		const { lines } = await saveLog(api, id, { folder: logFolder, name: need, redact });
		return whyNeedFailed(need, { exit, log: lines });
	}
	return undefined;
}

/** Stops a healthy container as production does. */
async function stopHealthy(
	context: StackContext,
	member: Member,
	{ result, id }: { readonly result: ContainerResult; readonly id: string },
): Promise<Extract<MemberOutcome, { kind: "tested" }>> {
	const { api, events, logFolder, redact } = context;
	let failure = result.failure;
	if (member.run !== "job") {
		failure ??= exitedEarly(events, id);
		context.onProgress(member, "update", "stopping");
		const seconds = Math.max(1, Math.ceil(healthTiming(member).stopGracePeriod / 1_000));
		const killIfHung = result.emulated === true && context.reach.isLocal;
		await stopContainer(member, id, { ...context, seconds, killIfHung });
	}
	const log = await saveLog(api, id, { folder: logFolder, name: member.name, redact });
	return {
		...{ kind: "tested", result: { ...result, ...defined({ failure }) }, log },
		...defined({ exit: events.getExit(id) }),
	};
}
