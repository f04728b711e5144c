import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { tcpPorts } from "../../model/compose/compose-file.ts";
import type { HealthLogEntry, PortRow, ProbeResult } from "../../model/documents/smoke.ts";
import type { Health } from "../../model/service/service.ts";
import { defaultJobDeadline, healthTiming } from "../../model/service/service.ts";
import { defined } from "../../util/defined.ts";
import { sanitizeLogLine } from "../../util/sanitize.ts";
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
import type { Member } from "./select-members.ts";
import { startSlowdown } from "./verdict/emulation.ts";
import {
	exitedEarly,
	healthcheckFailed,
	portClosed,
	probeFailed,
	readinessFailed,
	startFailed,
	stoppedAnswering,
} from "./verdict/failures.ts";
import { machineMismatch, programMachine } from "./verdict/program-machine.ts";

const dnsError = "cannot resolve its needs";

/** Longest delay between the exit of a container and the engine's event, ms. */
const exitEventTimeoutMs = 2_000;

/**
 * Starts a created container and checks it. A job must exit with 0, a worker must stay up. A server must pass its check
 * several times in a row, fail the negative probe, resolve its needs, open its other ports, pass its HEALTHCHECK, run a
 * program for the right architecture, stay up, and pass its check again.
 */
export async function checkContainer(
	context: CheckContext,
	member: Member,
	image: LocalImage,
	id: string,
): Promise<ContainerResult> {
	const healthLog: HealthLogEntry[] = [];
	const startedAt = new Date().toISOString();
	const began = performance.now();
	const checked = await startAndCheck({ context, member, image, id, healthLog });
	const emulated = context.shared.execution === "emulated" ? { emulated: true as const } : {};
	const result = { ...checked, ...emulated, startedAt, durationMs: Math.round(performance.now() - began) };
	if (result.failure === undefined) return result;
	return { ...result, state: await containerState(context, member, id, healthLog) };
}

interface ContainerCheck {
	readonly context: CheckContext;
	readonly member: Member;
	readonly image: LocalImage;
	readonly id: string;
	readonly healthLog: HealthLogEntry[];
}

/** A started container that is being checked. */
interface StartedCheck extends ContainerCheck {
	readonly container: Container;
	readonly exited: Promise<ContainerExit>;
}

async function startAndCheck(check: ContainerCheck): Promise<ContainerResult> {
	const { context, member, image, id } = check;
	const { api, events, signal, shared } = context;
	const start = await shared.startLimit(() =>
		engineRequest(api, { method: "POST", path: `/containers/${id}/start`, signal }),
	);
	const startedAt = performance.now();
	const container = await inspectContainer(api, id, signal);
	if (!start.ok || container === undefined) {
		const why = start.ok ? "its container no longer exists" : start.why;
		return failedResult({ context, member, ...defined({ container }) }, startFailed(container, why));
	}
	const exited = events.waitForExit(id);
	const started: StartedCheck = { ...check, container, exited };
	// A container that has exited has no ports any more; its event is on the way.
	if (!container.running) await Promise.race([exited, sleep(exitEventTimeoutMs, undefined, { signal })]);
	if (member.run === "job") return checkJob(started);
	const { stable } = healthTiming(member);
	const staysUp = () => {
		const ms = Math.max(0, startedAt + stable - performance.now());
		return Promise.race([exited, sleep(ms, undefined, { signal })]);
	};
	const health = mainHealth(member, image);
	if (health !== undefined) return checkServer(started, { health, startedAt, staysUp });
	await staysUp();
	return checkWorker(started, stable);
}

interface ServerCheck {
	readonly health: Health;
	/** `performance.now()`. */
	readonly startedAt: number;
	/** Settles when the container has exited, or has stayed up for `stable` since its start. */
	readonly staysUp: () => Promise<unknown>;
}

async function checkServer(check: StartedCheck, { health, startedAt, staysUp }: ServerCheck): Promise<ContainerResult> {
	const { context, member, image, id, container, exited, healthLog } = check;
	const { api, events, signal, reach, shared } = context;
	const target: ProbeTarget = {
		...{ api, container, image, exited, signal, reach, healthLog, onWait: context.onWait },
		...(shared.execution === "emulated" && {
			emulation: { factor: startSlowdown, busy: busyCheck(api, id, signal) },
		}),
	};
	const wait = await probeUntilReady(target, health, { startedAt });
	const first = probeResult(health, target, wait);
	if (wait.kind !== "ready") return failedResult(check, await readinessFailed(target, health, wait), first);
	const { readyMs } = wait;
	context.onReady(`answers after ${formatSeconds(readyMs)}, in ${first.latencyMs} ms`);
	if (member.role !== "tested") return { probes: [first], readyMs };

	const [negative, ports, healthcheck, names, architecture] = await Promise.all([
		negativeProbe(target, health),
		probeOtherPorts(target, member, health),
		runHealthcheck(context, target, health),
		checkNeedNames(context, member, container),
		programMachine(context, member, container),
		staysUp(),
	]);
	const exitedBefore = exitedEarly(events, id);
	const stability = exitedBefore === undefined ? await probeStability(target, health) : undefined;
	const failure =
		exitedBefore ??
		exitedEarly(events, id) ??
		machineMismatch(member, architecture) ??
		probeFailed(negative, "answers every path") ??
		probeFailed(names, dnsError) ??
		(await portClosed(target, ports)) ??
		(healthcheck && healthcheckFailed(shared, target, healthcheck, health)) ??
		(stability && stoppedAnswering(shared, stability));
	const { status, location } = wait.last;
	const redirect =
		location && `answers ${status} with a redirect to ${sanitizeLogLine(location, 200)}, which smoke does not follow`;
	const note = healthcheck?.timedOut ? "its HEALTHCHECK timed out under emulation: not judged" : redirect;
	return {
		probes: [
			...[first, negative, ...ports.map(({ result }) => result)],
			...[healthcheck?.result, names, stability?.result],
		].filter((probe) => probe !== undefined),
		...{ readyMs, ...defined({ note, architecture, failure }) },
	};
}

