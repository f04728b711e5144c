import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import type { Docker } from "../docker/docker.ts";
import type { Network } from "../documents/service.ts";
import type { SmokeResult } from "../documents/smoke.ts";
import { machineOf } from "../program.ts";
import { createStack } from "./create.ts";
import { call, EngineGone, engineInfo, inspectContainers } from "./engine.ts";
import { type Events, type Exit, watchEvents } from "./events.ts";
import { type Log, saveLog } from "./logs.ts";
import type { Member } from "./members.ts";
import { labelsOf, ownerOf, removeRun } from "./owner.ts";
import { type Pulled, pull } from "./pull.ts";
import { ended, type Shared, type Trial, tryMember } from "./trial.ts";

export interface StackInput {
	readonly docker: Docker;
	readonly platform: string;
	readonly network: Network;
	/** Needs first. */
	readonly members: readonly Member[];
	readonly signal: AbortSignal;
	readonly composePath: string;
	readonly logFolder: string;
	/** How many are tried at once; by default four a processor of the engine, two when it has to emulate. */
	readonly maxParallel?: number | undefined;
	readonly stableMs: number;
	readonly stopMs: number;
	/** After which `signal` aborts at the latest. */
	readonly deadlineMs: number;
	readonly tell: (member: Member, state: "started" | "update", text: string) => void;
}

/** How it went for one member. `unknown`: there is no answer, which says nothing about the service. */
export type Outcome =
	| { readonly kind: "tried"; readonly trial: Trial; readonly exit?: Exit; readonly log?: Log }
	| { readonly kind: "unknown"; readonly why: string };

export interface StackOutcome {
	readonly network: SmokeResult["network"];
	readonly outcomes: ReadonlyMap<string, Outcome>;
	/** Whether it came as far as a Compose file. */
	readonly created: boolean;
}

type Here = Extract<Pulled, { kind: "here" }>;

/** What the steps of one run share. */
interface Run extends StackInput {
	readonly run: string;
	readonly atOnce: number;
	readonly events: Events;
	readonly outcomes: Map<string, Outcome>;
	readonly here: ReadonlyMap<string, Here>;
	/** Of the containers, by member. */
	readonly ids: ReadonlyMap<string, string>;
	readonly shared: Shared;
}

/** Runs the members as one Compose project: pulls, creates, tries each, stops, keeps the logs, and removes every trace whatever happens. */
export async function runStack(input: StackInput): Promise<StackOutcome> {
	const { docker, composePath, members } = input;
	const run = `lucid-smoke-${randomBytes(5).toString("hex")}`;
	const outcomes = new Map<string, Outcome>();
	const failing = new AbortController();
	const signal = AbortSignal.any([input.signal, failing.signal]);
	let network: SmokeResult["network"] = input.network;
	let created = false;
	try {
		const { cpus, machine, time } = await engineInfo(docker, signal);
		const here = await pullAll({ ...input, signal }, outcomes);
		const present = [...here.values()].map(({ member }) => member);
		if (present.length > 0) {
			await using events = watchEvents(docker, {
				...{ run, since: time, forMs: input.deadlineMs + 60_000 },
				lost: (why) => failing.abort(new EngineGone(why)),
			});
			const selfChecked = new Set([...here].filter(([, { image }]) => image.healthcheck).map(([name]) => name));
			created = true;
			const use = { kind: "smoke", labels: labelsOf(ownerOf(run)) } as const;
			const stack = { use, project: run, network: input.network, parts: present, selfChecked };
			const made = await createStack({ docker, stack, composePath, signal });
			network = made.network;
			for (const [name, startError] of made.refused) outcomes.set(name, brokenAt("start", { startError }));
			const ids = new Map((await inspectContainers(docker, run, { signal })).map(({ service, id }) => [service, id]));
			const speed = machineOf(input.platform) === machine ? "native" : "emulated";
			const atOnce = Math.max(input.maxParallel ?? cpus * (speed === "native" ? 4 : 2), 1);
			const shared: Shared = { machines: new Map(), commands: pLimit(cpus), speed };
			await tryAndStop({ ...input, signal, run, atOnce, events, outcomes, here, ids, shared }, failing);
		}
	} catch (error) {
		const why = explain(error, input.signal);
		if (why === undefined) throw error;
		for (const { name } of members) if (!outcomes.has(name)) outcomes.set(name, { kind: "unknown", why });
	} finally {
		if (created) await removeRun(docker, run).catch(onlyGone);
	}
	return { network, outcomes, created };
}

function brokenAt(phase: "pull" | "start", symptoms: { readonly startError: string }, guess?: string): Outcome {
	return { kind: "tried", trial: { probes: [], broken: { phase, symptoms, ...(guess !== undefined && { guess }) } } };
}

