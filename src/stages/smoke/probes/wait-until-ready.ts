import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { HealthTiming } from "../../../model/service/service.ts";
import { defined } from "../../../util/defined.ts";
import type { ContainerExit } from "../engine/events.ts";
import { type Attempt, formatSeconds } from "./attempt.ts";

/** How a wait for good answers ended. */
export type WaitResult =
	| { readonly kind: "ready"; readonly attempts: number; readonly last: Attempt; readonly readyMs: number }
	| {
			readonly kind: "failed";
			readonly attempts: number;
			readonly last: Attempt;
			readonly why: string;
			readonly afterMs: number;
			/** Under emulation: it was still busy when its time was up, and gave no lasting answer. */
			readonly working?: true;
	  }
	| { readonly kind: "exited"; readonly attempts: number; readonly last?: Attempt; readonly exit: ContainerExit };

export interface ReadinessWait {
	/** Is given how long it may take. */
	readonly attempt: (signal: AbortSignal, timeoutMs: number) => Promise<Attempt>;
	readonly timing: HealthTiming;
	/** Settles when the process ends; then there is no point in waiting. */
	readonly exited: Promise<ContainerExit>;
	readonly signal: AbortSignal;
	/** Good answers in a row that decide, where not the timing says it. */
	readonly wanted?: number;
	/** `performance.now()` at the container's start. */
	readonly startedAt: number;
	/** Where the start may take longer than the timing says. */
	readonly emulation?: EmulationAllowance;
	/** Is called after each try that failed before the first good answer: what came, and how long it has had, of how long. */
	readonly onFailure?: (last: Attempt, time: { readonly elapsedMs: number; readonly limitMs: number }) => void;
}

/** Under emulation a start that takes processor time takes several times as long; one that waits for something does not. */
export interface EmulationAllowance {
	/** Start period and deadline last up to so many times as long while the container is busy. */
	readonly factor: number;
	/** Whether it takes processor time: more than answering takes, where it answered. */
	readonly busy: (last: Attempt) => Promise<boolean>;
}

const firstPauseMs = 100;
/** From one pause to the next, so that a good answer is found about a tenth later than it could be had, however long it takes to start. */
const growth = 1.1;

/** A quarter more or less, so that many who started together do not come together for ever. */
const jittered = (ms: number) => ms * (0.75 + Math.random() / 2);

/**
 * Tries until `wanted` answers in a row are good. As with Docker, failures inside the start period are free until the
 * first good answer, and with patience for longer. Unlike there, after that `retries` failures end it, in a row or not, so what
 * flaps fails too; so does a wrong answer that has stayed the same for its period. Between tries it waits about 100 ms, a tenth more each time, up to the interval, and after a failure at least as long as that took. The deadline ends it whatever else holds. Throws the signal's reason on abort.
 */
export async function waitUntilReady(input: ReadinessWait): Promise<WaitResult> {
	const { attempt, timing, exited, signal, wanted, startedAt, emulation: patience, onFailure } = input;
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
	let same: { readonly error: string | undefined; readonly since: number } | undefined;
	const { factor = 1 } = patience ?? {};
	const limitMs = Math.min(deadline, timing.startPeriod) * factor;
	/** Failures count once it is over. */
	const starting = async (elapsedMs: number, result: Attempt) =>
		elapsedMs < timing.startPeriod || (elapsedMs < limitMs && (await patience?.busy(result)) === true);
	const failed = async (why: string, result: Attempt): Promise<WaitResult> => {
		const open = result.timedOut || (good === 0 && !result.permanent);
		const working = open && (await patience?.busy(result)) === true;
		return {
			...{ kind: "failed", attempts, last: last ?? result, why },
			afterMs: Math.round(performance.now() - startedAt),
			...(working && { working }),
		};
	};
	for (;;) {
		const begun = performance.now();
		const allowed = Math.max(1, Math.min(timing.timeout, remaining()));
		const result = await attempt(stop, allowed);
		signal.throwIfAborted();
		if (exit !== undefined) return { kind: "exited", attempts, ...defined({ last }), exit };
		attempts += 1;
		// One that was cut short by the deadline tells less than the one before.
		const cutShort = result.timedOut && allowed < timing.timeout && last !== undefined;
		if (!cutShort) last = result;
		if (result.ok) {
			good += 1;
			inARow += 1;
			readyMs ??= Math.round(performance.now() - startedAt);
			if (inARow >= (wanted ?? timing.successes)) return { kind: "ready", attempts, last: result, readyMs };
			pause = firstPauseMs;
		} else {
			inARow = 0;
			const elapsedMs = begun - startedAt;
			same = result.permanent
				? same?.error === result.error
					? same
					: { error: result.error, since: begun }
				: undefined;
			const counts = good > 0 || !(await starting(elapsedMs, result));
			if (counts) failures += 1;
			const within = elapsedMs < timing.startPeriod ? Math.min(deadline, timing.startPeriod) : limitMs;
			if (good === 0) onFailure?.(result, { elapsedMs, limitMs: within });
			const settled = counts && same !== undefined && begun - same.since >= timing.wrongAnswerPeriod;
			const why = good > 0 ? `flaps: ${good} of ${attempts} answers were good; ${result.error}` : result.error;
			if (settled || failures >= Math.max(timing.retries, 1)) return failed(why ?? "failed", result);
		}
		if (remaining() <= 0 && good === 0 && (await patience?.busy(result)) === true)
			end = Math.min(performance.now() + timing.timeout, startedAt + deadline * factor);
		if (remaining() <= 0) {
			const why = `not healthy within its deadline of ${formatSeconds(deadline)}`;
			return failed(last?.error === undefined ? why : `${why}: ${last.error}`, result);
		}
		const left = Math.max(0, startedAt + timing.startPeriod - performance.now());
		const upTo = Math.min(timing.interval, left > 0 && good === 0 ? left : timing.interval, Math.max(0, remaining()));
		// What takes long to fail, as a command under emulation does, takes up no more than half of the time.
		const pauseMs = Math.min(jittered(result.ok ? pause : Math.max(pause, result.latencyMs)), upTo);
		// An abort ends the pause early; the loop's head then finds out which one it was.
		await sleep(pauseMs, undefined, { signal: stop }).catch(() => {});
		pause = Math.min(pause * growth, timing.interval);
	}
}
