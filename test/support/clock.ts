import { setTimeout as pause } from "node:timers/promises";
import type { Clock } from "../../src/util/clock.ts";

/** A clock that only a test moves: no wait depends on how busy the machine is. */
export class TestClock implements Clock {
	#now = 0;
	readonly #timers = new Set<{ readonly at: number; readonly call: () => void }>();

	now = (): number => this.#now;

	after(ms: number, call: () => void): () => void {
		const timer = { at: this.#now + ms, call };
		this.#timers.add(timer);
		return () => this.#timers.delete(timer);
	}

	/** For a log view. */
	every = (ms: number, call: () => void): (() => void) => {
		let cancel = () => {};
		const next = () => {
			cancel = this.after(ms, () => {
				call();
				next();
			});
		};
		next();
		return () => cancel();
	};

	/** Moves the clock, and calls each timer that is due on the way at its time. */
	advance(ms: number): void {
		const end = this.#now + ms;
		for (;;) {
			const [first] = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
			if (first === undefined) break;
			this.#timers.delete(first);
			this.#now = Math.max(this.#now, first.at);
			first.call();
		}
		this.#now = end;
	}

	/** Waits for real, until something of the real world has happened. */
	static async until(condition: () => boolean): Promise<void> {
		while (!condition()) await pause(2);
	}
}
