import type { Clock } from "../../util/clock.ts";

/** How long a piece of work waits for registries, milliseconds. */
export interface WaitLimit {
	/** Without any request that succeeds. */
	readonly silentMs: number;
	readonly totalMs: number;
	/** The option that sets `silentMs`, for messages. */
	readonly option: string;
}

/** The limit that all calls of a client share while such a piece of work runs. */
export class TimeLimit {
	readonly #clock: Clock;
	#limit: (WaitLimit & { readonly end: number }) | undefined;
	#succeededAt = Number.NEGATIVE_INFINITY;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** Holds from now on, until it is disposed. */
	begin(limit: WaitLimit): Disposable {
		this.#limit = { ...limit, end: this.#clock.now() + limit.totalMs };
		return {
			[Symbol.dispose]: () => {
				this.#limit = undefined;
			},
		};
	}

	recordSuccess(): void {
		this.#succeededAt = this.#clock.now();
	}

	get isSet(): boolean {
		return this.#limit !== undefined;
	}

	/** When a call that began then has to be over. */
	deadlineFor(began: number): number {
		if (this.#limit === undefined) return Number.POSITIVE_INFINITY;
		const { silentMs, end } = this.#limit;
		return Math.min(Math.max(began, this.#succeededAt) + silentMs, end);
	}

	/** Why a call is over now; undefined where the limit is not the reason. */
	expiry(began: number): { readonly why: string; readonly fix: string } | undefined {
		if (this.#limit === undefined || this.#clock.now() < this.deadlineFor(began)) return undefined;
		const { silentMs, totalMs, end, option } = this.#limit;
		if (this.#clock.now() >= end)
			return { why: `the ${totalMs / 60_000} minutes for all requests are over`, fix: "try again later" };
		const why = `no request to a registry has succeeded for ${silentMs / 1000} s`;
		return { why, fix: `check the registry and the network, or allow more time with ${option}` };
	}
}
