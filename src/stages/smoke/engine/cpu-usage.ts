import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import type { EmulationAllowance } from "../probes/wait-until-ready.ts";
import { engineRequest } from "./call.ts";

const statsShape = z.object({ cpu_stats: z.object({ cpu_usage: z.object({ total_usage: z.number() }) }) });

const pollMs = 300;
/** Share of one processor. A container that wants more gets at least this on a busy machine. */
const idleShare = 0.05;

export interface IdleWait {
	readonly api: EngineApi;
	readonly id: string;
	/** Polls the container only while this returns true. */
	readonly isWanted: () => boolean;
	readonly signal: AbortSignal;
}

/** Waits until a starting container uses almost no CPU, so that another start does not delay it. */
export async function waitUntilIdle({ api, id, isWanted, signal }: IdleWait): Promise<void> {
	let last: { readonly ms: number; readonly at: number } | undefined;
	for (;;) {
		await sleep(pollMs, undefined, { signal });
		const ms = isWanted() ? await processorMs(api, id, signal) : undefined;
		const at = performance.now();
		if (ms !== undefined && last !== undefined && (ms - last.ms) / (at - last.at) < idleShare) return;
		last = ms === undefined ? undefined : { ms, at };
	}
}

/** Long enough that a container on a busy machine gets some CPU time in it. */
const windowMs = 3_000;
/** Share of one processor. A starting container on a busy machine gets little more; one that waits or hangs less. */
const busyUnanswered = 0.005;
/** The same for a container that answers probes, which takes CPU time too. */
const busyAnswering = 0.2;

/** Returns a check whether the container uses the CPU, measured over three seconds and cached for as long. */
export function busyCheck(api: EngineApi, id: string, signal: AbortSignal): EmulationAllowance["busy"] {
	let measured: { readonly share: number; readonly at: number } | undefined;
	return async ({ noResponse }) => {
		if (measured === undefined || performance.now() - measured.at > windowMs) {
			const [before, began] = [await processorMs(api, id, signal), performance.now()];
			await sleep(windowMs, undefined, { signal });
			const [after, at] = [await processorMs(api, id, signal), performance.now()];
			const ms = before === undefined || after === undefined ? 0 : after - before;
			measured = { share: ms / (at - began), at };
		}
		return measured.share > (noResponse ? busyUnanswered : busyAnswering);
	};
}

/** CPU time of the container so far; undefined when the engine does not report it. */
async function processorMs(api: EngineApi, id: string, signal: AbortSignal): Promise<number | undefined> {
	const query = { stream: "false", "one-shot": "true" };
	const reply = await engineRequest(api, { method: "GET", path: `/containers/${id}/stats`, query, signal });
	const stats = reply.ok ? statsShape.safeParse(reply.value).data : undefined;
	return stats === undefined ? undefined : stats.cpu_stats.cpu_usage.total_usage / 1e6;
}
