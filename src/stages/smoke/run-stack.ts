import { randomBytes } from "node:crypto";
import pLimit from "p-limit";
import { directPortAccess } from "../../adapters/docker/direct-port-access.ts";
import type { Docker, PortAccess } from "../../adapters/docker/docker.ts";
import type { EngineApi } from "../../adapters/docker/engine-api.ts";
import type { SmokeResult } from "../../model/documents/smoke.ts";
import type { Network } from "../../model/service/service.ts";
import { timeoutMessage } from "../../util/deadline.ts";
import type { Redact } from "../../util/redact.ts";
import { admissionQueue } from "./admission-queue.ts";
import type { ContainerFailure, Execution, MemberOutcome, SharedContext } from "./check-types.ts";
import { EngineUnavailable } from "./engine/call.ts";
import { type EngineInfo, engineInfo, inspectContainers } from "./engine/containers.ts";
import { createStack } from "./engine/create-stack.ts";
import { watchEvents } from "./engine/events.ts";
import { currentOwner, removeContainers, removeRun, toLabels } from "./engine/owner.ts";
import { type PullContext, type PulledImage, pullMember } from "./engine/pull.ts";
import { runMember, type StackContext } from "./run-member.ts";
import type { Member } from "./select-members.ts";
import { whyNeedFailed } from "./verdict/diagnose.ts";
import { executionOf, withEmulationLimits } from "./verdict/emulation.ts";

export interface StackInput extends Pick<PullContext, "images" | "credentials" | "onPullProgress"> {
	readonly docker: Docker;
	readonly api: EngineApi;
	readonly platform: string;
	readonly network: Network;
	/** Needs first. */
	readonly members: readonly Member[];
	readonly signal: AbortSignal;
	readonly composePath: string;
	readonly logFolder: string;
	/** Removes secrets from logs. */
	readonly redact: Redact;
	/** Services that start at once; default: four per processor of the engine, two under emulation. */
	readonly maxParallel?: number | undefined;
	/** Way to the engine's published ports; default: this machine's loopback. */
	readonly reach?: PortAccess | undefined;
	readonly onProgress: (member: Member, state: "started" | "update", text: string) => void;
}

export interface StackResult {
	readonly network: SmokeResult["network"];
	readonly outcomes: ReadonlyMap<string, MemberOutcome>;
	/** Whether a Compose file was written. */
	readonly created: boolean;
	/** What the engine did not remove. */
	readonly leftovers: readonly string[];
}

/**
 * Runs the members as one Compose project: pulls images, creates containers, checks and stops each, and saves the logs.
 * Always removes everything it created.
 */
export async function runStack(input: StackInput): Promise<StackResult> {
	const { docker, api, reach = directPortAccess("127.0.0.1") } = input;
	const run = `lucid-smoke-${randomBytes(5).toString("hex")}`;
	const outcomes = new Map<string, MemberOutcome>();
	const failing = new AbortController();
	const signal = AbortSignal.any([input.signal, failing.signal]);
	let network: SmokeResult["network"] = input.network;
	let created = false;
	let leftovers: readonly string[] = [];
	try {
		const info = await engineInfo(api, signal);
		const execution = executionOf(input.platform, info.machine);
		const members = execution === "native" ? input.members : input.members.map(withEmulationLimits);
		const pulled = await pullAll({ ...input, members, signal }, outcomes);
		const services = [...pulled.values()].map(({ member }) => member);
		if (services.length > 0) {
			await using events = watchEvents(api, {
				...{ run, since: info.time },
				onLost: (why) => failing.abort(new EngineUnavailable(why)),
			});
			created = true;
			const labels = toLabels(currentOwner(run));
			const withHealthcheck = new Set([...pulled].flatMap(([name, { image }]) => (image.healthcheck ? name : [])));
			const stack = await createStack({
				...{ docker, api, signal, composePath: input.composePath, isLocal: reach.isLocal },
				stack: {
					...{ use: { kind: "smoke", labels }, project: run, network: input.network, services },
					...{ withHealthcheck, address: reach.publishAddress },
				},
			});
			network = stack.network;
			for (const [name, startError] of stack.refused)
				outcomes.set(name, failedOutcome({ phase: "start", symptoms: { startError } }));
			const ids = new Map((await inspectContainers(api, run, signal)).map(({ service, id }) => [service, id]));
			const shared: SharedContext = {
				...{ machines: new Map(), execution },
				...{ commandLimit: pLimit(info.cpus), startLimit: pLimit(info.cpus) },
			};
			const context: StackContext = {
				...{ docker, api, run, labels, signal, events, reach, shared, outcomes, pulled, ids },
				...{ members, logFolder: input.logFolder, redact: input.redact, onProgress: input.onProgress },
				jobs: new Set(members.flatMap((member) => (member.run === "job" ? member.name : []))),
				network: { key: input.network.name, name: `${run}_${input.network.name}` },
				queue: admissionQueue(limitsOf(info, execution, input.maxParallel)),
			};
			await runMembers(context, failing);
		}
	} catch (error) {
		const why = whyNoAnswer(error, input.signal);
		if (why === undefined) throw error;
		for (const { name } of input.members) if (!outcomes.has(name)) outcomes.set(name, { kind: "unknown", why });
	} finally {
		if (created) leftovers = await removeRun(api, run).catch((error) => unremovedRun(error, run));
	}
	return { network, outcomes, created, leftovers };
}

