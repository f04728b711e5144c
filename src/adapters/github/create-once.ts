import { Backoff, retryPolicies } from "../../util/retry.ts";
import { isApiError } from "./client.ts";

/**
 * Makes a thing exactly once. A request that failed on the way may have done its work all the same, so before it is sent again somebody looks whether the
 * thing is there: `find`. The request itself must not be retried below (`once` in its options).
 */
export async function createOnce<T>(
	make: () => Promise<T>,
	find: () => Promise<T | undefined>,
	secondMs = 1000,
): Promise<T> {
	const backoff = new Backoff({ ...retryPolicies.gitHubCreate, firstMs: secondMs });
	for (;;)
		try {
			return await make();
		} catch (error) {
			if (!isApiError(error) || error.status < 500 || !(await backoff.wait())) throw error;
			const existing = await find();
			if (existing !== undefined) return existing;
		}
}

/** For the options of a request that must not be sent twice. */
export const noRetries = { request: { retries: 0 } } as const;
