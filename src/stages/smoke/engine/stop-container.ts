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
	/** Seconds from SIGTERM, or what the image wants instead, to SIGKILL. */
	readonly seconds: number;
	/** Under emulation, on this machine's engine: ends one that hangs. */
	readonly killIfHung: boolean;
}

/** Stops a container, and waits until the engine has told how it ended. */
export async function stopContainer(member: Member, id: string, how: StopOptions): Promise<void> {
	const { api, events, signal, seconds, killIfHung: impatient } = how;
	const query = { t: String(seconds) };
	const over = new AbortController();
	const hung = impatient ? killHung(member, id, { ...how, signal: AbortSignal.any([signal, over.signal]) }) : undefined;
	hung?.catch(() => {});
	const stopped = await engineRequest(api, { method: "POST", path: `/containers/${id}/stop`, query, signal });
	over.abort();
	// The last events may come a moment after the command is done. One that never started has none.
	if (stopped.ok) await Promise.race([events.waitForExit(id), sleep(500, undefined, { signal })]);
}

const lookEveryMs = 250;
/** Looks in a row at which all ports are closed: two seconds. Servers close them first, and end at once when nobody is connected. */
const closedLooks = 8;

/**
 * Kills one that has closed all its ports and does not end. Under QEMU process 1 hangs when it raises a signal against itself at its end, as
 * uvicorn and Go programs do; the stop of one that was killed is not judged there, so waiting longer tells nothing.
 */
async function killHung(member: Member, id: string, { api, signal }: StopOptions): Promise<void> {
	const container = await inspectContainer(api, id, signal);
	const ports = tcpPorts(member);
	if (container === undefined || ports.length === 0) return;
	for (let closed = 0; closed < closedLooks; ) {
		await sleep(lookEveryMs, undefined, { signal });
		const listeners = await readListeners(container);
		if (listeners === undefined) return;
		closed = listeners.some(({ port }) => ports.includes(port)) ? 0 : closed + 1;
	}
	signal.throwIfAborted();
	await engineRequest(api, { method: "POST", path: `/containers/${id}/kill`, query: { signal: "SIGKILL" }, signal });
}
