const transientStatuses = new Set([408, 429, 499, 500, 502, 503, 504, 522]);
const transientCodes = new Set<unknown>(["ECONNRESET", "ECONNABORTED", "EPIPE", "ETIMEDOUT", "EAI_AGAIN"]);

export const isTransientStatus = (status: number): boolean => transientStatuses.has(status);

/** Reset, timeout, or a busy name server. Refused connections and unknown names are not: mostly the name is wrong. */
export const isTransientError = (error: unknown): boolean =>
	transientCodes.has((error as { code?: unknown } | null)?.code);

/** Retry-After in milliseconds: seconds, or a date relative to the server's `Date`, as the local clock may be wrong. */
export function readRetryAfter(retryAfter: string | undefined, serverDate: string | undefined): number | undefined {
	if (retryAfter === undefined) return undefined;
	const text = retryAfter.trim();
	if (/^\d+$/.test(text)) return Number(text) * 1000;
	const until = Date.parse(text);
	const now = Date.parse(serverDate ?? "");
	return Number.isNaN(until) || Number.isNaN(now) ? undefined : Math.max(0, until - now);
}
