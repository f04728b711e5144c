import type { ProbeResult } from "../../../model/documents/smoke.ts";
import type { Health } from "../../../model/service/service.ts";
import { defined } from "../../../util/defined.ts";
import type { Container } from "../engine/containers.ts";
import type { Events } from "../engine/events.ts";
import { listenersOf } from "../probes/listeners.ts";
import type { OwnResult, PortResult, Target } from "../probes/probes.ts";
import type { Waited } from "../probes/ready.ts";
import type { Broken, Shared } from "../trial.ts";
import type { Symptoms } from "./diagnose.ts";

export function unstarted(container: Container | undefined, why: string): Broken {
	const startError = container?.error ?? why;
	const exit =
		container !== undefined && container.exitCode !== 0
			? { exit: { exitCode: container.exitCode, outOfMemory: container.outOfMemory } }
			: {};
	return { phase: "start", symptoms: { startError, ...exit } };
}

export async function neverReady(
	target: Target,
	health: Health,
	waited: Exclude<Waited, { kind: "ready" }>,
): Promise<Broken> {
	if (waited.kind === "exited") return { phase: "ready", symptoms: { exit: waited.exit } };
	const { status } = waited.last;
	const probe = {
		error: waited.why,
		afterMs: waited.afterMs,
		...defined({ status }),
		...(health.kind === "http" && { path: health.path }),
		...("port" in health && { port: health.port }),
	};
	const own = health.kind === "healthcheck" ? target.image.healthcheck?.argv : undefined;
	const check = health.kind === "command" ? health.command : own;
	return {
		phase: "ready",
		symptoms: { probe, ...(waited.working && { working: true }), ...(await listening(target)) },
		...defined({ check }),
	};
}

async function listening({ container, reach }: Target): Promise<Pick<Symptoms, "listeners">> {
	const listeners = reach.near ? await listenersOf(container) : undefined;
	return { ...defined({ listeners }) };
}

/** It was up, and is not any more. */
export function ended(events: Events, id: string): Broken | undefined {
	const exit = events.exitedAs(id);
	return exit && { phase: "stable", symptoms: { exit } };
}

export function weakCheck({ ok, error = "answers every path" }: ProbeResult): Broken | undefined {
	return ok ? undefined : { phase: "ready", symptoms: { probe: { error } }, guess: error };
}

export function unfound({ ok, error = "cannot find what it needs" }: ProbeResult): Broken | undefined {
	return ok ? undefined : { phase: "ready", symptoms: { probe: { error } }, guess: error };
}

export async function closedPort(target: Target, ports: readonly PortResult[]): Promise<Broken | undefined> {
	const closed = ports.find(({ result }) => !result.ok);
	if (closed === undefined) return undefined;
	const probe = { error: closed.result.error ?? "closed", port: closed.port };
	return { phase: "ready", symptoms: { probe, ...(await listening(target)) } };
}

export function unwell(
	{ speed }: Shared,
	{ image }: Target,
	{ result, late }: OwnResult,
	health: Health,
): Broken | undefined {
	const { ok, error = "fails" } = result;
	if (ok || (late && speed === "emulated")) return undefined;
	const guess = `answers its ${health.kind} check, but its own HEALTHCHECK fails: ${error}`;
	const check = image.healthcheck?.argv;
	return { phase: "ready", symptoms: { probe: { error } }, guess, ...defined({ check }) };
}

/** A restart needs no look: the process would have ended, and the engine have told. */
export function silenced({ speed }: Shared, { result, late }: OwnResult): Broken | undefined {
	const { ok, error = "failed" } = result;
	if (ok) return undefined;
	const guess = `was healthy, and then was not any more: ${error}`;
	const working = late && speed === "emulated";
	return { phase: "stable", symptoms: { probe: { error }, ...(working && { working }) }, guess };
}
