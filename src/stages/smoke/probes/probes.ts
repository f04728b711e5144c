import { performance } from "node:perf_hooks";
import type { PortAccess } from "../../../adapters/docker/docker.ts";
import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import { tcpPorts } from "../../../model/compose/compose-file.ts";
import type { HealthLogEntry, ProbeResult } from "../../../model/documents/smoke.ts";
import type { Health, HealthTiming } from "../../../model/service/service.ts";
import { defaultTiming } from "../../../model/service/service.ts";
import { defined } from "../../../util/defined.ts";
import { sanitizeLogLine } from "../../../util/sanitize.ts";
import { EngineUnavailable, lastLine } from "../engine/call.ts";
import type { Container, LocalImage } from "../engine/containers.ts";
import type { ContainerExit } from "../engine/events.ts";
import { execInContainer } from "../engine/exec-in-container.ts";
import type { Member } from "../select-members.ts";
import { type Attempt, formatSeconds, nonexistentHealth, tryHttp, tryTcp } from "./attempt.ts";
import { tryGrpc } from "./grpc.ts";
import { type EmulationAllowance, type ReadinessWait, type WaitResult, waitUntilReady } from "./wait-until-ready.ts";

/** A started container and what its probes need. */
export interface ProbeTarget {
	readonly api: EngineApi;
	readonly container: Container;
	readonly image: Pick<LocalImage, "healthcheck">;
	readonly exited: Promise<ContainerExit>;
	readonly signal: AbortSignal;
	readonly reach: PortAccess;
	/** Receives the HEALTHCHECK runs. */
	readonly healthLog: HealthLogEntry[];
	/** Called with what the probe waits for. */
	readonly onWait?: ((text: string) => void) | undefined;
	/** Set under emulation. */
	readonly emulation?: EmulationAllowance;
}

/** Probes until the container is ready, has failed permanently, or has exited. */
export async function probeUntilReady(
	target: ProbeTarget,
	health: Health,
	options: Pick<ReadinessWait, "startedAt" | "successes">,
): Promise<WaitResult> {
	const { exited, signal, emulation, onWait } = target;
	return waitUntilReady({
		...{ ...options, timing: health.timing, exited, signal, ...defined({ emulation }) },
		attempt: (stop, timeoutMs) => probeOnce(target, health, timeoutMs, stop),
		onFailure: (last, time) => onWait?.(formatWait(health, last, time)),
	});
}

/** `GET /nope answers 404, waiting for 200-399, 12 s of 60 s`. */
function formatWait(
	health: Health,
	{ error = "fails" }: Attempt,
	{ elapsedMs, limitMs }: { readonly elapsedMs: number; readonly limitMs: number },
): string {
	const answer = error.replace(/^answered /, "answers ").replace(/([,;]) expected /, "$1 waiting for ");
	const detail = answer === error ? `: ${error}` : ` ${answer}`;
	const limit = elapsedMs < limitMs ? `of ${Math.round(limitMs / 1_000)} s` : "(start period over)";
	return `${sanitizeLogLine(shortName(health) + detail, 200)}, ${Math.floor(elapsedMs / 1_000)} s ${limit}`;
}

function shortName(health: Health): string {
	switch (health.kind) {
		case "http":
			return `${health.method} ${health.path}`;
		case "command":
			return health.command.join(" ");
		case "healthcheck":
			return "HEALTHCHECK";
		default:
			return `${health.kind} on port ${health.port}`;
	}
}

async function probeOnce(
	target: ProbeTarget,
	health: Health,
	timeoutMs: number,
	signal: AbortSignal,
): Promise<Attempt> {
	const { container, image, reach } = target;
	if (health.kind === "command") return tryCommand(target, health.command, timeoutMs, signal);
	if (health.kind === "healthcheck") {
		if (image.healthcheck === undefined) return { ok: false, latencyMs: 0, error: "the image has no HEALTHCHECK" };
		return logHealthcheck(target, await tryCommand(target, image.healthcheck.argv, timeoutMs, signal));
	}
	const port = container.ports.get(health.port);
	if (port === undefined) return { ok: false, latencyMs: 0, error: `port ${health.port} is not published` };
	const options = { port, timeoutMs, signal, reach };
	switch (health.kind) {
		case "http":
			return tryHttp(health, options);
		case "tcp":
			return tryTcp(options);
		case "grpc":
			return tryGrpc(health, options);
	}
}

interface CommandAttempt extends Attempt {
	readonly exitCode?: number;
	readonly output?: string;
}

/** Runs a command in the container; passes with exit 0. */
async function tryCommand(
	{ api, container }: ProbeTarget,
	argv: readonly string[],
	timeoutMs: number,
	signal: AbortSignal,
): Promise<CommandAttempt> {
	const startedAt = performance.now();
	const stop = AbortSignal.any([signal, AbortSignal.timeout(Math.ceil(timeoutMs))]);
	const result = await execInContainer(api, container.id, argv, stop).catch((error: unknown) => {
		if (error instanceof EngineUnavailable) throw error;
		return undefined;
	});
	const latencyMs = Math.round(performance.now() - startedAt);
	if (signal.aborted) return { ok: false, latencyMs, error: "interrupted" };
	if (result === undefined)
		return { ok: false, latencyMs, error: `did not end within ${formatSeconds(timeoutMs)}`, timedOut: true };
	const { exitCode, stdout, stderr } = result;
	const output = sanitizeLogLine(lastLine(stderr) || lastLine(stdout), 200);
	if (exitCode === 0) return { ok: true, latencyMs, exitCode, output };
	return { ok: false, latencyMs, exitCode, output, error: `exit ${exitCode}${output === "" ? "" : `: ${output}`}` };
}

