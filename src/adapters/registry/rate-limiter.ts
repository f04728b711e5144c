import pLimit, { type LimitFunction } from "p-limit";
import { type Clock, systemClock } from "../../util/clock.ts";

/**
 * What keeps calls to one registry from coming too fast: only so many writes at once, and when it says "too many" to one call, all others to it
 * wait as well. Times are monotonic, milliseconds.
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

	/** In line with the other writes to the host. */
	write<T>(host: string, work: () => Promise<T>): Promise<T> {
		const limit = this.#limits.get(host) ?? pLimit(this.#writes);
		this.#limits.set(host, limit);
		return limit(work);
	}

	/** The host asked for a pause. */
	pauseHost(host: string, ms: number): void {
		const until = this.#clock.now() + ms;
		if (until > (this.#until.get(host) ?? 0)) this.#until.set(host, until);
	}

	/** What is left of the pause, milliseconds. `random` in [0, 1) keeps those that waited from all coming at once. */
	remainingPause(host: string, random: number): number {
		const left = (this.#until.get(host) ?? 0) - this.#clock.now();
		return left <= 0 ? 0 : left + random * Math.min(left, 1000);
	}
}
