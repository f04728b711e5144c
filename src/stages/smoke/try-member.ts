import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { tcpPorts } from "../../model/compose/compose-file.ts";
import type { HealthLogEntry, PortRow, ProbeResult } from "../../model/documents/smoke.ts";
import type { Health } from "../../model/service/service.ts";
import { jobDeadline, timingOf } from "../../model/service/timing.ts";
import { defined } from "../../util/defined.ts";
import { ask } from "./engine/call.ts";
import { type Container, inspectContainer, inspectContainers, type LocalImage } from "./engine/containers.ts";
import type { Exit } from "./engine/events.ts";
import { busyNow } from "./engine/idle.ts";
import type { Member } from "./members.ts";
import { seconds } from "./probes/attempt.ts";
import { discover } from "./probes/discovery.ts";
import { listenersOf } from "./probes/listeners.ts";
import {
	answersStill,
	negativeControl,
	otherPorts,
	ownHealthcheck,
	probeUntil,
	resultOf,
	type Target,
} from "./probes/probes.ts";
import { harmless } from "./sanitize-line.ts";
import type { Broken, Setting, State, Trial } from "./trial.ts";
import { slowdown } from "./verdict/emulation.ts";
import { closedPort, ended, neverReady, silenced, unfound, unstarted, unwell, weakCheck } from "./verdict/failures.ts";
import { machineIn, mismatch } from "./verdict/machine-mismatch.ts";

/**
 * Starts a created container and finds out whether it is well. A job ends with 0; a worker stays up. A server starts, answers several times in a row, does not answer just anything, finds
 * what it needs by name, opens its other ports, passes its own HEALTHCHECK, is of the right architecture, stays up, and answers again.
 */
export async function tryMember(setting: Setting, member: Member, image: LocalImage, id: string): Promise<Trial> {
	const healthLog: HealthLogEntry[] = [];
	const startedAt = new Date().toISOString();
	const begun = performance.now();
	const tried = await run(setting, member, image, id, healthLog);
	const emulated = setting.shared.speed === "emulated" ? { emulated: true as const } : {};
	const trial = { ...tried, ...emulated, startedAt, durationMs: Math.round(performance.now() - begun) };
	return trial.broken === undefined ? trial : { ...trial, state: await stateOf(setting, member, id, healthLog) };
}

async function run(
	setting: Setting,
	member: Member,
	image: LocalImage,
	id: string,
	healthLog: HealthLogEntry[],
): Promise<Trial> {
	const { api, events, signal, reach } = setting;
	const started = await setting.shared.starts(() =>
		ask(api, { method: "POST", path: `/containers/${id}/start`, signal }),
	);
	const startedAt = performance.now();
	const container = await inspectContainer(api, id, signal);
	if (!started.ok || container === undefined)
		return failed(setting, member, container, unstarted(container, started.ok ? "its container is gone" : started.why));

	const exited = events.exitOf(id);
	// One that has ended already has no ports any more: the event that says so is on its way.
	if (!container.running) await Promise.race([exited, sleep(eventLag, undefined, { signal })]);
	if (member.run === "job") return tryJob(setting, member, container, exited);
	const health = mainHealth(member, image);
	const { stable } = timingOf(member);
	/** Until it has ended, or stayed up for `stable` since its start. */
	const staysUp = () => {
		const ms = Math.max(0, startedAt + stable - performance.now());
		return Promise.race([exited, sleep(ms, undefined, { signal })]);
	};
	if (health === undefined) {
		await staysUp();
		return tryWorker(setting, member, container, stable);
	}

	const patience =
		setting.shared.speed === "emulated" ? { factor: slowdown, busy: busyNow(api, id, signal) } : undefined;
	const base = { api, container, image, exited, signal, reach, healthLog, onWait: setting.onWait };
	const target: Target = { ...base, ...defined({ patience }) };
	const waited = await probeUntil(target, health, { startedAt });
	const first = resultOf(health, target, waited);
	if (waited.kind !== "ready")
		return failed(setting, member, container, await neverReady(target, health, waited), first);
	const { readyMs } = waited;
	setting.onReady(`answers after ${seconds(readyMs)}, in ${first.latencyMs} ms`);
	if (member.role !== "subject") return { probes: [first], readyMs };

	const [negative, ports, own, names, architecture] = await Promise.all([
		negativeControl(target, health),
		otherPorts(target, member, health),
		ownCheck(setting, target, health),
		findNeeds(setting, member, target),
		machineIn(setting, member, container),
		staysUp(),
	]);
	const gone = ended(events, id);
	const still = gone === undefined ? await answersStill(target, health) : undefined;
	const broken =
		gone ??
		ended(events, id) ??
		mismatch(member, architecture) ??
		(negative && weakCheck(negative)) ??
		(names && unfound(names)) ??
		(await closedPort(target, ports)) ??
		(own && unwell(setting.shared, target, own, health)) ??
		(still && silenced(setting.shared, still));
	const odd = own?.late ? "its own HEALTHCHECK did not end in time under emulation, which decides nothing" : undefined;
	const away = waited.last.location;
	const note =
		odd ?? (away && `answers ${waited.last.status}, a redirect to ${harmless(away, 200)}, which is not followed`);
	return {
		probes: [first, negative, ...ports.map(({ result }) => result), own?.result, names, still?.result].filter(
			(probe) => probe !== undefined,
		),
		readyMs,
		...defined({ note, architecture, broken }),
	};
}

