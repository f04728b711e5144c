import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { Timing } from "../documents/service.ts";
import type { Attempt } from "./attempt.ts";
import type { Exit } from "./events.ts";

/** How a wait for good answers ended. */
export type Waited =
	| { readonly kind: "ready"; readonly attempts: number; readonly last: Attempt; readonly readyMs: number }
	| {
			readonly kind: "failed";
			readonly attempts: number;
			readonly last: Attempt;
			readonly why: string;
			readonly afterMs: number;
	  }
	| { readonly kind: "exited"; readonly attempts: number; readonly last?: Attempt; readonly exit: Exit };

export interface Wait {
	readonly attempt: (signal: AbortSignal) => Promise<Attempt>;
	readonly timing: Timing;
	/** Settles when the process ends; then there is no point in waiting. */
	readonly exited: Promise<Exit>;
	readonly signal: AbortSignal;
	/** Good answers in a row that decide. */
	readonly wanted?: number;
	/** `performance.now()` at the container's start. */
	readonly startedAt: number;
}

const firstPauseMs = 100;

/**
 * Tries until `wanted` answers in a row are good. As with Docker, failures inside the start period are free until the
 * first good answer; unlike there, after that `retries` failures end it, in a row or not, so what flaps fails too. Between tries it
 * waits 100 ms, half as much again each time, up to the interval. Throws the signal's reason on abort.
 */
export async function untilReady({ attempt, timing, exited, signal, wanted = 2, startedAt }: Wait): Promise<Waited> {
	const over = new AbortController();
	let exit: Exit | undefined;
	exited.then((how) => {
		exit = how;
		over.abort();
	});
	const stop = AbortSignal.any([signal, over.signal]);
	let attempts = 0;
	let inARow = 0;
	let good = 0;
	let failures = 0;
	let readyMs: number | undefined;
	let pause = firstPauseMs;
	let last: Attempt | undefined;
	for (;;) {
		const begun = performance.now();
		const result = await attempt(stop);
		signal.throwIfAborted();
		if (exit !== undefined) return { kind: "exited", attempts, ...(last !== undefined && { last }), exit };
		last = result;
		attempts += 1;
		if (result.ok) {
			good += 1;
			inARow += 1;
			readyMs ??= Math.round(performance.now() - startedAt);
			if (inARow >= wanted) return { kind: "ready", attempts, last, readyMs };
			pause = firstPauseMs;
		} else {
			inARow = 0;
			if (good > 0 || begun - startedAt >= timing.startPeriod) failures += 1;
			if (failures >= Math.max(timing.retries, 1)) {
				const why =
					good > 0 ? `flaps: ${good} of ${attempts} answers were good; ${result.error}` : (result.error ?? "failed");
				return { kind: "failed", attempts, last, why, afterMs: Math.round(performance.now() - startedAt) };
			}
		}
		const left = Math.max(0, startedAt + timing.startPeriod - performance.now());
		const wait = Math.min(pause, timing.interval, left > 0 && good === 0 ? left : timing.interval);
		// An abort ends the pause early; the loop's head then finds out which one it was.
		await sleep(wait, undefined, { signal: stop }).catch(() => {});
		pause = Math.min(pause * 1.5, timing.interval);
	}
}
