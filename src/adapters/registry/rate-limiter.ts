import pLimit, { type LimitFunction } from "p-limit";
import { type Clock, systemClock } from "../../util/clock.ts";

/**
 * Limits concurrent writes per registry, and pauses all calls to a registry that reports too many requests.
 * Milliseconds on a monotonic clock.
 */
export class RateLimiter {
	readonly #writes: number;
	readonly #limits = new Map<string, LimitFunction>();
	readonly #until = new Map<string, number>();

	readonly #clock: Clock;

	constructor(writes: number, clock = systemClock) {
		this.#writes = writes;
		this.#clock = clock;
	}

	/** Runs `work` within the limit of concurrent writes to the host. */
	write<T>(host: string, work: () => Promise<T>): Promise<T> {
		const limit = this.#limits.get(host) ?? pLimit(this.#writes);
		this.#limits.set(host, limit);
		return limit(work);
	}

	/** Pauses calls to the host. */
	pauseHost(host: string, ms: number): void {
		const until = this.#clock.now() + ms;
		if (until > (this.#until.get(host) ?? 0)) this.#until.set(host, until);
	}

	/** Milliseconds left of the pause, with jitter: `random` in [0, 1) spreads the waiting calls. */
	remainingPause(host: string, random: number): number {
		const left = (this.#until.get(host) ?? 0) - this.#clock.now();
		return left <= 0 ? 0 : left + random * Math.min(left, 1000);
	}
}
