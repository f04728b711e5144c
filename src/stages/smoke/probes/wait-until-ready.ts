import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { HealthTiming } from "../../../model/service/service.ts";
import { defined } from "../../../util/defined.ts";
import type { ContainerExit } from "../engine/events.ts";
import { type Attempt, formatSeconds } from "./attempt.ts";

export type WaitResult =
	| { readonly kind: "ready"; readonly attempts: number; readonly last: Attempt; readonly readyMs: number }
	| {
			readonly kind: "failed";
			readonly attempts: number;
			readonly last: Attempt;
			readonly why: string;
			readonly afterMs: number;
			/** Under emulation: still busy when its time was up, without a lasting answer. */
			readonly stillBusy?: true;
	  }
	| { readonly kind: "exited"; readonly attempts: number; readonly last?: Attempt; readonly exit: ContainerExit };

export interface ReadinessWait {
	readonly attempt: (signal: AbortSignal, timeoutMs: number) => Promise<Attempt>;
	readonly timing: HealthTiming;
	/** Settles when the process exits, which ends the wait. */
	readonly exited: Promise<ContainerExit>;
	readonly signal: AbortSignal;
	/** Consecutive successes that count as ready; default: `timing.successes`. */
	readonly successes?: number;
	/** `performance.now()` at the container's start. */
	readonly startedAt: number;
	/** Set under emulation. */
	readonly emulation?: EmulationAllowance;
	/** Called after each failed attempt before the first success. */
	readonly onFailure?: (last: Attempt, time: { readonly elapsedMs: number; readonly limitMs: number }) => void;
}

/** Under emulation a start that uses the CPU takes several times as long; one that waits for something does not. */
export interface EmulationAllowance {
	/** Start period and deadline may last up to this many times as long while the container is busy. */
	readonly factor: number;
	/** Whether the container uses more CPU time than answering the last attempt explains. */
	readonly busy: (last: Attempt) => Promise<boolean>;
}

const firstPauseMs = 100;
/** Factor from one pause to the next: readiness is noticed about a tenth late, however long the start takes. */
const pauseGrowth = 1.1;

/** A quarter more or less, so that services that started together are not probed together. */
const withJitter = (ms: number) => ms * (0.75 + Math.random() / 2);

/**
 * Attempts until `successes` in a row. As in Docker, failures in the start period do not count before the first
 * success; under emulation the period lasts longer. Unlike in Docker, `retries` failures after that end the wait even
 * if they are not consecutive, so flapping fails. A wrong answer that stays the same for its period ends it too, and
 * the deadline in any case. Pauses grow from 100 ms by a tenth up to the interval; after a failure a pause is at least
 * as long as the attempt took. Throws the signal's reason on abort.
 */
export async function waitUntilReady(input: ReadinessWait): Promise<WaitResult> {
	const { attempt, timing, exited, signal, startedAt, emulation, onFailure } = input;
	const successes = input.successes ?? timing.successes;
	const over = new AbortController();
	let exit: ContainerExit | undefined;
	exited.then((how) => {
		exit = how;
		over.abort();
	});
	const stop = AbortSignal.any([signal, over.signal]);
	const { deadline = Number.POSITIVE_INFINITY } = timing;
	let end = startedAt + deadline;
	const remaining = () => end - performance.now();
	let attempts = 0;
	let inARow = 0;
	let good = 0;
	let failures = 0;
	let readyMs: number | undefined;
	let pause = firstPauseMs;
	let last: Attempt | undefined;
	let wrongAnswer: { readonly error: string | undefined; readonly since: number } | undefined;
	const { factor = 1 } = emulation ?? {};
	const limitMs = Math.min(deadline, timing.startPeriod) * factor;
	const isBusy = async (result: Attempt) => (await emulation?.busy(result)) === true;
	const isStarting = async (elapsedMs: number, result: Attempt) =>
		elapsedMs < timing.startPeriod || (elapsedMs < limitMs && (await isBusy(result)));
	const failed = async (why: string, result: Attempt): Promise<WaitResult> => {
		const isOpen = result.timedOut || (good === 0 && !result.permanent);
		const stillBusy = isOpen && (await isBusy(result));
		const afterMs = Math.round(performance.now() - startedAt);
		return { kind: "failed", attempts, last: last ?? result, why, afterMs, ...(stillBusy && { stillBusy }) };
	};
	for (;;) {
		const began = performance.now();
		const timeoutMs = Math.max(1, Math.min(timing.timeout, remaining()));
		const result = await attempt(stop, timeoutMs);
		signal.throwIfAborted();
		if (exit !== undefined) return { kind: "exited", attempts, exit, ...defined({ last }) };
		attempts += 1;
		// An attempt cut short by the deadline says less than the one before.
		const isCutShort = result.timedOut && timeoutMs < timing.timeout && last !== undefined;
		if (!isCutShort) last = result;
		if (result.ok) {
			good += 1;
			inARow += 1;
			readyMs ??= Math.round(performance.now() - startedAt);
			if (inARow >= successes) return { kind: "ready", attempts, last: result, readyMs };
			pause = firstPauseMs;
		} else {
			inARow = 0;
			const elapsedMs = began - startedAt;
			if (!result.permanent) wrongAnswer = undefined;
			else if (wrongAnswer?.error !== result.error) wrongAnswer = { error: result.error, since: began };
			const counts = good > 0 || !(await isStarting(elapsedMs, result));
			if (counts) failures += 1;
			const within = elapsedMs < timing.startPeriod ? Math.min(deadline, timing.startPeriod) : limitMs;
			if (good === 0) onFailure?.(result, { elapsedMs, limitMs: within });
			const isSettled = counts && wrongAnswer !== undefined && began - wrongAnswer.since >= timing.wrongAnswerPeriod;
			const why = good > 0 ? `flaps: ${good} of ${attempts} answers were good; ${result.error}` : result.error;
			if (isSettled || failures >= Math.max(timing.retries, 1)) return failed(why ?? "failed", result);
		}
		if (remaining() <= 0 && good === 0 && (await isBusy(result)))
			end = Math.min(performance.now() + timing.timeout, startedAt + deadline * factor);
		if (remaining() <= 0) {
			const why = `not healthy within its deadline of ${formatSeconds(deadline)}`;
			return failed(last?.error === undefined ? why : `${why}: ${last.error}`, result);
		}
		const startLeft = Math.max(0, startedAt + timing.startPeriod - performance.now());
		const maxPause = good === 0 && startLeft > 0 ? Math.min(timing.interval, startLeft) : timing.interval;
		// An attempt that takes long to fail, as a command does under emulation, takes at most half of the time.
		const wanted = withJitter(result.ok ? pause : Math.max(pause, result.latencyMs));
		const pauseMs = Math.min(wanted, maxPause, Math.max(0, remaining()));
		// An abort ends the pause; the next iteration finds out which.
		await sleep(pauseMs, undefined, { signal: stop }).catch(() => {});
		pause = Math.min(pause * pauseGrowth, timing.interval);
	}
}
