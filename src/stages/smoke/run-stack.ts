import { randomBytes } from "node:crypto";
import pLimit from "p-limit";
import type { Docker } from "../../adapters/docker/docker.ts";
import type { EngineApi } from "../../adapters/docker/engine-api.ts";
import type { SmokeResult } from "../../model/documents/smoke.ts";
import type { Network } from "../../model/service/service.ts";
import { timeoutMessage } from "../../util/deadline.ts";
import { defined } from "../../util/defined.ts";
import { admissionQueue } from "./admission-queue.ts";
import type { ContainerFailure, Execution, SharedContext } from "./check-types.ts";
import { EngineUnavailable } from "./engine/call.ts";
import { type EngineInfo, engineInfo, inspectContainers } from "./engine/containers.ts";
import { createStack } from "./engine/create-stack.ts";
import { watchEvents } from "./engine/events.ts";
import { currentOwner, removeContainers, removeRun, toLabels } from "./engine/owner.ts";
import { type PullContext, type PullResult, pullMember } from "./engine/pull.ts";
import type { MemberOutcome } from "./outcome.ts";
import { type PortAccess, reachHost } from "./probes/reach-host.ts";
import { runMember, type StackContext } from "./run-member.ts";
import type { Member } from "./select-members.ts";
import { whyNeedFailed } from "./verdict/diagnose.ts";
import { executionOf, withEmulationLimits } from "./verdict/emulation.ts";

export interface StackInput {
	readonly docker: Docker;
	readonly api: EngineApi;
	readonly platform: string;
	readonly network: Network;
	/** Needs first. */
	readonly members: readonly Member[];
	readonly signal: AbortSignal;
	readonly composePath: string;
	readonly logFolder: string;
	/** How many are tried at once; by default four a processor of the engine, two when it has to emulate. */
	readonly maxParallel?: number | undefined;
	/** Whether images are pulled, or taken as the engine has them. */
	readonly images: "pull" | "present";
	/** The way to the engine's ports; straight to this machine's loopback by default. */
	readonly reach?: PortAccess | undefined;
	readonly onProgress: (member: Member, state: "started" | "update", text: string) => void;
	readonly onPullProgress: PullContext["onPullProgress"];
	/** Of the registries that images are pulled from. */
	readonly credentials: PullContext["credentials"];
}

export interface StackResult {
	readonly network: SmokeResult["network"];
	readonly outcomes: ReadonlyMap<string, MemberOutcome>;
	/** Whether it came as far as a Compose file. */
	readonly created: boolean;
	/** What the engine would not remove. */
	readonly leftovers: readonly string[];
}

type Here = Extract<PullResult, { kind: "here" }>;

/** Runs the members as one Compose project: pulls, creates, tries each and stops it, keeps the logs, and removes every trace whatever happens. */
export async function runStack(input: StackInput): Promise<StackResult> {
	const { docker, api, reach = reachHost("127.0.0.1") } = input;
	const run = `lucid-smoke-${randomBytes(5).toString("hex")}`;
	const outcomes = new Map<string, MemberOutcome>();
	const failing = new AbortController();
	const signal = AbortSignal.any([input.signal, failing.signal]);
	let network: SmokeResult["network"] = input.network;
	let created = false;
	let leftovers: readonly string[] = [];
	try {
		const info = await engineInfo(api, signal);
		const speed = executionOf(input.platform, info.machine);
		const members = speed === "native" ? input.members : input.members.map(withEmulationLimits);
		const here = await pullAll({ ...input, members, signal }, outcomes);
		const present = [...here.values()].map(({ member }) => member);
		if (present.length > 0) {
			await using events = watchEvents(api, {
				...{ run, since: info.time },
				onLost: (why) => failing.abort(new EngineUnavailable(why)),
			});
			const selfChecked = new Set([...here].filter(([, { image }]) => image.healthcheck).map(([name]) => name));
			created = true;
			const labels = toLabels(currentOwner(run));
			const made = await createStack({
				...{ docker, api, signal, composePath: input.composePath, near: reach.isLocal },
				stack: {
					...{ use: { kind: "smoke", labels }, project: run, network: input.network, services: present },
					...{ withHealthcheck: selfChecked, address: reach.publishAddress },
				},
			});
			network = made.network;
			for (const [name, startError] of made.refused) outcomes.set(name, brokenAt("start", { startError }));
			const ids = new Map((await inspectContainers(api, run, signal)).map(({ service, id }) => [service, id]));
			const shared: SharedContext = {
				machines: new Map(),
				commandLimit: pLimit(info.cpus),
				startLimit: pLimit(info.cpus),
				execution: speed,
			};
			const perform: StackContext = {
				...{ docker, api, run, labels, signal, events, reach, shared, outcomes, pulled: here, ids },
				...{ members, logFolder: input.logFolder, onProgress: input.onProgress },
				jobs: new Set(members.flatMap(({ name, run: how }) => (how === "job" ? name : []))),
				network: { key: input.network.name, name: `${run}_${input.network.name}` },
				queue: admissionQueue(limitsOf(info, speed, input.maxParallel)),
			};
			await performAll(perform, failing);
		}
	} catch (error) {
		const why = explain(error, input.signal);
		if (why === undefined) throw error;
		for (const { name } of input.members) if (!outcomes.has(name)) outcomes.set(name, { kind: "unknown", why });
	} finally {
		if (created) leftovers = await removeRun(api, run).catch((error) => lost(error, run));
	}
	return { network, outcomes, created, leftovers };
}

