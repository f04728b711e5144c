import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { tcpPorts } from "../../model/compose/compose-file.ts";
import type { HealthLogEntry, PortRow, ProbeResult } from "../../model/documents/smoke.ts";
import type { Health } from "../../model/service/service.ts";
import { defaultJobDeadline, healthTiming } from "../../model/service/timing.ts";
import { defined } from "../../util/defined.ts";
import type { CheckContext, ContainerFailure, ContainerResult, ContainerState } from "./check-types.ts";
import { engineRequest } from "./engine/call.ts";
import { type Container, inspectContainer, inspectContainers, type LocalImage } from "./engine/containers.ts";
import { busyCheck } from "./engine/cpu-usage.ts";
import type { ContainerExit } from "./engine/events.ts";
import { formatSeconds } from "./probes/attempt.ts";
import { readListeners } from "./probes/listeners.ts";
import { checkNameResolution } from "./probes/name-resolution.ts";
import {
	negativeProbe,
	type ProbeTarget,
	probeHealthcheck,
	probeOtherPorts,
	probeResult,
	probeStability,
	probeUntilReady,
} from "./probes/probes.ts";
import { sanitizeLogLine } from "./sanitize-log.ts";
import type { Member } from "./select-members.ts";
import { startSlowdown } from "./verdict/emulation.ts";
import {
	dnsFailed,
	exitedEarly,
	healthcheckFailed,
	negativeProbeFailed,
	portClosed,
	readinessFailed,
	startFailed,
	stoppedAnswering,
} from "./verdict/failures.ts";
import { machineMismatch, programMachine } from "./verdict/machine-mismatch.ts";

/**
 * Starts a created container and finds out whether it is well. A job ends with 0; a worker stays up. A server starts, answers several times in a row, does not answer just anything, finds
 * what it needs by name, opens its other ports, passes its own HEALTHCHECK, is of the right architecture, stays up, and answers again.
 */
export async function checkContainer(
	setting: CheckContext,
	member: Member,
	image: LocalImage,
	id: string,
): Promise<ContainerResult> {
	const healthLog: HealthLogEntry[] = [];
	const startedAt = new Date().toISOString();
	const begun = performance.now();
	const tried = await run(setting, member, image, id, healthLog);
	const emulated = setting.shared.execution === "emulated" ? { emulated: true as const } : {};
	const trial = { ...tried, ...emulated, startedAt, durationMs: Math.round(performance.now() - begun) };
	return trial.failure === undefined ? trial : { ...trial, state: await stateOf(setting, member, id, healthLog) };
}

async function run(
	setting: CheckContext,
	member: Member,
	image: LocalImage,
	id: string,
	healthLog: HealthLogEntry[],
): Promise<ContainerResult> {
	const { api, events, signal, reach } = setting;
	const started = await setting.shared.startLimit(() =>
		engineRequest(api, { method: "POST", path: `/containers/${id}/start`, signal }),
	);
	const startedAt = performance.now();
	const container = await inspectContainer(api, id, signal);
	if (!started.ok || container === undefined)
		return failed(
			setting,
			member,
			container,
			startFailed(container, started.ok ? "its container is gone" : started.why),
		);

	const exited = events.waitForExit(id);
	// One that has ended already has no ports any more: the event that says so is on its way.
	if (!container.running) await Promise.race([exited, sleep(eventLag, undefined, { signal })]);
	if (member.run === "job") return tryJob(setting, member, container, exited);
	const health = mainHealth(member, image);
	const { stable } = healthTiming(member);
	/** Until it has ended, or stayed up for `stable` since its start. */
	const staysUp = () => {
		const ms = Math.max(0, startedAt + stable - performance.now());
		return Promise.race([exited, sleep(ms, undefined, { signal })]);
	};
	if (health === undefined) {
		await staysUp();
		return tryWorker(setting, member, container, stable);
	}

	const emulation =
		setting.shared.execution === "emulated" ? { factor: startSlowdown, busy: busyCheck(api, id, signal) } : undefined;
	const base = { api, container, image, exited, signal, reach, healthLog, onWait: setting.onWait };
	const target: ProbeTarget = { ...base, ...defined({ emulation }) };
	const waited = await probeUntilReady(target, health, { startedAt });
	const first = probeResult(health, target, waited);
	if (waited.kind !== "ready")
		return failed(setting, member, container, await readinessFailed(target, health, waited), first);
	const { readyMs } = waited;
	setting.onReady(`answers after ${formatSeconds(readyMs)}, in ${first.latencyMs} ms`);
	if (member.role !== "subject") return { probes: [first], readyMs };

	const [negative, ports, own, names, architecture] = await Promise.all([
		negativeProbe(target, health),
		probeOtherPorts(target, member, health),
		ownCheck(setting, target, health),
		findNeeds(setting, member, target),
		programMachine(setting, member, container),
		staysUp(),
	]);
	const gone = exitedEarly(events, id);
	const still = gone === undefined ? await probeStability(target, health) : undefined;
	const failure =
		gone ??
		exitedEarly(events, id) ??
		machineMismatch(member, architecture) ??
		(negative && negativeProbeFailed(negative)) ??
		(names && dnsFailed(names)) ??
		(await portClosed(target, ports)) ??
		(own && healthcheckFailed(setting.shared, target, own, health)) ??
		(still && stoppedAnswering(setting.shared, still));
	const odd = own?.timedOut
		? "its own HEALTHCHECK did not end in time under emulation, which decides nothing"
		: undefined;
	const away = waited.last.location;
	const note =
		odd ??
		(away && `answers ${waited.last.status}, a redirect to ${sanitizeLogLine(away, 200)}, which is not followed`);
	return {
		probes: [first, negative, ...ports.map(({ result }) => result), own?.result, names, still?.result].filter(
			(probe) => probe !== undefined,
		),
		readyMs,
		...defined({ note, architecture, failure }),
	};
}

