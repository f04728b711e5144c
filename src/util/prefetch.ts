/**
 * Starts work whose result is probably needed later. The one rule for failures: the promise rejects for every caller
 * that awaits it. If none does, the error is dropped; it is never an unhandled rejection.
 */
export function prefetch<T>(work: () => Promise<T>): Promise<T> {
	const result = work();
	result.catch(() => {});
	return result;
}