const memoryShare = 0.8;

function limitsOf({ cpus, memory }: EngineInfo, speed: Execution, maxParallel: number | undefined) {
	const slots = maxParallel ?? cpus * (speed === "native" ? 4 : 2);
	return { slots: Math.max(slots, 1), memory: memory * memoryShare };
}

async function performAll(shared: StackContext, failing: AbortController): Promise<void> {
	const { api, ids, members, signal } = shared;
	const ready = new Map(members.map(({ name }) => [name, Promise.withResolvers<string | undefined>()]));
	const finished = new Map(members.map(({ name }) => [name, Promise.withResolvers<void>()]));
	const all = members.map((member, index) => {
		const { name } = member;
		const later = members.slice(index + 1).filter(({ needs }) => needs.includes(name));
		const performed = runMember(shared, member, {
			needsReady: Promise.all(member.needs.map((need) => ready.get(need)?.promise)),
			markReady: () => ready.get(name)?.resolve(undefined),
			dependentsDone: Promise.all(later.map((one) => finished.get(one.name)?.promise)),
		})
			.catch((error: unknown) => {
				// One lost engine is lost for all: the others need not find out by themselves.
				failing.abort(error);
				throw error;
			})
			.finally(() => {
				ready.get(name)?.resolve(lostNeed(name, shared.outcomes.get(name)));
				finished.get(name)?.resolve();
			});
		// Not all at the end, when nothing is left to wait for; what the engine does not let go of now is told then.
		const id = ids.get(name);
		return performed.then(() => (id === undefined ? [] : removeContainers(api, [id], signal).catch(() => [])));
	});
	const ended = await Promise.allSettled(all);
	signal.throwIfAborted();
	const failed = ended.find((one) => one.status === "rejected");
	if (failed !== undefined) throw failed.reason;
}

/** Why a need is not there, for the row of what needs it. */
function lostNeed(name: string, outcome: MemberOutcome | undefined): string {
	if (outcome?.kind === "unknown")
		return outcome.why.startsWith("not started") ? `${name} was ${outcome.why}` : `${name}: ${outcome.why}`;
	if (outcome?.lost !== undefined) return `${name} failed, as ${outcome.lost}`;
	const { failure: broken } = outcome?.trial ?? {};
	if (broken !== undefined)
		return whyNeedFailed(name, { ...broken.symptoms, log: outcome?.log?.lines ?? [] }, broken.guess);
	return outcome?.needs === undefined
		? `${name}, which it needs, is not ready`
		: `${name} is well only without its hardening`;
}

function brokenAt(phase: "pull" | "start", symptoms: { readonly startError: string }, guess?: string): MemberOutcome {
	const broken: ContainerFailure = { phase, symptoms, ...defined({ guess }) };
	return { kind: "tried", trial: { probes: [], failure: broken } };
}

/** The disk of this machine is full, or may not be written to: no fault of any service. */
const noDisk = new Set(["ENOSPC", "EDQUOT", "EROFS"]);

/** Why there is no answer; undefined for an error that is our own. */
function explain(error: unknown, signal: AbortSignal): string | undefined {
	if (signal.aborted) {
		const late = timeoutMessage(signal);
		if (late !== undefined) return late;
		return signal.reason instanceof DOMException && signal.reason.name === "TimeoutError"
			? "smoke took too long"
			: "interrupted";
	}
	if (error instanceof EngineUnavailable) return `no answer from the engine: ${error.message}`;
	const { code, message } = error as NodeJS.ErrnoException;
	return code !== undefined && noDisk.has(code) ? `this machine's disk: ${message}` : undefined;
}

/** There is nothing to remove things with when the engine is gone; the next run finds them by their labels. */
function lost(error: unknown, run: string): readonly string[] {
	if (!(error instanceof EngineUnavailable)) throw error;
	return [`all of ${run}`];
}

const pullsAtOnce = 4;

async function pullAll(input: StackInput, outcomes: Map<string, MemberOutcome>): Promise<ReadonlyMap<string, Here>> {
	const limit = pLimit(pullsAtOnce);
	const here = new Map<string, Here>();
	const pulls = input.members.map((member) => limit(async () => ({ member, pulled: await pullMember(member, input) })));
	for (const { member, pulled } of await Promise.all(pulls)) {
		const { name } = member;
		if (pulled.kind === "here") here.set(name, pulled);
		else if (pulled.kind === "wrong") outcomes.set(name, brokenAt("pull", { startError: pulled.why }, pulled.why));
		else outcomes.set(name, { kind: "unknown", why: pulled.why });
	}
	return here;
}