/** A program for another machine explains every other failure. */
async function failedResult(
	{ context, member, container }: Pick<ContainerCheck, "context" | "member"> & { readonly container?: Container },
	failure: ContainerFailure,
	...probes: readonly ProbeResult[]
): Promise<ContainerResult> {
	const { exit, startError } = failure.symptoms;
	const mayBeForeign = container !== undefined && (exit !== undefined || startError !== undefined);
	const architecture = mayBeForeign ? await programMachine(context, member, container) : undefined;
	return { probes, failure: machineMismatch(member, architecture) ?? failure, ...defined({ architecture }) };
}

async function checkJob(check: StartedCheck): Promise<ContainerResult> {
	const { context, member, container, exited } = check;
	const began = performance.now();
	const { deadline = defaultJobDeadline } = healthTiming(member);
	const over = new AbortController();
	const signal = AbortSignal.any([context.signal, over.signal]);
	const exit = await Promise.race([exited, sleep(deadline, undefined, { signal })]).finally(() => over.abort());
	const probe = { kind: "exit", target: "exit code of the job", attempts: 1 } as const;
	if (exit === undefined) {
		const error = `did not end within ${formatSeconds(deadline)} (health.deadline)`;
		return { probes: [{ ...probe, ok: false, error }], failure: { phase: "ready", symptoms: {}, cause: error } };
	}
	if (exit.exitCode !== 0) return failedResult(check, { phase: "ready", symptoms: { exit } }, { ...probe, ok: false });
	const readyMs = Math.round(performance.now() - began);
	context.onReady(`ended with 0 after ${formatSeconds(readyMs)}`);
	if (member.role !== "tested") return { probes: [], readyMs };
	const architecture = await programMachine(context, member, container);
	const failure = machineMismatch(member, architecture);
	return { probes: [{ ...probe, ok: true }], readyMs, ...defined({ architecture, failure }) };
}

/** A worker has nothing to probe: it has stayed up for `stable` ms, or has exited. */
async function checkWorker(check: StartedCheck, stable: number): Promise<ContainerResult> {
	const { context, member, container } = check;
	const { events } = context;
	const probe = { kind: "stable", target: `stays up for ${formatSeconds(stable)}`, attempts: 1 } as const;
	const exited = exitedEarly(events, container.id);
	if (exited !== undefined) {
		const endsByDesign = exited.symptoms.exit?.exitCode === 0 && member.role !== "external";
		const symptoms = { ...exited.symptoms, ...(endsByDesign && { advice: workerExitAdvice }) };
		return failedResult(check, { ...exited, symptoms }, { ...probe, ok: false });
	}
	context.onReady("up");
	if (member.role !== "tested") return { probes: [] };
	const [names, architecture] = await Promise.all([
		checkNeedNames(context, member, container),
		programMachine(context, member, container),
	]);
	const failure =
		exitedEarly(events, container.id) ?? machineMismatch(member, architecture) ?? probeFailed(names, dnsError);
	return {
		probes: [{ ...probe, ok: true }, ...(names === undefined ? [] : [names])],
		...defined({ architecture, failure }),
	};
}

const workerExitAdvice =
	"a worker must keep running: set `run: job` if it ends by design, `run: never` if it is only a base image";

/** The catalog's health check, else a connection to the first port, else the image's HEALTHCHECK. */
function mainHealth(member: Member, { healthcheck }: LocalImage): Health | undefined {
	if (member.health !== undefined) return member.health;
	const timing = healthTiming(member);
	const [port] = tcpPorts(member);
	if (port !== undefined) return { kind: "tcp", port, timing };
	return healthcheck === undefined || member.role === "external" ? undefined : { kind: "healthcheck", timing };
}

async function runHealthcheck({ shared }: CheckContext, target: ProbeTarget, health: Health) {
	const { healthcheck } = target.image;
	if (healthcheck === undefined || health.kind === "healthcheck") return undefined;
	return shared.commandLimit(() => probeHealthcheck(target, healthcheck));
}

/** Whether the container resolves the names of its needs. */
async function checkNeedNames({ api, run, jobs, shared, signal }: CheckContext, member: Member, container: Container) {
	const names = member.needs.filter((need) => !jobs.has(need));
	if (names.length === 0) return undefined;
	const others = await inspectContainers(api, run, signal);
	const engineNames = others.some(({ dnsNames }) => dnsNames !== undefined)
		? new Set(others.filter(({ running }) => running).flatMap(({ dnsNames }) => dnsNames ?? []))
		: undefined;
	return shared.commandLimit(() =>
		checkNameResolution({ api, container, names, engineNames, timeoutMs: 60_000, signal }),
	);
}

async function containerState(
	context: CheckContext,
	member: Member,
	id: string,
	healthLog: readonly HealthLogEntry[],
): Promise<ContainerState> {
	const now = await inspectContainer(context.api, id, context.signal);
	const listeners = now === undefined || !context.reach.isLocal ? undefined : await readListeners(now);
	return {
		inspect: now?.excerpt ?? {},
		healthLog: [...(now?.healthLog ?? []), ...healthLog].slice(-5),
		ports: tcpPorts(member).map((container): PortRow => {
			const addresses = listeners?.filter(({ port }) => port === container).map(({ address }) => address);
			const listens = addresses && (addresses.join(", ") || "nothing");
			return { container, ...defined({ published: now?.ports.get(container), listens }) };
		}),
	};
}
