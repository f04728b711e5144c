import { posix } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { LimitFunction } from "p-limit";
import { tcpPorts } from "../compose/compose.ts";
import type { Docker } from "../docker/docker.ts";
import type { Health } from "../documents/service.ts";
import type { ProbeResult, SmokePhase } from "../documents/smoke.ts";
import { machineOf } from "../program.ts";
import { headOf, machineOfEntry } from "./architecture.ts";
import { seconds } from "./attempt.ts";
import type { Symptoms } from "./diagnose.ts";
import { type Container, call, inspectContainers, type LocalImage, lastLine } from "./engine.ts";
import type { Events } from "./events.ts";
import { listenersOf } from "./listeners.ts";
import { defaultTiming, type Member } from "./members.ts";
import {
	negativeControl,
	type OwnResult,
	otherPorts,
	ownHealthcheck,
	type PortResult,
	probeUntil,
	resultOf,
	type Target,
} from "./probes.ts";
import type { Waited } from "./ready.ts";

/** What the trials of one run have in common. */
export interface Shared {
	/** Found so far, by image and program: many services share one interpreter. */
	readonly machines: Map<string, Promise<string | undefined>>;
	/** Commands inside containers at once: each is a process start, which is what emulation makes slow. */
	readonly commands: LimitFunction;
	/** Whether this platform's programs run natively on the engine's machine. */
	readonly speed: "native" | "emulated";
}

export interface Setting {
	readonly docker: Docker;
	readonly run: string;
	readonly events: Events;
	readonly signal: AbortSignal;
	/** How long it must stay up after it is ready. */
	readonly stableMs: number;
	readonly shared: Shared;
	/** What waits for this one may start. */
	readonly onReady: (text: string) => void;
}

/** Where it broke, and what is known of it before its log is read. `guess` is there when the cause is plain. */
export interface Broken {
	readonly phase: SmokePhase;
	readonly symptoms: Omit<Symptoms, "log">;
	readonly guess?: string;
}

/** How far one container came. */
export interface Trial {
	readonly probes: readonly ProbeResult[];
	readonly architecture?: string;
	readonly readyMs?: number;
	readonly broken?: Broken;
	/** Worth telling of one that is well. */
	readonly note?: string;
}

/**
 * Starts a created container and finds out whether it is well: it starts, answers twice in a row, does not answer just
 * anything, opens its other ports, passes its own HEALTHCHECK, is of the right architecture, and stays up.
 */
