import { setTimeout as sleep } from "node:timers/promises";
import { isApiError } from "./client.ts";

/** Between tries, milliseconds: the first failure may have been the answer's alone. */
const pauses = [1000, 4000];

/**
 * Makes a thing exactly once. A request that failed on the way may have done its work all the same, so before it is sent again somebody looks whether the
 * thing is there: `find`. The request itself must not be retried below (`once` in its options).
 */
export async function createOnce<T>(
	make: () => Promise<T>,
	find: () => Promise<T | undefined>,
	secondMs = 1000,
): Promise<T> {
	for (const pause of pauses)
		try {
			return await make();
		} catch (error) {
			if (!isApiError(error) || error.status < 500) throw error;
			await sleep((pause / 1000) * secondMs);
			const found = await find();
			if (found !== undefined) return found;
		}
	return await make();
}

/** For the options of a request that must not be sent twice. */
export const noRetries = { request: { retries: 0 } } as const;
