import { Backoff, retryPolicies } from "../../util/retry.ts";
import { isApiError } from "./client.ts";

/**
 * Creates something exactly once. A failed request may have succeeded on the server, so `find` looks before a retry.
 * The client itself must not retry the request ({@link noRetries} in its options).
 */
export async function createOnce<T>(
	create: () => Promise<T>,
	find: () => Promise<T | undefined>,
	secondMs = 1000,
): Promise<T> {
	const backoff = new Backoff({ ...retryPolicies.gitHubCreate, firstMs: secondMs });
	for (;;)
		try {
			return await create();
		} catch (error) {
			if (!isApiError(error) || error.status < 500 || !(await backoff.wait())) throw error;
			const existing = await find();
			if (existing !== undefined) return existing;
		}
}

/** Options of a request that must not be sent twice. */
export const noRetries = { request: { retries: 0 } } as const;