export async function tryMember(setting: Setting, member: Member, image: LocalImage, id: string): Promise<Trial> {
	const { docker, run, events, signal, stableMs } = setting;
	const startedAt = performance.now();
	const { exitCode, stderr } = await call(docker, ["start", "--", id], { signal });
	const [container] = await inspectContainers(docker, run, { ids: [id], signal });
	if (exitCode !== 0 || container === undefined)
		return failed(setting, member, container, unstarted(container, stderr));

	const exited = events.exitOf(member.name);
	const stable = () => Promise.race([exited, sleep(stableMs, undefined, { signal })]);
	const health = mainHealth(member);
	if (health === undefined) {
		await stable();
		const broken = ended(setting, member);
		if (broken === undefined) setting.onReady("up");
		return { probes: [], ...(broken && { broken }) };
	}

	const target: Target = { docker, container, exited, signal };
	const waited = await probeUntil(target, health, { wanted: 2, startedAt });
	const first = resultOf(health, container, waited);
	if (waited.kind !== "ready")
		return failed(setting, member, container, await neverReady(container, health, waited), first);
	const { readyMs } = waited;
	setting.onReady(`answers after ${seconds(readyMs)}, in ${first.latencyMs} ms`);
	if (member.role !== "subject") return { probes: [first], readyMs };

	const [negative, ports, own, architecture] = await Promise.all([
		health.kind === "http" ? negativeControl(target, health) : undefined,
		otherPorts(target, member, health),
		ownCheck(setting, target, image),
		machineIn(setting, member, container),
		stable(),
	]);
	const broken =
		ended(setting, member) ??
		mismatch(member, architecture) ??
		(negative && weakCheck(negative)) ??
		(await closedPort(container, ports)) ??
		(own && unwell(setting, own, health));
	return {
		probes: [
			first,
			...(negative ? [negative] : []),
			...ports.map(({ result }) => result),
			...(own ? [own.result] : []),
		],
		readyMs,
		...(own?.late && { note: "its own HEALTHCHECK did not end in time under emulation, which decides nothing" }),
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
	return member.health ?? (port === undefined ? undefined : { kind: "tcp", port, timing: defaultTiming });
}

function unstarted(container: Container | undefined, stderr: string): Broken {
	const startError = container?.error ?? lastLine(stderr);
	const exit =
		container !== undefined && container.exitCode !== 0
			? { exit: { exitCode: container.exitCode, outOfMemory: container.outOfMemory } }
			: {};
	return { phase: "start", symptoms: { startError, ...exit } };
}

async function neverReady(
	container: Container,
	health: Health,
	waited: Exclude<Waited, { kind: "ready" }>,
): Promise<Broken> {
	if (waited.kind === "exited") return { phase: "ready", symptoms: { exit: waited.exit } };
	const { status } = waited.last;
	const probe = {
		error: waited.why,
		afterMs: waited.afterMs,
		...(status !== undefined && { status }),
		...(health.kind === "http" && { path: health.path }),
		...(health.kind !== "command" && { port: health.port }),
	};
	const listeners = await listenersOf(container);
	return { phase: "ready", symptoms: { probe, ...(listeners && { listeners }) } };
}

async function ownCheck({ shared }: Setting, target: Target, { healthcheck }: LocalImage) {
	return healthcheck && shared.commands(() => ownHealthcheck(target, healthcheck));
}

function machineIn({ docker, shared: { machines }, signal }: Setting, { image }: Member, container: Container) {
	const key = [image, container.path, container.searchPath, container.workingDir].join("\n");
	const found = machines.get(key) ?? architectureOf(docker, container, signal);
	machines.set(key, found);
	return found;
}

/** `aarch64`, from the ELF header of what process 1 runs; needs nothing in the image. */
function architectureOf(docker: Docker, container: Container, signal: AbortSignal): Promise<string | undefined> {
	const { id, path, searchPath, workingDir } = container;
	return machineOfEntry(path, searchPath, (file) =>
		headOf(async (to) => {
			const from = `${id}:${posix.resolve(workingDir, file)}`;
			return (await call(docker, ["cp", "--follow-link", "--quiet", "--", from, to], { signal })).exitCode === 0;
		}),
	);
}

function mismatch({ platform }: Member, found: string | undefined): Broken | undefined {
	const wanted = platform === undefined ? undefined : machineOf(platform);
	if (wanted === undefined || found === undefined || wanted === found) return undefined;
	return { phase: "start", symptoms: { architecture: { wanted, found } } };
}

/** It was up, and is not any more. */
export function ended({ events }: Pick<Setting, "events">, { name }: Pick<Member, "name">): Broken | undefined {
	const exit = events.exitedAs(name);
	return exit && { phase: "stable", symptoms: { exit } };
}

function weakCheck({ ok, error = "answers every path" }: ProbeResult): Broken | undefined {
	return ok ? undefined : { phase: "ready", symptoms: { probe: { error } }, guess: error };
}

async function closedPort(container: Container, ports: readonly PortResult[]): Promise<Broken | undefined> {
	const closed = ports.find(({ result }) => !result.ok);
	if (closed === undefined) return undefined;
	const listeners = await listenersOf(container);
	const probe = { error: closed.result.error ?? "closed", port: closed.port };
	return { phase: "ready", symptoms: { probe, ...(listeners && { listeners }) } };
}

function unwell({ shared }: Setting, { result, late }: OwnResult, health: Health): Broken | undefined {
	const { ok, error = "fails" } = result;
	if (ok || (late && shared.speed === "emulated")) return undefined;
	const guess = `answers its ${health.kind} check, but its own HEALTHCHECK fails: ${error}`;
	return { phase: "ready", symptoms: { probe: { error } }, guess };
}