const healthLogEntries = 5;

/** Like Docker's log of HEALTHCHECK runs, which has five entries. */
function logHealthcheck({ healthLog }: ProbeTarget, { exitCode, output = "", ...attempt }: CommandAttempt): Attempt {
	healthLog.push({ exitCode: exitCode ?? -1, output: exitCode === undefined ? (attempt.error ?? "") : output });
	if (healthLog.length > healthLogEntries) healthLog.shift();
	return attempt;
}

function targetName(health: Health, { container, reach }: ProbeTarget): string {
	const at = (port: number) => `${reach.host}:${container.ports.get(port)}`;
	switch (health.kind) {
		case "http":
			return `${health.method} http://${at(health.port)}${health.path}`;
		case "tcp":
			return `tcp ${at(health.port)} (port ${health.port})`;
		case "grpc":
			return `grpc ${at(health.port)} (port ${health.port})${health.service === undefined ? "" : ` ${health.service}`}`;
		case "command":
			return health.command.join(" ");
		case "healthcheck":
			return "HEALTHCHECK";
	}
}

/** A wait as a row of the result. */
export function probeResult(health: Health, target: ProbeTarget, wait: WaitResult): ProbeResult {
	const { last, attempts } = wait;
	const exitError = wait.kind === "exited" ? (last?.error ?? "exited before it answered") : undefined;
	return {
		...{ kind: health.kind, target: targetName(health, target), ok: wait.kind === "ready", attempts },
		...("port" in health && { port: health.port }),
		...defined({ status: last?.status, latencyMs: last?.latencyMs }),
		...defined({ error: wait.kind === "failed" ? wait.why : exitError }),
	};
}

/** The same check for a path or service that does not exist: if it passes too, the check proves nothing. */
export async function negativeProbe(target: ProbeTarget, health: Health): Promise<ProbeResult | undefined> {
	if ((health.kind !== "http" && health.kind !== "grpc") || !health.negative) return undefined;
	const nonexistent = nonexistentHealth(health);
	const { ok, status, latencyMs } = await probeOnce(target, nonexistent, health.timing.timeout, target.signal);
	const error =
		health.kind === "http"
			? `answers every path: a nonexistent one got ${status}, which would pass as healthy`
			: "reports SERVING for every service, even for a nonexistent one";
	return {
		...{
			kind: "negative",
			target: targetName(nonexistent, target),
			port: health.port,
			ok: !ok,
			latencyMs,
			attempts: 1,
		},
		...defined({ status, error: ok ? error : undefined }),
	};
}

export interface ProbeOutcome {
	readonly result: ProbeResult;
	/** The last attempt timed out: it did not fail. */
	readonly timedOut: boolean;
}

/** Repeats the check after `stable`; one retry. */
export async function probeStability(target: ProbeTarget, health: Health): Promise<ProbeOutcome> {
	const { deadline: _, ...timing } = health.timing;
	const retries = Math.min(timing.retries, 2);
	const { result, timedOut } = await probeNow(target, { ...health, timing: { ...timing, startPeriod: 0, retries } });
	return { result: { ...result, kind: "stable" }, timedOut };
}

/** Runs the image's HEALTHCHECK; the engine would first run it after one interval, 30 s by default. */
export function probeHealthcheck(
	target: ProbeTarget,
	{ timeoutMs, retries }: NonNullable<LocalImage["healthcheck"]>,
): Promise<ProbeOutcome> {
	const timing: HealthTiming = { ...defaultTiming, startPeriod: 0, timeout: timeoutMs, retries: Math.min(retries, 3) };
	return probeNow(target, { kind: "healthcheck", timing });
}

async function probeNow(target: ProbeTarget, health: Health): Promise<ProbeOutcome> {
	const wait = await probeUntilReady(target, health, { successes: 1, startedAt: performance.now() });
	return { result: probeResult(health, target, wait), timedOut: wait.last?.timedOut === true };
}

export interface PortResult {
	readonly port: number;
	readonly result: ProbeResult;
}

/** Every other TCP port of the catalog must accept a connection, within 5 s and the usual retries. */
export function probeOtherPorts(target: ProbeTarget, member: Member, main: Health): Promise<readonly PortResult[]> {
	const { deadline: _, ...rest } = main.timing;
	const timing: HealthTiming = { ...rest, startPeriod: Math.min(rest.startPeriod, 5_000) };
	const ports = tcpPorts(member).filter((port) => !("port" in main) || port !== main.port);
	return Promise.all(
		ports.map(async (port) => ({ port, result: (await probeNow(target, { kind: "tcp", port, timing })).result })),
	);
}
