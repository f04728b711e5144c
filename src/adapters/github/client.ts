import { randomUUID } from "node:crypto";
import type { getOctokit } from "@actions/github";
import { defined } from "../../util/defined.ts";

/** GitHub's REST API, as the suite's token may use it. */
export type GitHub = ReturnType<typeof getOctokit>;

type Env = Readonly<Record<string, string | undefined>>;

export interface GitHubRepository {
	readonly owner: string;
	readonly repo: string;
}

/** How much a question is worth: `brief` is asked once, `patient` again and again, and waits for its turn. */
export type RetryEffort = "brief" | "patient";

export interface GitHubAccess {
	readonly token: string;
	readonly effort: RetryEffort;
	readonly signal?: AbortSignal;
	/** Milliseconds of a second: tests shorten it. */
	readonly secondMs?: number;
}

/** GitHub asks for a minute after a burst of writes; for an hour, when a token has used up its share: nobody waits for that. */
const longestWaitSeconds = 120;
const tries = 3;
/** Answers that asking again does not change. 429 is not a failure but a turn to wait for, told by the answer. */
const final = [400, 401, 403, 404, 409, 410, 422, 429, 451];

/**
 * A client of the API. A patient one asks again after a failure of the network or the server, and keeps to GitHub's limits: one write a second, and as
 * long a wait as an answer asks for. https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
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
				// Clients of one process share their turns by this; they have other tokens.
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

/** What an error of a request is known by, whatever class it has. */
export interface ApiError extends Error {
	readonly status: number;
	readonly request?: unknown;
	readonly response?: { readonly headers: Record<string, string | undefined>; readonly data?: unknown };
}

export function isApiError(error: unknown): error is ApiError {
	return error instanceof Error && typeof (error as Partial<ApiError>).status === "number";
}

/** The innermost layer: fixes what the others would misread. */
function wholeAnswers({ hook }: Pick<GitHub, "hook">): object {
	hook.after("request", (response, request) => {
		// The client hands on half a body as a text, as if that were the answer.
		const { status, headers, data } = response;
		if ((status as number) === 204 || !/json/.test(headers["content-type"] ?? "") || typeof data !== "string") return;
		throw Object.assign(new Error("the answer was cut off"), { status: 502, request, response });
	});
	hook.error("request", (error) => {
		if (!isApiError(error) || error.response === undefined) throw error;
		const { status, response } = error;
		const { headers } = response;
		const after = headers["retry-after"];
		// The throttle knows a limit by its words alone, and reads no date.
		const isLimit = status === 429 || (status === 403 && after !== undefined);
		if (isLimit && headers["x-ratelimit-remaining"] !== "0" && !/secondary rate/i.test(error.message))
			error.message = `${error.message} (a secondary rate limit)`;
		if (after !== undefined && !/^\d+$/.test(after))
			headers["retry-after"] = String(Math.max(1, Math.ceil((Date.parse(after) - Date.now()) / 1000)) || 60);
		throw error;
	});
	return {};
}

/** Where this runs; undefined outside of GitHub. */
export function gitHubRepository(env: Env): GitHubRepository | undefined {
	const [owner, repo] = (env.GITHUB_REPOSITORY ?? "").split("/");
	return owner && repo ? { owner, repo } : undefined;
}
