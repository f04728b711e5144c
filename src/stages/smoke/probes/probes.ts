import { performance } from "node:perf_hooks";
import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import { tcpPorts } from "../../../model/compose/compose-file.ts";
import type { HealthLogEntry, ProbeResult } from "../../../model/documents/smoke.ts";
import type { Health, HealthTiming } from "../../../model/service/service.ts";
import { defaultTiming } from "../../../model/service/timing.ts";
import { defined } from "../../../util/defined.ts";
import { EngineUnavailable, lastLine } from "../engine/call.ts";
import type { Container, LocalImage } from "../engine/containers.ts";
import type { ContainerExit } from "../engine/events.ts";
import { execInContainer } from "../engine/exec-in-container.ts";
import { sanitizeLogLine } from "../sanitize-log.ts";
import type { Member } from "../select-members.ts";
import { type Attempt, formatSeconds, nonexistentHealth, tryHttp, tryTcp } from "./attempt.ts";
import { tryGrpc } from "./grpc.ts";
import type { PortAccess } from "./reach-host.ts";
import { type EmulationAllowance, type ReadinessWait, type WaitResult, waitUntilReady } from "./wait-until-ready.ts";

/** A started container, and what a probe of it needs to know. */
export interface ProbeTarget {
	readonly api: EngineApi;
	readonly container: Container;
	readonly image: Pick<LocalImage, "healthcheck">;
	readonly exited: Promise<ContainerExit>;
	readonly signal: AbortSignal;
	readonly reach: PortAccess;
	/** Runs of its HEALTHCHECK are noted here. */
	readonly healthLog: HealthLogEntry[];
	/** Called with what is waited for, and why it is not there yet. */
	readonly onWait?: ((text: string) => void) | undefined;
	/** Under emulation. */
	readonly emulation?: EmulationAllowance;
}

/** Probes until it is ready, has failed for good, or has ended. */
export async function probeUntilReady(
	target: ProbeTarget,
	health: Health,
	{ startedAt, wanted }: { readonly startedAt: number; readonly wanted?: number },
): Promise<WaitResult> {
	const { exited, signal, emulation, onWait } = target;
	const onFailure: ReadinessWait["onFailure"] = (last, time) => onWait?.(waitingFor(health, last, time));
	const attempt = (stop: AbortSignal, timeoutMs: number) => once(target, health, timeoutMs, stop);
	return waitUntilReady({
		...{ attempt, timing: health.timing, exited, signal, startedAt, onFailure },
		...defined({ wanted, emulation }),
	});
}

