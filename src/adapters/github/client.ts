import { randomUUID } from "node:crypto";
import type { getOctokit } from "@actions/github";
import { defined } from "../../util/defined.ts";
import type { Env } from "../../util/env.ts";

/** GitHub's REST API. */
export type GitHub = ReturnType<typeof getOctokit>;

export interface GitHubRepository {
	readonly owner: string;
	readonly repo: string;
}

/** `brief`: one try. `patient`: retries, and respects rate limits. */
export type RetryEffort = "brief" | "patient";

export interface GitHubAccess {
	readonly token: string;
	readonly effort: RetryEffort;
	readonly signal?: AbortSignal;
	/** Length of a second for pauses, milliseconds; tests shorten it. */
	readonly secondMs?: number;
}

/** GitHub asks for a minute after a burst of writes, and for up to an hour if the rate limit is used up. */
const longestWaitSeconds = 120;
const tries = 3;
/** Statuses without a retry. The throttling plugin handles 429. */
const final = [400, 401, 403, 404, 409, 410, 422, 429, 451];

/**
 * Opens a client. A patient one retries after failures of network or server, writes once per second and waits as long
 * as GitHub asks for. https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export async function openGitHub(env: Env, { token, effort, signal, secondMs = 1000 }: GitHubAccess): Promise<GitHub> {
	const { getOctokit } = await import("@actions/github");
	const options = {
		baseUrl: env.GITHUB_API_URL || "https://api.github.com",
		userAgent: "lucid-build-action",
		log: silent,
		request: { ...defined({ signal }) },
	};
	if (effort === "brief") return getOctokit(token, options, wholeAnswers);
	const { retry, throttling } = await import("./octokit-retry.ts");
	const isWorthIt = (seconds: number, _: unknown, _octokit: unknown, before: number) =>
		seconds <= longestWaitSeconds && before < tries;
	return getOctokit(
		token,
		{
			...options,
			retry: { retries: tries, doNotRetry: final, retryAfterBaseValue: secondMs },
			throttle: {
				// Clients with the same id share limits; ours have different tokens.
				id: randomUUID(),
				retryAfterBaseValue: secondMs,
				onRateLimit: isWorthIt,
				onSecondaryRateLimit: isWorthIt,
			},
		},
		wholeAnswers,
		retry,
		throttling,
	);
}

const nothing = () => undefined;
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** An error of a request, of any class. */
export interface ApiError extends Error {
	readonly status: number;
	readonly request?: unknown;
	readonly response?: { readonly headers: Record<string, string | undefined>; readonly data?: unknown };
}

export function isApiError(error: unknown): error is ApiError {
	return error instanceof Error && typeof (error as Partial<ApiError>).status === "number";
}

/** Innermost plugin: corrects responses that others would misread. */
function wholeAnswers({ hook }: Pick<GitHub, "hook">): object {
	hook.after("request", (response, request) => {
		// The client returns a truncated body as a string.
		const { status, headers, data } = response;
		if ((status as number) === 204 || !/json/.test(headers["content-type"] ?? "") || typeof data !== "string") return;
		throw Object.assign(new Error("the response was cut off"), { status: 502, request, response });
	});
	hook.error("request", (error) => {
		if (!isApiError(error) || error.response === undefined) throw error;
		const { status, response } = error;
		const { headers } = response;
		const after = headers["retry-after"];
		// The throttling plugin detects limits by the message, and reads no dates.
		const isLimit = status === 429 || (status === 403 && after !== undefined);
		if (isLimit && headers["x-ratelimit-remaining"] !== "0" && !/secondary rate/i.test(error.message))
			error.message = `${error.message} (a secondary rate limit)`;
		if (after !== undefined && !/^\d+$/.test(after))
			headers["retry-after"] = String(Math.max(1, Math.ceil((Date.parse(after) - Date.now()) / 1000)) || 60);
		throw error;
	});
	return {};
}

/** The repository of the workflow; undefined outside of GitHub Actions. */
export function gitHubRepository(env: Env): GitHubRepository | undefined {
	const [owner, repo] = (env.GITHUB_REPOSITORY ?? "").split("/");
	return owner && repo ? { owner, repo } : undefined;
}
