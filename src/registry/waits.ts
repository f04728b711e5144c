import type { Progress } from "../progress.ts";

/** A call is slow after so long, milliseconds. */
const usualSlowMs = 5_000;

/** One call that is waited for, with all its tries. */
export interface Wait extends Disposable {
	/** Why it is tried once more. */
	again(why: string): void;
}

/** Says which registry lets others wait, and for what. Quick calls are not mentioned. */
export class Waits {
	readonly #progress: Progress;
	readonly #slowMs: number;
	/** By host: the calls that are slow now. */
	readonly #slow = new Map<string, Set<object>>();

	constructor(progress: Progress, slowMs = usualSlowMs) {
		this.#progress = progress;
		this.#slowMs = slowMs;
	}

	begin(host: string, call: string): Wait {
		const slow = this.#slow.get(host) ?? new Set();
		this.#slow.set(host, slow);
		const self = {};
		let text = call;
		const tell = (state: "started" | "update" | "done") =>
			this.#progress({ stage: "registry", subject: host, state, text });
		const timer = setTimeout(() => {
			slow.add(self);
			tell(slow.size === 1 ? "started" : "update");
		}, this.#slowMs).unref();
		return {
			again: (why) => {
				text = `${call}: ${why}`;
				if (slow.has(self)) tell("update");
			},
			[Symbol.dispose]: () => {
				clearTimeout(timer);
				if (slow.delete(self) && slow.size === 0) tell("done");
			},
		};
	}
}
