import type { ProbeResult } from "../../../model/documents/smoke.ts";
import type { Health } from "../../../model/service/service.ts";
import { defined } from "../../../util/defined.ts";
import type { ContainerFailure, SharedContext } from "../check-types.ts";
import type { Container } from "../engine/containers.ts";
import type { ContainerEvents } from "../engine/events.ts";
import { readListeners } from "../probes/listeners.ts";
import type { PortResult, ProbeOutcome, ProbeTarget } from "../probes/probes.ts";
import type { WaitResult } from "../probes/wait-until-ready.ts";
import type { Symptoms } from "./diagnose.ts";

export function startFailed(container: Container | undefined, why: string): ContainerFailure {
	const startError = container?.error ?? why;
	const exit =
		container !== undefined && container.exitCode !== 0
			? { exit: { exitCode: container.exitCode, outOfMemory: container.outOfMemory } }
			: {};
	return { phase: "start", symptoms: { startError, ...exit } };
}

export async function readinessFailed(
	target: ProbeTarget,
	health: Health,
	waited: Exclude<WaitResult, { kind: "ready" }>,
): Promise<ContainerFailure> {
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
		symptoms: { probe, ...(waited.working && { stillBusy: true }), ...(await listening(target)) },
		...defined({ check }),
	};
}

async function listening({ container, reach }: ProbeTarget): Promise<Pick<Symptoms, "listeners">> {
	const listeners = reach.isLocal ? await readListeners(container) : undefined;
	return { ...defined({ listeners }) };
}

/** It was up, and is not any more. */
export function exitedEarly(events: ContainerEvents, id: string): ContainerFailure | undefined {
	const exit = events.getExit(id);
	return exit && { phase: "stable", symptoms: { exit } };
}

export function negativeProbeFailed({ ok, error = "answers every path" }: ProbeResult): ContainerFailure | undefined {
	return ok ? undefined : { phase: "ready", symptoms: { probe: { error } }, guess: error };
}

export function dnsFailed({ ok, error = "cannot find what it needs" }: ProbeResult): ContainerFailure | undefined {
	return ok ? undefined : { phase: "ready", symptoms: { probe: { error } }, guess: error };
}

export async function portClosed(
	target: ProbeTarget,
	ports: readonly PortResult[],
): Promise<ContainerFailure | undefined> {
	const closed = ports.find(({ result }) => !result.ok);
	if (closed === undefined) return undefined;
	const probe = { error: closed.result.error ?? "closed", port: closed.port };
	return { phase: "ready", symptoms: { probe, ...(await listening(target)) } };
}

export function healthcheckFailed(
	{ execution: speed }: SharedContext,
	{ image }: ProbeTarget,
	{ result, timedOut: late }: ProbeOutcome,
	health: Health,
): ContainerFailure | undefined {
	const { ok, error = "fails" } = result;
	if (ok || (late && speed === "emulated")) return undefined;
	const guess = `answers its ${health.kind} check, but its own HEALTHCHECK fails: ${error}`;
	const check = image.healthcheck?.argv;
	return { phase: "ready", symptoms: { probe: { error } }, guess, ...defined({ check }) };
}

/** A restart needs no look: the process would have ended, and the engine have told. */
export function stoppedAnswering(
	{ execution: speed }: SharedContext,
	{ result, timedOut: late }: ProbeOutcome,
): ContainerFailure | undefined {
	const { ok, error = "failed" } = result;
	if (ok) return undefined;
	const guess = `was healthy, and then was not any more: ${error}`;
	const working = late && speed === "emulated";
	return { phase: "stable", symptoms: { probe: { error }, ...(working && { stillBusy: working }) }, guess };
}