/** One that did not come far; programs for another machine are a cause that explains all the rest. */
async function failed(
	setting: Setting,
	member: Member,
	container: Container | undefined,
	broken: Broken,
	...probes: readonly ProbeResult[]
): Promise<Trial> {
	const { exit, startError } = broken.symptoms;
	const looksForeign = container !== undefined && (exit !== undefined || startError !== undefined);
	const architecture = looksForeign ? await machineIn(setting, member, container) : undefined;
	return {
		probes,
		broken: mismatch(member, architecture) ?? broken,
		...defined({ architecture }),
	};
}

/** Most that the event of an exit comes later than the exit itself, ms. */
const eventLag = 2_000;

/** Its exit code is its health. */
async function tryJob(setting: Setting, member: Member, container: Container, exited: Promise<Exit>): Promise<Trial> {
	const begun = performance.now();
	const { deadline = jobDeadline } = timingOf(member);
	const over = new AbortController();
	const signal = AbortSignal.any([setting.signal, over.signal]);
	const exit = await Promise.race([exited, sleep(deadline, undefined, { signal })]).finally(() => over.abort());
	const probe = { kind: "exit", target: "exit code of the job", attempts: 1 } as const;
	if (exit === undefined) {
		const error = `does not end: a job has ${seconds(deadline)} (health.deadline)`;
		return { probes: [{ ...probe, ok: false, error }], broken: { phase: "ready", symptoms: {}, guess: error } };
	}
	if (exit.exitCode !== 0)
		return failed(setting, member, container, { phase: "ready", symptoms: { exit } }, { ...probe, ok: false });
	const readyMs = Math.round(performance.now() - begun);
	setting.onReady(`ended with 0 after ${seconds(readyMs)}`);
	if (member.role !== "subject") return { probes: [], readyMs };
	const architecture = await machineIn(setting, member, container);
	const broken = mismatch(member, architecture);
	const told = { ...defined({ architecture, broken }) };
	return { probes: [{ ...probe, ok: true }], readyMs, ...told };
}

/** It has nothing that could be asked, and had to stay up so long. */
async function tryWorker(setting: Setting, member: Member, container: Container, stable: number): Promise<Trial> {
	const { api, events, signal } = setting;
	const { id } = container;
	const probe = { kind: "stable", target: `stays up for ${seconds(stable)}`, attempts: 1 } as const;
	const early = ended(events, id);
	if (early !== undefined) {
		const { exit } = early.symptoms;
		const advice = exit?.exitCode === 0 && member.role !== "external" ? { advice: endsAdvice } : {};
		const broken = { ...early, symptoms: { ...early.symptoms, ...advice } };
		return failed(setting, member, container, broken, { ...probe, ok: false });
	}
	setting.onReady("up");
	if (member.role !== "subject") return { probes: [] };
	const [names, architecture] = await Promise.all([
		findNeeds(setting, member, { api, container, signal }),
		machineIn(setting, member, container),
	]);
	const broken = ended(events, id) ?? mismatch(member, architecture) ?? (names && unfound(names));
	return {
		probes: [{ ...probe, ok: true }, ...(names === undefined ? [] : [names])],
		...defined({ architecture, broken }),
	};
}

const endsAdvice =
	"a worker has to stay up; say `run: job` if it is meant to end, `run: never` if it is only a base image";

/** The catalog's health; without one a connection to the first port, or the image's own HEALTHCHECK. */
function mainHealth(member: Member, { healthcheck }: LocalImage): Health | undefined {
	if (member.health !== undefined) return member.health;
	const timing = timingOf(member);
	const [port] = tcpPorts(member);
	if (port !== undefined) return { kind: "tcp", port, timing };
	return healthcheck === undefined || member.role === "external" ? undefined : { kind: "healthcheck", timing };
}

async function ownCheck({ shared }: Setting, target: Target, health: Health) {
	const { healthcheck } = target.image;
	if (healthcheck === undefined || health.kind === "healthcheck") return undefined;
	return shared.commands(() => ownHealthcheck(target, healthcheck));
}

/** Whether it finds what it needs by name. */
async function findNeeds(
	setting: Setting,
	member: Member,
	{ api, container, signal }: Pick<Target, "api" | "container" | "signal">,
) {
	const names = member.needs.filter((need) => !setting.jobs.has(need));
	if (names.length === 0) return undefined;
	const others = await inspectContainers(api, setting.run, signal);
	const told = others.some((other) => other.names !== undefined);
	const known = told ? new Set(others.filter((one) => one.running).flatMap((one) => one.names ?? [])) : undefined;
	return setting.shared.commands(() => discover({ api, container, names, known, timeoutMs: 60_000, signal }));
}

async function stateOf(
	setting: Setting,
	member: Member,
	id: string,
	healthLog: readonly HealthLogEntry[],
): Promise<State> {
	const now = await inspectContainer(setting.api, id, setting.signal);
	const listeners = now === undefined || !setting.reach.near ? undefined : await listenersOf(now);
	return {
		inspect: now?.excerpt ?? {},
		healthLog: [...(now?.healthLog ?? []), ...healthLog].slice(-5),
		ports: tcpPorts(member).map((container): PortRow => {
			const published = now?.ports.get(container);
			const listens = listeners?.filter(({ port }) => port === container).map(({ address }) => address);
			return {
				container,
				...defined({ published }),
				...(listens !== undefined && { listens: listens.join(", ") || "nothing" }),
			};
		}),
	};
}