/** One that did not come far; programs for another machine are a cause that explains all the rest. */
async function failed(
	setting: CheckContext,
	member: Member,
	container: Container | undefined,
	broken: ContainerFailure,
	...probes: readonly ProbeResult[]
): Promise<ContainerResult> {
	const { exit, startError } = broken.symptoms;
	const looksForeign = container !== undefined && (exit !== undefined || startError !== undefined);
	const architecture = looksForeign ? await programMachine(setting, member, container) : undefined;
	return {
		probes,
		failure: machineMismatch(member, architecture) ?? broken,
		...defined({ architecture }),
	};
}

/** Most that the event of an exit comes later than the exit itself, ms. */
const eventLag = 2_000;

/** Its exit code is its health. */
async function tryJob(
	setting: CheckContext,
	member: Member,
	container: Container,
	exited: Promise<ContainerExit>,
): Promise<ContainerResult> {
	const begun = performance.now();
	const { deadline = defaultJobDeadline } = healthTiming(member);
	const over = new AbortController();
	const signal = AbortSignal.any([setting.signal, over.signal]);
	const exit = await Promise.race([exited, sleep(deadline, undefined, { signal })]).finally(() => over.abort());
	const probe = { kind: "exit", target: "exit code of the job", attempts: 1 } as const;
	if (exit === undefined) {
		const error = `does not end: a job has ${formatSeconds(deadline)} (health.deadline)`;
		return { probes: [{ ...probe, ok: false, error }], failure: { phase: "ready", symptoms: {}, guess: error } };
	}
	if (exit.exitCode !== 0)
		return failed(setting, member, container, { phase: "ready", symptoms: { exit } }, { ...probe, ok: false });
	const readyMs = Math.round(performance.now() - begun);
	setting.onReady(`ended with 0 after ${formatSeconds(readyMs)}`);
	if (member.role !== "subject") return { probes: [], readyMs };
	const architecture = await programMachine(setting, member, container);
	const failure = machineMismatch(member, architecture);
	const told = { ...defined({ architecture, failure }) };
	return { probes: [{ ...probe, ok: true }], readyMs, ...told };
}

/** It has nothing that could be asked, and had to stay up so long. */
async function tryWorker(
	setting: CheckContext,
	member: Member,
	container: Container,
	stable: number,
): Promise<ContainerResult> {
	const { api, events, signal } = setting;
	const { id } = container;
	const probe = { kind: "stable", target: `stays up for ${formatSeconds(stable)}`, attempts: 1 } as const;
	const early = exitedEarly(events, id);
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
		programMachine(setting, member, container),
	]);
	const failure = exitedEarly(events, id) ?? machineMismatch(member, architecture) ?? (names && dnsFailed(names));
	return {
		probes: [{ ...probe, ok: true }, ...(names === undefined ? [] : [names])],
		...defined({ architecture, failure }),
	};
}

const endsAdvice =
	"a worker has to stay up; say `run: job` if it is meant to end, `run: never` if it is only a base image";

/** The catalog's health; without one a connection to the first port, or the image's own HEALTHCHECK. */
function mainHealth(member: Member, { healthcheck }: LocalImage): Health | undefined {
	if (member.health !== undefined) return member.health;
	const timing = healthTiming(member);
	const [port] = tcpPorts(member);
	if (port !== undefined) return { kind: "tcp", port, timing };
	return healthcheck === undefined || member.role === "external" ? undefined : { kind: "healthcheck", timing };
}

async function ownCheck({ shared }: CheckContext, target: ProbeTarget, health: Health) {
	const { healthcheck } = target.image;
	if (healthcheck === undefined || health.kind === "healthcheck") return undefined;
	return shared.commandLimit(() => probeHealthcheck(target, healthcheck));
}

/** Whether it finds what it needs by name. */
async function findNeeds(
	setting: CheckContext,
	member: Member,
	{ api, container, signal }: Pick<ProbeTarget, "api" | "container" | "signal">,
) {
	const names = member.needs.filter((need) => !setting.jobs.has(need));
	if (names.length === 0) return undefined;
	const others = await inspectContainers(api, setting.run, signal);
	const told = others.some((other) => other.dnsNames !== undefined);
	const known = told ? new Set(others.filter((one) => one.running).flatMap((one) => one.dnsNames ?? [])) : undefined;
	return setting.shared.commandLimit(() =>
		checkNameResolution({ api, container, names, engineNames: known, timeoutMs: 60_000, signal }),
	);
}

async function stateOf(
	setting: CheckContext,
	member: Member,
	id: string,
	healthLog: readonly HealthLogEntry[],
): Promise<ContainerState> {
	const now = await inspectContainer(setting.api, id, setting.signal);
	const listeners = now === undefined || !setting.reach.isLocal ? undefined : await readListeners(now);
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
