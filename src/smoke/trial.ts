import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { LimitFunction } from "p-limit";
import { tcpPorts } from "../compose/compose.ts";
import type { EngineApi } from "../docker/api.ts";
import type { Docker } from "../docker/docker.ts";
import type { Health } from "../documents/service.ts";
import type { HealthLogEntry, PortRow, ProbeResult } from "../documents/smoke.ts";
import { usualTiming } from "../documents/timing.ts";
import { machineIn, mismatch } from "./architecture-of.ts";
import { ask } from "./ask.ts";
import { seconds } from "./attempt.ts";
import {
	type Broken,
	closedPort,
	ended,
	neverReady,
	silenced,
	unfound,
	unstarted,
	unwell,
	weakCheck,
} from "./broken.ts";
import { discover } from "./discovery.ts";
import { type Speed, slowdown } from "./emulation.ts";
import { type Container, inspectContainer, inspectContainers, type LocalImage } from "./engine.ts";
import type { Events } from "./events.ts";
import { harmless } from "./harmless.ts";
import { busySince } from "./idle.ts";
import { listenersOf } from "./listeners.ts";
import type { Member } from "./members.ts";
import {
	answersStill,
	negativeControl,
	otherPorts,
	ownHealthcheck,
	probeUntil,
	resultOf,
	type Target,
} from "./probes.ts";
import type { Reach } from "./reach.ts";

/** What the trials of one run have in common. */
export interface Shared {
	/** Found so far, by image and program: many services share one interpreter. */
	readonly machines: Map<string, Promise<string | undefined>>;
	/** Commands inside containers at once: each is a process start, which is what emulation makes slow. */
	readonly commands: LimitFunction;
	/** Starts of containers at once: more of them come no sooner to an end, and the first ones later. */
	readonly starts: LimitFunction;
	/** Whether this platform's programs run natively on the engine's machine. */
	readonly speed: Speed;
}

export interface Setting {
	readonly docker: Docker;
	readonly api: EngineApi;
	readonly run: string;
	readonly events: Events;
	readonly signal: AbortSignal;
	readonly reach: Reach;
	readonly shared: Shared;
	/** What waits for this one may start. */
	readonly onReady: (text: string) => void;
	/** What is waited for. */
	readonly onWait?: (text: string) => void;
}

/** How far one container came. */
export interface Trial {
	readonly probes: readonly ProbeResult[];
	readonly architecture?: string;
	/** Its programs did not run natively. */
	readonly emulated?: true;
	/** RFC 3339. */
	readonly startedAt?: string;
	/** Until it was decided. */
	readonly durationMs?: number;
	readonly readyMs?: number;
	readonly broken?: Broken;
	/** Of one that is broken: what can be told of it while its container is there. */
	readonly state?: State;
	/** Worth telling of one that is well. */
	readonly note?: string;
}

export interface State {
	readonly inspect: Container["excerpt"];
	readonly ports: readonly PortRow[];
	readonly healthLog: readonly HealthLogEntry[];
}

/**
 * Starts a created container and finds out whether it is well: it starts, answers several times in a row, does not answer just anything, finds
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
	const health = mainHealth(member);
	const { stable } = (health ?? { timing: usualTiming }).timing;
	const stays = () => Promise.race([exited, sleep(stable, undefined, { signal })]);
	if (health === undefined) {
		await stays();
		const broken = ended(events, id);
		if (broken === undefined) setting.onReady("up");
		return { probes: [], ...(broken && { broken }) };
	}

	const patience =
		setting.shared.speed === "emulated" ? { factor: slowdown, busy: busySince(api, id, signal) } : undefined;
	const base = { api, container, image, exited, signal, reach, healthLog, onWait: setting.onWait };
	const target: Target = { ...base, ...(patience && { patience }) };
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
		stays(),
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
		...(note !== undefined && { note }),
		...(architecture !== undefined && { architecture }),
		...(broken !== undefined && { broken }),
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
		...(architecture !== undefined && { architecture }),
	};
}

/** The catalog's health, or without one a connection to the first port. */
function mainHealth(member: Member): Health | undefined {
	const [port] = tcpPorts(member);
	return member.health ?? (port === undefined ? undefined : { kind: "tcp", port, timing: usualTiming });
}

async function ownCheck({ shared }: Setting, target: Target, health: Health) {
	const { healthcheck } = target.image;
	if (healthcheck === undefined || health.kind === "healthcheck") return undefined;
	return shared.commands(() => ownHealthcheck(target, healthcheck));
}

/** Whether it finds what it needs by name. */
async function findNeeds(setting: Setting, member: Member, { api, container, signal }: Target) {
	const names = member.needs;
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
				...(published !== undefined && { published }),
				...(listens !== undefined && { listens: listens.join(", ") || "nothing" }),
			};
		}),
	};
}
