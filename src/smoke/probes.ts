import { performance } from "node:perf_hooks";
import { tcpPorts } from "../compose/compose.ts";
import type { Docker } from "../docker/docker.ts";
import type { Health, Timing } from "../documents/service.ts";
import type { ProbeResult } from "../documents/smoke.ts";
import { type Attempt, impossible, seconds, tryHttp, tryTcp } from "./attempt.ts";
import { ask, type Container, type LocalImage, lastLine } from "./engine.ts";
import type { Exit } from "./events.ts";
import { harmless } from "./harmless.ts";
import type { Member } from "./members.ts";
import { untilReady, type Waited } from "./ready.ts";

/** A started container, and what a probe of it needs to know. */
export interface Target {
	readonly docker: Docker;
	readonly container: Container;
	readonly exited: Promise<Exit>;
	readonly signal: AbortSignal;
}

/** Probes until it is ready, has failed for good, or has ended. */
export async function probeUntil(
	target: Target,
	health: Health,
	{ wanted, startedAt }: { readonly wanted: number; readonly startedAt: number },
): Promise<Waited> {
	const { exited, signal } = target;
	const attempt = (stop: AbortSignal) => once(target, health, stop);
	return untilReady({ attempt, timing: health.timing, exited, signal, wanted, startedAt });
}

async function once({ docker, container }: Target, health: Health, signal: AbortSignal): Promise<Attempt> {
	const { timeout } = health.timing;
	if (health.kind === "command") return tryCommand(docker, container.id, health.command, timeout, signal);
	const port = container.ports.get(health.port);
	if (port === undefined) return { ok: false, latencyMs: 0, error: `port ${health.port} is not published` };
	return health.kind === "http" ? tryHttp(health, port, timeout, signal) : tryTcp(port, timeout, signal);
}

/** Runs a command inside the container; exit 0 is good. */
async function tryCommand(
	docker: Docker,
	id: string,
	argv: readonly string[],
	timeoutMs: number,
	signal: AbortSignal,
): Promise<Attempt> {
	const begun = performance.now();
	const late = AbortSignal.timeout(Math.ceil(timeoutMs));
	const options = { signal: AbortSignal.any([signal, late]), graceMs: 500, keep: 16_384 };
	const { exitCode, stdout, stderr } = await ask(docker, ["exec", id, ...argv], options);
	const latencyMs = Math.round(performance.now() - begun);
	if (signal.aborted) return { ok: false, latencyMs, error: "interrupted" };
	if (late.aborted) return { ok: false, latencyMs, error: `did not end within ${seconds(timeoutMs)}`, late: true };
	if (exitCode === 0) return { ok: true, latencyMs };
	const said = harmless(lastLine(stderr) || lastLine(stdout), 200);
	return { ok: false, latencyMs, error: `exit ${exitCode}${said === "" ? "" : `: ${said}`}` };
}

function nameOf(health: Health, container: Container): string {
	switch (health.kind) {
		case "http":
			return `${health.method} http://127.0.0.1:${container.ports.get(health.port)}${health.path}`;
		case "tcp":
			return `tcp 127.0.0.1:${container.ports.get(health.port)} (port ${health.port})`;
		case "command":
			return health.command.join(" ");
	}
}

/** A wait as a row of the result. */
export function resultOf(health: Health, container: Container, waited: Waited): ProbeResult {
	return row(health.kind, nameOf(health, container), waited);
}

function row(kind: ProbeResult["kind"], target: string, waited: Waited): ProbeResult {
	const { last, attempts } = waited;
	const unanswered = waited.kind === "exited" ? (last?.error ?? "ended before it answered") : undefined;
	const error = waited.kind === "failed" ? waited.why : unanswered;
	return {
		...{ kind, target, ok: waited.kind === "ready", attempts },
		...(last?.status !== undefined && { status: last.status }),
		...(last !== undefined && { latencyMs: last.latencyMs }),
		...(error !== undefined && { error }),
	};
}

/** The same request for a path that cannot exist: when that passes too, the check tells nothing. */
export async function negativeControl(
	{ container, signal }: Target,
	health: Extract<Health, { kind: "http" }>,
): Promise<ProbeResult> {
	const nowhere = impossible(health);
	const port = container.ports.get(health.port) ?? 0;
	const { ok, status, latencyMs } = await tryHttp(nowhere, port, health.timing.timeout, signal);
	return {
		...{ kind: "negative", target: nameOf(nowhere, container), ok: !ok, latencyMs, attempts: 1 },
		...(status !== undefined && { status }),
		...(ok && { error: `answers every path: one that cannot exist got ${status} and would pass as healthy` }),
	};
}

export interface PortResult {
	readonly port: number;
	readonly result: ProbeResult;
}

/** Every other TCP port of the catalog must take a connection, within 5 s and the usual retries. */
export function otherPorts(target: Target, member: Member, main: Health): Promise<readonly PortResult[]> {
	const timing: Timing = { ...main.timing, startPeriod: Math.min(main.timing.startPeriod, 5_000) };
	const ports = tcpPorts(member).filter((port) => main.kind === "command" || port !== main.port);
	return Promise.all(
		ports.map(async (port) => {
			const health: Health = { kind: "tcp", port, timing };
			const waited = await probeUntil(target, health, { wanted: 1, startedAt: performance.now() });
			return { port, result: resultOf(health, target.container, waited) };
		}),
	);
}

export interface OwnResult {
	readonly result: ProbeResult;
	/** It never ended in time; it did not fail either. */
	readonly late: boolean;
}

/** The image's own HEALTHCHECK, run now: the engine itself would first do so after one interval, 30 s by default. */
export async function ownHealthcheck(
	target: Target,
	{ argv, timeoutMs, retries }: NonNullable<LocalImage["healthcheck"]>,
): Promise<OwnResult> {
	const timing: Timing = { startPeriod: 0, interval: 1_000, timeout: timeoutMs, retries: Math.min(retries, 3) };
	const health: Health = { kind: "command", command: argv, timing };
	const waited = await probeUntil(target, health, { wanted: 1, startedAt: performance.now() });
	return { result: row("healthcheck", "HEALTHCHECK", waited), late: waited.last?.late === true };
}
