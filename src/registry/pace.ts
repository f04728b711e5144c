import { gate, sleep } from "./retry.ts";

/**
 * What keeps calls to one registry from coming too fast: only so many writes at once, and when it says "too many" to one call, all others to it
 * wait as well. Times are monotonic, milliseconds.
 */
export class Pace {
	readonly #writes: number;
	readonly #gates = new Map<string, ReturnType<typeof gate>>();
	readonly #until = new Map<string, number>();

	constructor(writes: number) {
		this.#writes = writes;
	}

	/** In line with the other writes to the host. */
	write<T>(host: string, work: () => Promise<T>): Promise<T> {
		const line = this.#gates.get(host) ?? gate(this.#writes);
		this.#gates.set(host, line);
		return line(work);
	}

	/** The host asked for a pause. */
	hold(host: string, ms: number): void {
		const until = performance.now() + ms;
		if (until > (this.#until.get(host) ?? 0)) this.#until.set(host, until);
	}

	/** Waits for the pause to end, or for the deadline. `random` in [0, 1) keeps those that waited from all coming at once. */
	async turn(host: string, deadline: number, random: number, signal: AbortSignal): Promise<void> {
		const until = this.#until.get(host);
		const now = performance.now();
		if (until === undefined || until <= now) return;
		const pause = until - now;
		const ms = Math.min(pause + random * Math.min(pause, 1000), deadline - now);
		if (ms > 0) await sleep(ms, signal);
	}
}
