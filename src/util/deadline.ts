import { UserError } from "./errors.ts";

/** A stage exceeded its `timeout`: it fails and keeps its results so far. */
export class StageTimeout extends UserError {
	constructor(stage: string, ms: number) {
		super({
			code: "stage/timeout",
			message: `${stage} did not finish within ${formatLimit(ms)}`,
			why: "`timeout` ends it so that the results so far are kept",
			fix: "see the last lines of its log for what hung, or raise `timeout` and the step's timeout-minutes",
		});
	}
}

export interface Deadline extends Disposable {
	/** Aborts with the caller's signal, or with a {@link StageTimeout} when the time is up. */
	readonly signal: AbortSignal;
}

/** Ends a stage after `ms`; never if that is undefined. */
export function openDeadline(signal: AbortSignal, ms: number | undefined, stage: string): Deadline {
	if (ms === undefined) return { signal, [Symbol.dispose]: () => {} };
	const timeout = new AbortController();
	const timer = setTimeout(() => timeout.abort(new StageTimeout(stage, ms)), ms);
	return { signal: AbortSignal.any([signal, timeout.signal]), [Symbol.dispose]: () => clearTimeout(timer) };
}

/** One line that says why a stage timed out; undefined if it did not. */
export function timeoutMessage({ reason }: AbortSignal): string | undefined {
	return reason instanceof StageTimeout ? reason.problems[0]?.message : undefined;
}

/** Whether a person or the runner stopped it. */
export const isCancelled = (signal: AbortSignal): boolean => signal.aborted && timeoutMessage(signal) === undefined;

/** The outcome of work that a signal stopped. */
export type StoppedOutcome =
	| { readonly outcome: "cancelled" }
	| { readonly outcome: "failed"; readonly error: { readonly message: string } };

export function stoppedOutcome(signal: AbortSignal): StoppedOutcome {
	const message = timeoutMessage(signal);
	return message === undefined ? { outcome: "cancelled" } : { outcome: "failed", error: { message } };
}

/** For writing results after a timeout: one of the two minutes that the step leaves its stage. */
export function cleanupSignal(signal: AbortSignal): AbortSignal {
	return timeoutMessage(signal) === undefined ? signal : AbortSignal.timeout(60_000);
}

function formatLimit(ms: number): string {
	return ms >= 120_000 ? `${Math.round(ms / 60_000)} minutes` : `${ms / 1000} s`;
}
