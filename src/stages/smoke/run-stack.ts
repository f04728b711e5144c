import { randomBytes } from "node:crypto";
import pLimit from "p-limit";
import type { Docker } from "../../adapters/docker/docker.ts";
import type { EngineApi } from "../../adapters/docker/engine-api.ts";
import type { SmokeResult } from "../../model/documents/smoke.ts";
import type { Network } from "../../model/service/service.ts";
import { timeoutOf } from "../../util/deadline.ts";
import { defined } from "../../util/defined.ts";
import { turns } from "./admission-queue.ts";
import { EngineGone } from "./engine/call.ts";
import { type EngineInfo, engineInfo, inspectContainers } from "./engine/containers.ts";
import { createStack } from "./engine/create-stack.ts";
import { watchEvents } from "./engine/events.ts";
import { labelsOf, ownerOf, removeContainers, removeRun } from "./engine/owner.ts";
import { type Pulled, type Pulling, pull } from "./engine/pull.ts";
import type { Member } from "./members.ts";
import type { Outcome } from "./outcome.ts";
import { type Reach, reachHost } from "./probes/reach-host.ts";
import { type Perform, perform } from "./run-steps.ts";
import type { Broken, Shared, Speed } from "./trial.ts";
import { lossOf } from "./verdict/diagnose.ts";
import { speedOf, underEmulation } from "./verdict/emulation.ts";

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
	readonly reach?: Reach | undefined;
	readonly tell: (member: Member, state: "started" | "update", text: string) => void;
	readonly tellPull: Pulling["tellPull"];
	/** Of the registries that images are pulled from. */
	readonly credentials: Pulling["credentials"];
}

export interface StackOutcome {
	readonly network: SmokeResult["network"];
	readonly outcomes: ReadonlyMap<string, Outcome>;
	/** Whether it came as far as a Compose file. */
	readonly created: boolean;
	/** What the engine would not remove. */
	readonly leftovers: readonly string[];
}

type Here = Extract<Pulled, { kind: "here" }>;

