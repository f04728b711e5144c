import { setTimeout as sleep } from "node:timers/promises";
import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import { tcpPorts } from "../../../model/compose/compose-file.ts";
import { readListeners } from "../probes/listeners.ts";
import type { Member } from "../select-members.ts";
import { engineRequest } from "./call.ts";
import { inspectContainer } from "./containers.ts";
import type { ContainerEvents } from "./events.ts";

export interface StopOptions {
	readonly api: EngineApi;
	readonly events: ContainerEvents;
	readonly signal: AbortSignal;
	/** From SIGTERM, or the image's stop signal, to SIGKILL. */
	readonly seconds: number;
	/** Under emulation, on this machine's engine: kills a container that hangs. */
	readonly killIfHung: boolean;
}

/** Stops a container and waits for the event of its exit. */
export async function stopContainer(member: Member, id: string, options: StopOptions): Promise<void> {
	const { api, events, signal, seconds } = options;
	const query = { t: String(seconds) };
	const over = new AbortController();
	if (options.killIfHung)
		killHung(member, id, { ...options, signal: AbortSignal.any([signal, over.signal]) }).catch(() => {});
	const stopped = await engineRequest(api, { method: "POST", path: `/containers/${id}/stop`, query, signal });
	over.abort();
	// The last events may come a moment later. A container that never started has none.
	if (stopped.ok) await Promise.race([events.waitForExit(id), sleep(500, undefined, { signal })]);
}

const pollMs = 250;
/** Two seconds with all ports closed: servers close them first, and exit at once when no client is connected. */
const closedPolls = 8;

/**
 * Kills a container that has closed all its ports and does not exit. Under QEMU process 1 hangs when it raises a signal
 * against itself, as uvicorn and Go programs do; smoke does not judge the stop there, so waiting longer is useless.
 */
async function killHung(member: Member, id: string, { api, signal }: StopOptions): Promise<void> {
	const container = await inspectContainer(api, id, signal);
	const ports = tcpPorts(member);
	if (container === undefined || ports.length === 0) return;
	for (let closed = 0; closed < closedPolls; ) {
		await sleep(pollMs, undefined, { signal });
		const listeners = await readListeners(container);
		if (listeners === undefined) return;
		closed = listeners.some(({ port }) => ports.includes(port)) ? 0 : closed + 1;
	}
	signal.throwIfAborted();
	await engineRequest(api, { method: "POST", path: `/containers/${id}/kill`, query: { signal: "SIGKILL" }, signal });
}