/** `GET /nope answers 404, waiting for 200-399, 12 s of 60 s`. */
function waitingFor(
	health: Health,
	{ error = "fails" }: Attempt,
	{ elapsedMs, limitMs }: { readonly elapsedMs: number; readonly limitMs: number },
): string {
	const answers = error.replace(/^answered /, "answers ").replace(/([,;]) wanted /, "$1 waiting for ");
	const said = answers === error ? `: ${error}` : ` ${answers}`;
	const of = elapsedMs < limitMs ? `of ${Math.round(limitMs / 1_000)} s` : "(start period over)";
	const time = `${Math.floor(elapsedMs / 1_000)} s ${of}`;
	return `${sanitizeLogLine(shortName(health) + said, 200)}, ${time}`;
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

async function once(target: ProbeTarget, health: Health, timeoutMs: number, signal: AbortSignal): Promise<Attempt> {
	const { api, container, image, reach } = target;
	if (health.kind === "command") return tryCommand(api, container.id, health.command, timeoutMs, signal);
	if (health.kind === "healthcheck") {
		if (image.healthcheck === undefined) return { ok: false, latencyMs: 0, error: "the image has no HEALTHCHECK" };
		return noted(target, await tryCommand(api, container.id, image.healthcheck.argv, timeoutMs, signal));
	}
	const port = container.ports.get(health.port);
	if (port === undefined) return { ok: false, latencyMs: 0, error: `port ${health.port} is not published` };
	const aim = { port, timeoutMs, signal, reach };
	switch (health.kind) {
		case "http":
			return tryHttp(health, aim);
		case "tcp":
			return tryTcp(aim);
		case "grpc":
			return tryGrpc(health, aim);
	}
}

interface Ran extends Attempt {
	readonly exitCode?: number;
	readonly said?: string;
}

/** Runs a command inside the container; exit 0 is good. */
async function tryCommand(
	api: EngineApi,
	id: string,
	argv: readonly string[],
	timeoutMs: number,
	signal: AbortSignal,
): Promise<Ran> {
	const begun = performance.now();
	const late = AbortSignal.timeout(Math.ceil(timeoutMs));
	const ran = await execInContainer(api, id, argv, AbortSignal.any([signal, late])).catch((error: unknown) => {
		if (error instanceof EngineUnavailable) throw error;
		return undefined;
	});
	const latencyMs = Math.round(performance.now() - begun);
	if (signal.aborted) return { ok: false, latencyMs, error: "interrupted" };
	if (ran === undefined)
		return { ok: false, latencyMs, error: `did not end within ${formatSeconds(timeoutMs)}`, timedOut: true };
	const { exitCode, stdout, stderr } = ran;
	const said = sanitizeLogLine(lastLine(stderr) || lastLine(stdout), 200);
	if (exitCode === 0) return { ok: true, latencyMs, exitCode, said };
	return { ok: false, latencyMs, exitCode, said, error: `exit ${exitCode}${said === "" ? "" : `: ${said}`}` };
}

/** As Docker's own log, which keeps five. */
function noted({ healthLog }: ProbeTarget, { exitCode, said = "", ...attempt }: Ran): Attempt {
	healthLog.push({ exitCode: exitCode ?? -1, output: exitCode === undefined ? (attempt.error ?? "") : said });
	if (healthLog.length > 5) healthLog.shift();
	return attempt;
}

function nameOf(health: Health, { container, reach }: ProbeTarget): string {
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
export function probeResult(health: Health, target: ProbeTarget, waited: WaitResult): ProbeResult {
	const { last, attempts } = waited;
	const unanswered = waited.kind === "exited" ? (last?.error ?? "ended before it answered") : undefined;
	const error = waited.kind === "failed" ? waited.why : unanswered;
	return {
		...{ kind: health.kind, target: nameOf(health, target), ok: waited.kind === "ready", attempts },
		...("port" in health && { port: health.port }),
		...defined({ status: last?.status }),
		...(last !== undefined && { latencyMs: last.latencyMs }),
		...defined({ error }),
	};
}

/** The same request for what cannot exist: when that passes too, the check tells nothing. */
export async function negativeProbe(target: ProbeTarget, health: Health): Promise<ProbeResult | undefined> {
	if ((health.kind !== "http" && health.kind !== "grpc") || !health.negative) return undefined;
	const nowhere = nonexistentHealth(health);
	const { ok, status, latencyMs } = await once(target, nowhere, health.timing.timeout, target.signal);
	const what =
		health.kind === "http"
			? `answers every path: one that cannot exist got ${status} and would pass as healthy`
			: "says SERVING of every service, also of one that cannot exist";
	return {
		...{ kind: "negative", target: nameOf(nowhere, target), port: health.port, ok: !ok, latencyMs, attempts: 1 },
		...defined({ status }),
		...(ok && { error: what }),
	};
}

/** It still answers, after the time that it had to stay up: the same check, once, and once more if that fails. */
export async function probeStability(target: ProbeTarget, health: Health): Promise<ProbeOutcome> {
	const timing: HealthTiming = { ...health.timing, startPeriod: 0, retries: Math.min(health.timing.retries, 2) };
	const { deadline: _, ...undying } = timing;
	const again = { ...health, timing: undying } as Health;
	const waited = await probeUntilReady(target, again, { startedAt: performance.now(), wanted: 1 });
	return {
		result: { ...probeResult(again, target, waited), kind: "stable" },
		timedOut: waited.last?.timedOut === true,
	};
}

export interface PortResult {
	readonly port: number;
	readonly result: ProbeResult;
}

/** Every other TCP port of the catalog must take a connection, within 5 s and the usual retries. */
export function probeOtherPorts(target: ProbeTarget, member: Member, main: Health): Promise<readonly PortResult[]> {
	const { deadline: _, ...timing }: HealthTiming = {
		...main.timing,
		startPeriod: Math.min(main.timing.startPeriod, 5_000),
	};
	const ports = tcpPorts(member).filter((port) => !("port" in main) || port !== main.port);
	return Promise.all(
		ports.map(async (port) => {
			const health: Health = { kind: "tcp", port, timing };
			const waited = await probeUntilReady(target, health, { wanted: 1, startedAt: performance.now() });
			return { port, result: probeResult(health, target, waited) };
		}),
	);
}

export interface ProbeOutcome {
	readonly result: ProbeResult;
	/** It never ended in time; it did not fail either. */
	readonly timedOut: boolean;
}

/** The image's own HEALTHCHECK, run now: the engine itself would first do so after one interval, 30 s by default. */
export async function probeHealthcheck(
	target: ProbeTarget,
	{ timeoutMs, retries }: NonNullable<LocalImage["healthcheck"]>,
): Promise<ProbeOutcome> {
	const timing: HealthTiming = { ...defaultTiming, startPeriod: 0, timeout: timeoutMs, retries: Math.min(retries, 3) };
	const health: Health = { kind: "healthcheck", timing };
	const waited = await probeUntilReady(target, health, { wanted: 1, startedAt: performance.now() });
	return { result: probeResult(health, target, waited), timedOut: waited.last?.timedOut === true };
}