/** Why there is no answer; undefined for an error that is our own. */
function explain(error: unknown, signal: AbortSignal): string | undefined {
	if (signal.aborted)
		return signal.reason instanceof DOMException && signal.reason.name === "TimeoutError"
			? "smoke took too long"
			: "interrupted";
	return error instanceof EngineGone ? `no answer from the engine: ${error.message}` : undefined;
}

/** There is nothing to remove things with when the engine is gone; the next run finds them by their labels. */
function onlyGone(error: unknown): void {
	if (!(error instanceof EngineGone)) throw error;
}

const pullsAtOnce = 4;

async function pullAll(input: StackInput, outcomes: Map<string, Outcome>): Promise<ReadonlyMap<string, Here>> {
	const limit = pLimit(pullsAtOnce);
	const here = new Map<string, Here>();
	const pulls = input.members.map((member) =>
		limit(async () => ({ member, pulled: await pull(input.docker, member, input.platform, input.signal) })),
	);
	for (const { member, pulled } of await Promise.all(pulls)) {
		const { name } = member;
		if (pulled.kind === "here") here.set(name, pulled);
		else if (pulled.kind === "wrong") outcomes.set(name, brokenAt("pull", { startError: pulled.why }, pulled.why));
		else outcomes.set(name, { kind: "unknown", why: pulled.why });
	}
	return here;
}

async function tryAndStop(run: Run, failing: AbortController): Promise<void> {
	const { docker, members, outcomes, events, ids, signal } = run;
	const limit = pLimit(run.atOnce);
	const ready = new Map<string, Promise<string | undefined>>();
	const trials = members.map((member) => {
		const before = Promise.all(member.needs.map((need) => ready.get(need)));
		const first = Promise.withResolvers<string | undefined>();
		ready.set(member.name, first.promise);
		return tryInTurn(run, member, before, limit, () => first.resolve(undefined))
			.catch((error: unknown) => {
				// One lost engine is lost for all: the others need not find out by themselves.
				failing.abort(error);
				throw error;
			})
			.finally(() => first.resolve(`${member.name}, which it needs, is not ready`));
	});
	await Promise.allSettled(trials);
	signal.throwIfAborted();

	for (const member of members) {
		const outcome = outcomes.get(member.name);
		const broken = outcome?.kind === "tried" && outcome.trial.broken === undefined ? ended(run, member) : undefined;
		if (broken !== undefined && outcome?.kind === "tried")
			outcomes.set(member.name, { kind: "tried", trial: { ...outcome.trial, broken } });
	}
	await stop(run);
	for (const [name, id] of ids) {
		const outcome = outcomes.get(name);
		if (outcome?.kind !== "tried") continue;
		const exit = events.exitedAs(name);
		outcomes.set(name, { ...outcome, log: await saveLog(docker, id, run.logFolder, name), ...(exit && { exit }) });
		signal.throwIfAborted();
	}
}

/** Waits for its needs, then for its turn. */
async function tryInTurn(
	run: Run,
	member: Member,
	needs: Promise<readonly (string | undefined)[]>,
	limit: ReturnType<typeof pLimit>,
	isReady: () => void,
): Promise<void> {
	const { outcomes, here, ids, tell } = run;
	const missing = (await needs).find((why) => why !== undefined);
	if (outcomes.has(member.name)) return;
	if (missing !== undefined) {
		outcomes.set(member.name, { kind: "unknown", why: `not started: ${missing}` });
		return;
	}
	await limit(async () => {
		run.signal.throwIfAborted();
		const [pulled, id] = [here.get(member.name), ids.get(member.name)];
		if (pulled === undefined || id === undefined) throw new EngineGone(`the container of ${member.name} is gone`);
		tell(member, "started", "starting");
		const onReady = (text: string) => {
			isReady();
			tell(member, "update", text);
		};
		outcomes.set(member.name, {
			kind: "tried",
			trial: await tryMember({ ...run, onReady }, pulled.member, pulled.image, id),
		});
	});
}

/** SIGTERM to all that run, SIGKILL after `stopMs`. */
async function stop({ docker, run, composePath, stopMs, events, signal, ids, outcomes }: Run): Promise<void> {
	const args = ["compose", `--file=${composePath}`, `--project-name=${run}`, "--progress=quiet"];
	await call(docker, [...args, "stop", `--timeout=${Math.ceil(stopMs / 1_000)}`], { signal });
	const started = [...ids.keys()].filter((name) => {
		const outcome = outcomes.get(name);
		return outcome?.kind === "tried" && outcome.trial.broken?.phase !== "start";
	});
	// The last events may come a moment after the command is done.
	await Promise.race([Promise.all(started.map((name) => events.exitOf(name))), sleep(1_000, undefined, { signal })]);
}
