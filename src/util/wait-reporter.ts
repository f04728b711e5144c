import { type Clock, systemClock } from "./clock.ts";
import { defined } from "./defined.ts";
import type { Countdown, Progress } from "./progress.ts";

/** Longer waits are reported, milliseconds. */
const usualSlowMs = 2_000;

/** One wait. Disposing it ends it. */
export interface ReportedWait extends Disposable {
	/** Changes the text and countdown. A wait that will be long is reported at once. */
	readonly update: (text: string, countdown?: Countdown) => void;
}

interface Open {
	text: string;
	countdown: Countdown | undefined;
}

/** Reports long waits, one line per subject, such as a registry. */
export class WaitReporter {
	readonly #progress: Progress;
	readonly #slowMs: number;
	readonly #clock: Clock;
	/** By subject: the long waits. The oldest one is shown. */
	readonly #long = new Map<string, Set<Open>>();

	constructor(progress: Progress = () => {}, slowMs = usualSlowMs, clock = systemClock) {
		this.#progress = progress;
		this.#slowMs = slowMs;
		this.#clock = clock;
	}

	/** Begins a wait. Without `first` the work reports itself, until `update` is called. */
	begin(subject: string, first: string | undefined, countdown?: Countdown): ReportedWait {
		const open: Open = { text: first ?? "", countdown };
		const long = this.#long.get(subject) ?? new Set();
		this.#long.set(subject, long);
		const cancel = first === undefined ? () => {} : this.#clock.after(this.#slowMs, () => show());
		const show = () => {
			cancel();
			long.add(open);
			if (long.values().next().value === open) this.#report(subject, long.size === 1 ? "started" : "update", open);
		};
		return {
			update: (text, next) => {
				Object.assign(open, { text, countdown: next });
				const isLong = next !== undefined && next.until - this.#clock.now() > this.#slowMs;
				if (long.has(open) || isLong) show();
			},
			[Symbol.dispose]: () => {
				cancel();
				const [shown] = long;
				if (!long.delete(open)) return;
				const [next] = long;
				if (next === undefined) this.#report(subject, "done", { text: open.text, countdown: undefined });
				else if (shown === open) this.#report(subject, "update", next);
			},
		};
	}

	/** Reports `work` as a wait if it is long. */
	async track<T>(subject: string, text: string, work: () => Promise<T>, countdown?: Countdown): Promise<T> {
		using _ = this.begin(subject, text, countdown);
		return await work();
	}

	#report(subject: string, state: "started" | "update" | "done", { text, countdown }: Open): void {
		this.#progress({ stage: "waiting", subject, state, text, ...defined({ countdown }) });
	}
}
