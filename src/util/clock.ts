/** A monotonic clock in milliseconds. Tests pass their own. */
export interface Clock {
	now(): number;
	/** Calls back once after `ms`. The returned function cancels the call. */
	after(ms: number, call: () => void): () => void;
}

export const systemClock: Clock = {
	now: () => performance.now(),
	after: (ms, call) => {
		const timer = setTimeout(call, ms);
		return () => clearTimeout(timer);
	},
};

/** Waits `ms`. Rejects with the signal's reason on abort. */
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
