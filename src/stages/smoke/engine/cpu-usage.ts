import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import type { EmulationAllowance } from "../probes/wait-until-ready.ts";
import { engineRequest } from "./call.ts";

const statsShape = z.object({ cpu_stats: z.object({ cpu_usage: z.object({ total_usage: z.number() }) }) });

const lookEveryMs = 300;
/** Of one processor. What wants more and does not get it still gets that. */
const hardlyAny = 0.05;

export interface IdleWait {
	readonly api: EngineApi;
	readonly id: string;
	/** Whether it matters at the moment. */
	readonly wanted: () => boolean;
	/** Ends it. */
	readonly signal: AbortSignal;
}

/** Waits until a container that starts hardly takes any processor time: it waits for something else, and starting another one does not slow it down. */
export async function waitUntilIdle({ api, id, wanted, signal }: IdleWait): Promise<void> {
	let last: { readonly ms: number; readonly at: number } | undefined;
	for (;;) {
		await sleep(lookEveryMs, undefined, { signal });
		const ms = wanted() ? await processorMs(api, id, signal) : undefined;
		const at = performance.now();
		if (ms !== undefined && last !== undefined && (ms - last.ms) / (at - last.at) < hardlyAny) return;
		last = ms === undefined ? undefined : { ms, at };
	}
}

/** Long enough that a container on a crowded machine gets some time in it. */
const windowMs = 3_000;
/** Of one processor. A container that starts on a crowded machine gets little more; one that waits or hangs takes less. */
const busyUnanswered = 0.005;
/** The same where it answers probes, which takes time by itself. */
const busyAnswering = 0.2;

/** Tells whether a container takes processor time, looked at for three seconds; an answer holds for as long again. */
export function busyCheck(api: EngineApi, id: string, signal: AbortSignal): EmulationAllowance["busy"] {
	let known: { readonly share: number; readonly at: number } | undefined;
	return async ({ noResponse: unanswered }) => {
		if (known === undefined || performance.now() - known.at > windowMs) {
			const [before, begun] = [await processorMs(api, id, signal), performance.now()];
			await sleep(windowMs, undefined, { signal });
			const [after, at] = [await processorMs(api, id, signal), performance.now()];
			const ms = before === undefined || after === undefined ? 0 : after - before;
			known = { share: ms / (at - begun), at };
		}
		return known.share > (unanswered ? busyUnanswered : busyAnswering);
	};
}

/** Of processor time that a container has taken so far; undefined when the engine does not tell. */
async function processorMs(api: EngineApi, id: string, signal: AbortSignal): Promise<number | undefined> {
	const query = { stream: "false", "one-shot": "true" };
	const reply = await engineRequest(api, { method: "GET", path: `/containers/${id}/stats`, query, signal });
	const stats = reply.ok ? statsShape.safeParse(reply.value).data : undefined;
	return stats === undefined ? undefined : stats.cpu_stats.cpu_usage.total_usage / 1e6;
}
