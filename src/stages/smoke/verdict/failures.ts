import type { ProbeResult } from "../../../model/documents/smoke.ts";
import type { Health } from "../../../model/service/service.ts";
import { defined } from "../../../util/defined.ts";
import type { ContainerFailure, SharedContext } from "../check-types.ts";
import type { Container } from "../engine/containers.ts";
import type { ContainerEvents } from "../engine/events.ts";
import { readListeners } from "../probes/listeners.ts";
import type { PortResult, ProbeOutcome, ProbeTarget } from "../probes/probes.ts";
import type { WaitResult } from "../probes/wait-until-ready.ts";

export function startFailed(container: Container | undefined, why: string): ContainerFailure {
	const { exitCode = 0, outOfMemory = false, startError = why } = container ?? {};
	return { phase: "start", symptoms: { startError, ...(exitCode !== 0 && { exit: { exitCode, outOfMemory } }) } };
}

/** The container exited or failed its check before it was ready. */
export async function readinessFailed(
	target: ProbeTarget,
	health: Health,
	wait: Exclude<WaitResult, { kind: "ready" }>,
): Promise<ContainerFailure> {
	if (wait.kind === "exited") return { phase: "ready", symptoms: { exit: wait.exit } };
	const probe = {
		...{ error: wait.why, afterMs: wait.afterMs, ...defined({ status: wait.last.status }) },
		...(health.kind === "http" && { path: health.path }),
		...("port" in health && { port: health.port }),
	};
	const healthcheck = health.kind === "healthcheck" ? target.image.healthcheck?.argv : undefined;
	const check = health.kind === "command" ? health.command : healthcheck;
	const listeners = await currentListeners(target);
	return {
		...{ phase: "ready", symptoms: { probe, ...defined({ stillBusy: wait.stillBusy, listeners }) } },
		...defined({ check }),
	};
}

const currentListeners = async ({ container, reach }: ProbeTarget) =>
	reach.isLocal ? readListeners(container) : undefined;

export function exitedEarly(events: ContainerEvents, id: string): ContainerFailure | undefined {
	const exit = events.getExit(id);
	return exit && { phase: "stable", symptoms: { exit } };
}

/** A probe that failed for a cause of its own: the negative probe, or the names of the needs. */
export function probeFailed(probe: ProbeResult | undefined, defaultError: string): ContainerFailure | undefined {
	if (probe === undefined || probe.ok) return undefined;
	const { error = defaultError } = probe;
	return { phase: "ready", symptoms: { probe: { error } }, cause: error };
}

export async function portClosed(
	target: ProbeTarget,
	ports: readonly PortResult[],
): Promise<ContainerFailure | undefined> {
	const closed = ports.find(({ result }) => !result.ok);
	if (closed === undefined) return undefined;
	const probe = { error: closed.result.error ?? "closed", port: closed.port };
	return { phase: "ready", symptoms: { probe, ...defined({ listeners: await currentListeners(target) }) } };
}

export function healthcheckFailed(
	{ execution }: SharedContext,
	{ image }: ProbeTarget,
	{ result, timedOut }: ProbeOutcome,
	health: Health,
): ContainerFailure | undefined {
	const { ok, error = "fails" } = result;
	if (ok || (timedOut && execution === "emulated")) return undefined;
	const cause = `passes its ${health.kind} check, but the image's HEALTHCHECK fails: ${error}`;
	return {
		...{ phase: "ready", symptoms: { probe: { error } }, cause },
		...defined({ check: image.healthcheck?.argv }),
	};
}

/** The service failed its check after it had passed. A restart would show as an exit. */
export function stoppedAnswering(
	{ execution }: SharedContext,
	{ result, timedOut }: ProbeOutcome,
): ContainerFailure | undefined {
	const { ok, error = "failed" } = result;
	if (ok) return undefined;
	const stillBusy = timedOut && execution === "emulated";
	return {
		...{ phase: "stable", symptoms: { probe: { error }, ...(stillBusy && { stillBusy }) } },
		cause: `was healthy, then failed its check: ${error}`,
	};
}
