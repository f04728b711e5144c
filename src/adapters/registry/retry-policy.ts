/** How failures that may pass are met. Milliseconds. The defaults are the project's own rule. */
export interface RetryPolicy {
	readonly tries: number;
	readonly baseMs: number;
	readonly capMs: number;
	/** A longer Retry-After is cut to this. */
	readonly retryAfterCapMs: number;
}

export const defaultRetry: RetryPolicy = { tries: 6, baseMs: 1000, capMs: 60_000, retryAfterCapMs: 120_000 };

const passing = new Set([408, 429, 499, 500, 502, 503, 504, 522]);

export function isTransientStatus(status: number): boolean {
	return passing.has(status);
}

/** Cut off, reset or timed out, or a name server that asks to be asked again. What refuses a connection or has no address is told at once: that is mostly a wrong name. */
export function isTransientError(error: unknown): boolean {
	const code = (error as { code?: unknown })?.code;
	return typeof code === "string" && ["ECONNRESET", "ECONNABORTED", "EPIPE", "ETIMEDOUT", "EAI_AGAIN"].includes(code);
}

/** Doubling with full jitter (`random` in [0, 1)), or what the server asked for. `tried` counts from 1. */
export function retryDelay(
	policy: RetryPolicy,
	tried: number,
	random: number,
	retryAfterMs: number | undefined,
): number {
	if (retryAfterMs !== undefined) return Math.min(retryAfterMs, policy.retryAfterCapMs);
	return random * Math.min(policy.capMs, policy.baseMs * 2 ** (tried - 1));
}

/** Retry-After in milliseconds: seconds, or a date measured against the server's own `Date`, so that a wrong clock here does not matter. */
export function readRetryAfter(retryAfter: string | undefined, serverDate: string | undefined): number | undefined {
	if (retryAfter === undefined) return undefined;
	const text = retryAfter.trim();
	if (/^\d+$/.test(text)) return Number(text) * 1000;
	const until = Date.parse(text);
	const now = Date.parse(serverDate ?? "");
	return Number.isNaN(until) || Number.isNaN(now) ? undefined : Math.max(0, until - now);
}

/** At most `limit` at once; the rest wait in line. */
export function gate(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
	const waiting: (() => void)[] = [];
	let running = 0;
	return async (work) => {
		if (running >= limit) await new Promise<void>((go) => waiting.push(go));
		else running++;
		try {
			return await work();
		} finally {
			const next = waiting.shift();
			if (next) next();
			else running--;
		}
	};
}
