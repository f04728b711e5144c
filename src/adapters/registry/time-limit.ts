import type { Clock } from "../../util/clock.ts";

/** How long an operation waits for registries, milliseconds. */
export interface WaitLimit {
	/** Without a successful request. */
	readonly silentMs: number;
	readonly totalMs: number;
	/** The option that sets `silentMs`, for messages. */
	readonly option: string;
}

/** A limit that all calls of a client share during an operation. */
export class TimeLimit {
	readonly #clock: Clock;
	#limit: (WaitLimit & { readonly end: number }) | undefined;
	#succeededAt = Number.NEGATIVE_INFINITY;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** Applies until disposed. */
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

	/** Deadline of a call that began at `began`. */
	deadlineFor(began: number): number {
		if (this.#limit === undefined) return Number.POSITIVE_INFINITY;
		const { silentMs, end } = this.#limit;
		return Math.min(Math.max(began, this.#succeededAt) + silentMs, end);
	}

	/** Why the limit ended a call; undefined if it did not. */
	expiry(began: number): { readonly why: string; readonly fix: string } | undefined {
		if (this.#limit === undefined || this.#clock.now() < this.deadlineFor(began)) return undefined;
		const { silentMs, totalMs, end, option } = this.#limit;
		if (this.#clock.now() >= end)
			return { why: `the limit of ${totalMs / 60_000} minutes for all requests is exceeded`, fix: "try again later" };
		const why = `no request to a registry succeeded for ${silentMs / 1000} s`;
		return { why, fix: `check the registry and the network, or allow more time with ${option}` };
	}
}