/** Runs the members as one Compose project: pulls, creates, tries each and stops it, keeps the logs, and removes every trace whatever happens. */
export async function runStack(input: StackInput): Promise<StackOutcome> {
	const { docker, api, reach = reachHost("127.0.0.1") } = input;
	const run = `lucid-smoke-${randomBytes(5).toString("hex")}`;
	const outcomes = new Map<string, Outcome>();
	const failing = new AbortController();
	const signal = AbortSignal.any([input.signal, failing.signal]);
	let network: SmokeResult["network"] = input.network;
	let created = false;
	let leftovers: readonly string[] = [];
	try {
		const info = await engineInfo(api, signal);
		const speed = speedOf(input.platform, info.machine);
		const members = speed === "native" ? input.members : input.members.map(underEmulation);
		const here = await pullAll({ ...input, members, signal }, outcomes);
		const present = [...here.values()].map(({ member }) => member);
		if (present.length > 0) {
			await using events = watchEvents(api, {
				...{ run, since: info.time },
				lost: (why) => failing.abort(new EngineGone(why)),
			});
			const selfChecked = new Set([...here].filter(([, { image }]) => image.healthcheck).map(([name]) => name));
			created = true;
			const labels = labelsOf(ownerOf(run));
			const made = await createStack({
				...{ docker, api, signal, composePath: input.composePath, near: reach.near },
				stack: {
					...{ use: { kind: "smoke", labels }, project: run, network: input.network, parts: present },
					...{ selfChecked, address: reach.address },
				},
			});
			network = made.network;
			for (const [name, startError] of made.refused) outcomes.set(name, brokenAt("start", { startError }));
			const ids = new Map((await inspectContainers(api, run, signal)).map(({ service, id }) => [service, id]));
			const shared: Shared = { machines: new Map(), commands: pLimit(info.cpus), starts: pLimit(info.cpus), speed };
			const perform: Perform = {
				...{ docker, api, run, labels, signal, events, reach, shared, outcomes, here, ids },
				...{ members, logFolder: input.logFolder, tell: input.tell },
				jobs: new Set(members.flatMap(({ name, run: how }) => (how === "job" ? name : []))),
				network: { key: input.network.name, name: `${run}_${input.network.name}` },
				turns: turns(limitsOf(info, speed, input.maxParallel)),
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

function limitsOf({ cpus, memory }: EngineInfo, speed: Speed, maxParallel: number | undefined) {
	const slots = maxParallel ?? cpus * (speed === "native" ? 4 : 2);
	return { slots: Math.max(slots, 1), memory: memory * memoryShare };
}

async function performAll(shared: Perform, failing: AbortController): Promise<void> {
	const { api, ids, members, signal } = shared;
	const ready = new Map(members.map(({ name }) => [name, Promise.withResolvers<string | undefined>()]));
	const finished = new Map(members.map(({ name }) => [name, Promise.withResolvers<void>()]));
	const all = members.map((member, index) => {
		const { name } = member;
		const later = members.slice(index + 1).filter(({ needs }) => needs.includes(name));
		const performed = perform(shared, member, {
			needs: Promise.all(member.needs.map((need) => ready.get(need)?.promise)),
			isReady: () => ready.get(name)?.resolve(undefined),
			dependents: Promise.all(later.map((one) => finished.get(one.name)?.promise)),
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
function lostNeed(name: string, outcome: Outcome | undefined): string {
	if (outcome?.kind === "unknown")
		return outcome.why.startsWith("not started") ? `${name} was ${outcome.why}` : `${name}: ${outcome.why}`;
	if (outcome?.lost !== undefined) return `${name} failed, as ${outcome.lost}`;
	const { broken } = outcome?.trial ?? {};
	if (broken !== undefined) return lossOf(name, { ...broken.symptoms, log: outcome?.log?.lines ?? [] }, broken.guess);
	return outcome?.needs === undefined
		? `${name}, which it needs, is not ready`
		: `${name} is well only without its hardening`;
}

function brokenAt(phase: "pull" | "start", symptoms: { readonly startError: string }, guess?: string): Outcome {
	const broken: Broken = { phase, symptoms, ...defined({ guess }) };
	return { kind: "tried", trial: { probes: [], broken } };
}

/** The disk of this machine is full, or may not be written to: no fault of any service. */
const noDisk = new Set(["ENOSPC", "EDQUOT", "EROFS"]);

/** Why there is no answer; undefined for an error that is our own. */
function explain(error: unknown, signal: AbortSignal): string | undefined {
	if (signal.aborted) {
		const late = timeoutOf(signal);
		if (late !== undefined) return late;
		return signal.reason instanceof DOMException && signal.reason.name === "TimeoutError"
			? "smoke took too long"
			: "interrupted";
	}
	if (error instanceof EngineGone) return `no answer from the engine: ${error.message}`;
	const { code, message } = error as NodeJS.ErrnoException;
	return code !== undefined && noDisk.has(code) ? `this machine's disk: ${message}` : undefined;
}

/** There is nothing to remove things with when the engine is gone; the next run finds them by their labels. */
function lost(error: unknown, run: string): readonly string[] {
	if (!(error instanceof EngineGone)) throw error;
	return [`all of ${run}`];
}

const pullsAtOnce = 4;

async function pullAll(input: StackInput, outcomes: Map<string, Outcome>): Promise<ReadonlyMap<string, Here>> {
	const limit = pLimit(pullsAtOnce);
	const here = new Map<string, Here>();
	const pulls = input.members.map((member) => limit(async () => ({ member, pulled: await pull(member, input) })));
	for (const { member, pulled } of await Promise.all(pulls)) {
		const { name } = member;
		if (pulled.kind === "here") here.set(name, pulled);
		else if (pulled.kind === "wrong") outcomes.set(name, brokenAt("pull", { startError: pulled.why }, pulled.why));
		else outcomes.set(name, { kind: "unknown", why: pulled.why });
	}
	return here;
}