const memoryShare = 0.8;

function limitsOf({ cpus, memory }: EngineInfo, execution: Execution, maxParallel: number | undefined) {
	const slots = maxParallel ?? cpus * (execution === "native" ? 4 : 2);
	return { slots: Math.max(slots, 1), memory: memory * memoryShare };
}

async function runMembers(context: StackContext, failing: AbortController): Promise<void> {
	const { api, ids, members, signal } = context;
	const ready = new Map(members.map(({ name }) => [name, Promise.withResolvers<string | undefined>()]));
	const finished = new Map(members.map(({ name }) => [name, Promise.withResolvers<void>()]));
	const runs = members.map(async (member, index) => {
		const { name } = member;
		const dependents = members.slice(index + 1).filter(({ needs }) => needs.includes(name));
		try {
			await runMember(context, member, {
				needsReady: Promise.all(member.needs.map((need) => ready.get(need)?.promise)),
				markReady: () => ready.get(name)?.resolve(undefined),
				dependentsDone: Promise.all(dependents.map((dependent) => finished.get(dependent.name)?.promise)),
			});
		} catch (error) {
			// An engine that is gone for one is gone for all.
			failing.abort(error);
			throw error;
		} finally {
			ready.get(name)?.resolve(whyNeedUnavailable(name, context.outcomes.get(name)));
			finished.get(name)?.resolve();
		}
		// Removing early saves time at the end, where removeRun reports what is left.
		const id = ids.get(name);
		if (id !== undefined) await removeContainers(api, [id], signal).catch(() => {});
	});
	const settled = await Promise.allSettled(runs);
	signal.throwIfAborted();
	const failed = settled.find(({ status }) => status === "rejected");
	if (failed?.status === "rejected") throw failed.reason;
}

/** Why a need is not available, for the row of the service that needs it. */
function whyNeedUnavailable(name: string, outcome: MemberOutcome | undefined): string {
	if (outcome?.kind === "unknown")
		return outcome.why.startsWith("not started") ? `${name} was ${outcome.why}` : `${name}: ${outcome.why}`;
	if (outcome?.failedNeed !== undefined) return `${name} failed because ${outcome.failedNeed}`;
	const { failure } = outcome?.result ?? {};
	if (failure !== undefined)
		return whyNeedFailed(name, { ...failure.symptoms, log: outcome?.log?.lines ?? [] }, failure.cause);
	return outcome?.missingPermissions === undefined
		? `its need ${name} is not ready`
		: `${name} is healthy only without hardening`;
}

const failedOutcome = (failure: ContainerFailure): MemberOutcome => ({
	kind: "tested",
	result: { probes: [], failure },
});

/** Errors of this machine's disk, which no service causes. */
const diskErrors = new Set(["ENOSPC", "EDQUOT", "EROFS"]);

/** Why there is no answer; undefined for an unexpected error. */
function whyNoAnswer(error: unknown, signal: AbortSignal): string | undefined {
	if (signal.aborted) {
		const timeout = timeoutMessage(signal);
		if (timeout !== undefined) return timeout;
		return signal.reason instanceof DOMException && signal.reason.name === "TimeoutError"
			? "smoke reached its time limit"
			: "interrupted";
	}
	if (error instanceof EngineUnavailable) return `no answer from the engine: ${error.message}`;
	const { code, message } = error as NodeJS.ErrnoException;
	return code !== undefined && diskErrors.has(code) ? `this machine's disk: ${message}` : undefined;
}

/** Without an engine nothing can be removed; the next run finds it by its labels. */
function unremovedRun(error: unknown, run: string): readonly string[] {
	if (!(error instanceof EngineUnavailable)) throw error;
	return [`all of ${run}`];
}

const concurrentPulls = 4;

async function pullAll(
	input: StackInput,
	outcomes: Map<string, MemberOutcome>,
): Promise<ReadonlyMap<string, PulledImage>> {
	const limit = pLimit(concurrentPulls);
	const pulled = new Map<string, PulledImage>();
	const pulls = input.members.map((member) => limit(async () => ({ member, result: await pullMember(member, input) })));
	for (const { member, result } of await Promise.all(pulls)) {
		const { name } = member;
		if (result.kind === "pulled") pulled.set(name, result);
		else if (result.kind === "unknown") outcomes.set(name, result);
		else {
			const { why } = result;
			outcomes.set(name, failedOutcome({ phase: "pull", symptoms: { startError: why }, cause: why }));
		}
	}
	return pulled;
}
