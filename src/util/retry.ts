import { sleep as systemSleep } from "./clock.ts";

/** When and how often something is tried again; milliseconds. The table is in docs/publish.md#retries. */
export interface RetryPolicy {
	/** Tries in total, the first one included; unlimited if undefined. */
	readonly tries?: number;
	/** Pause before the second try. Each further pause is twice as long, up to `maxMs`. */
	readonly firstMs: number;
	readonly maxMs: number;
	/** All pauses together; unlimited if undefined. */
	readonly totalMs?: number;
	/** A longer Retry-After of the server is cut to this. */
	readonly maxRetryAfterMs?: number;
	/** Shortens each pause at random to at least half, so that clients do not retry at the same time. */
	readonly jitter?: true;
}

const transient = { firstMs: 1000, maxMs: 60_000, jitter: true } as const;
const lag = { firstMs: 50, maxMs: 4000, totalMs: 20_000 } as const;

export const retryPolicies = {
	/** A registry call with a transient error. A Retry-After replaces the pause. */
	registryCall: { ...transient, tries: 6, maxRetryAfterMs: 120_000 },
	/** A small answer with wrong content: a proxy may have mixed it up. */
	wrongAnswer: { firstMs: 500, maxMs: 500, tries: 2 },
	/** An answer whose end is missing, with each retry of its call. */
	truncatedAnswer: { ...transient, tries: 4 },
	/** A blob whose upload or download broke off. Each call in it has its own retries. */
	blob: { firstMs: 0, maxMs: 0, tries: 4 },
	/** A registry that does not show a push yet. */
	registryLag: lag,
	/** Reading back a list of referrers that another writer may have replaced at the same time. */
	referrersList: { firstMs: 500, maxMs: 8000, totalMs: 60_000, jitter: true },
	/** A build that failed because the registry was busy or the engine lost it. */
	build: { ...transient, tries: 4 },
	/** An image that smoke pulls. */
	pull: { ...transient, tries: 3 },
	/** Containers and networks that the engine does not remove yet. */
	cleanup: lag,
	/** A comment or issue whose creation failed. @octokit/plugin-retry retries all other calls. */
	gitHubCreate: { ...transient, tries: 3 },
	/** A request to a package index. */
	packageIndex: { firstMs: 0, maxMs: 0, tries: 2 },
} as const satisfies Readonly<Record<string, RetryPolicy>>;

/** Milliseconds to wait after the try number `tried`, which counts from 1. `random` is in [0, 1). */
export function retryDelay(
	{ firstMs, maxMs, maxRetryAfterMs, jitter }: RetryPolicy,
	tried: number,
	random = Math.random(),
	retryAfterMs?: number,
): number {
	if (retryAfterMs !== undefined) return Math.min(retryAfterMs, maxRetryAfterMs ?? retryAfterMs);
	const ms = Math.min(maxMs, firstMs * 2 ** (tried - 1));
	return jitter ? ms * (0.5 + random / 2) : ms;
}

/** The pauses of one operation. Several waits can share its `totalMs`. */
export class Backoff {
	readonly #policy: RetryPolicy;
	readonly #sleep: (ms: number) => Promise<unknown>;
	readonly #signal: AbortSignal | undefined;
	#tried = 1;
	#spentMs = 0;

	/** `sleep` waits, and may report that. After an abort of `signal` there is no further try. */
	constructor(policy: RetryPolicy, sleep: (ms: number) => Promise<unknown> = systemSleep, signal?: AbortSignal) {
		this.#policy = policy;
		this.#sleep = sleep;
		this.#signal = signal;
	}

	/** Waits until the next try is due; false if there is none. */
	async wait(): Promise<boolean> {
		const { tries = Number.POSITIVE_INFINITY, totalMs = Number.POSITIVE_INFINITY } = this.#policy;
		const leftMs = totalMs - this.#spentMs;
		if (this.#tried >= tries || leftMs <= 0 || this.#signal?.aborted) return false;
		const ms = Math.min(leftMs, retryDelay(this.#policy, this.#tried++));
		this.#spentMs += ms;
		if (ms > 0) await this.#sleep(ms);
		return true;
	}

	/** The wait has ended: the next one begins with a short pause again, within the rest of `totalMs`. */
	reset(): void {
		this.#tried = 1;
	}
}

/** Reads until there is a value; undefined when no try is left. */
export async function readWithBackoff<T>(read: () => Promise<T | undefined>, backoff: Backoff): Promise<T | undefined> {
	let value = await read();
	while (value === undefined && (await backoff.wait())) value = await read();
	backoff.reset();
	return value;
}
