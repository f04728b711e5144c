/** Time as code that waits sees it: milliseconds on a clock that never goes back. A test hands in its own. */
export interface Clock {
	now(): number;
	/** Calls back once, after so many milliseconds. The returned function cancels that. */
	after(ms: number, call: () => void): () => void;
}

export const systemClock: Clock = {
	now: () => performance.now(),
	after: (ms, call) => {
		const timer = setTimeout(call, ms);
		return () => clearTimeout(timer);
	},
};

/** Waits, unless the signal says to stop: then it rejects with the signal's reason. */
export function sleep(ms: number, signal?: AbortSignal, clock: Clock = systemClock): Promise<void> {
	return new Promise((resolve, reject) => {
		if (signal?.aborted) return reject(signal.reason);
		const stop = () => {
			cancel();
			reject(signal?.reason);
		};
		const cancel = clock.after(ms, () => {
			signal?.removeEventListener("abort", stop);
			resolve();
		});
		signal?.addEventListener("abort", stop, { once: true });
	});
}
