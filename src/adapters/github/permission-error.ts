import { type Problem, UserError } from "../../util/errors.ts";
import { type ApiError, isApiError } from "./client.ts";

/** A line under `permissions:` in a workflow. */
export type Permission =
	| "actions: read"
	| "contents: read"
	| "contents: write"
	| "issues: write"
	| "pull-requests: write";

/** Converts errors of the API into a UserError with the missing permission. `what`: "comment on the pull request". */
export async function withPermissionErrors<T>(what: string, need: Permission, calls: () => Promise<T>): Promise<T> {
	try {
		return await calls();
	} catch (cause) {
		if (!isApiError(cause)) throw cause;
		throw new UserError(refusal(cause, what, need), { cause });
	}
}

/** For optional calls: logs the missing permission, if that is the cause. */
export function logMissingPermission(
	error: unknown,
	what: string,
	need: Permission,
	log: (line: string) => void,
): void {
	if (!isApiError(error)) throw error;
	const { code, message, fix } = refusal(error, what, need);
	if (code === "github/permission" && error.status === 403) log(`${message}; ${fix}`);
}

/** Why GitHub gave no answer, and the fix. `what`: "read a file". */
export function describeRefusal(error: ApiError, what: string, need: Permission): { why: string; fix: string } {
	const { why = error.message, fix = "run the job again" } = refusal(error, what, need);
	return { why, fix };
}

function refusal({ status, message, response }: ApiError, what: string, need: Permission): Problem {
	const headers = response?.headers;
	const why = headers === undefined ? message : `GitHub responded with ${status}: ${message}`;
	const problem = (code: string, reason: string, fix: string) => ({
		...{ code, message: `cannot ${what}: ${reason}`, why, fix },
	});
	if (headers === undefined) return problem("github/unreachable", "GitHub does not respond", "run the job again");
	if (status === 401) {
		const fix = "leave `github-token` out to use the token of the job, or give it one that has not expired";
		return problem("github/token", "the token is invalid", fix);
	}
	if (status === 429 || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(message)) {
		const fix = `run the job again${formatRetryTime(headers)}`;
		return problem("github/rate-limit", "the token exceeded GitHub's rate limit", fix);
	}
	if ((status === 403 && /not accessible/i.test(message)) || status === 404) {
		const missing = missingPermissions(headers["x-accepted-github-permissions"], need);
		const fix = `add to the job, and to callers of its workflow: permissions: { ${missing.join(", ")} }`;
		return problem("github/permission", `the token has no \`${missing.join("`, `")}\``, fix);
	}
	if (status === 410) {
		const fix = "enable issues in the settings of the repository, or leave `issue` out";
		return problem("github/disabled", "issues are disabled in this repository", fix);
	}
	const plain = { message: `cannot ${what}`, why };
	return status < 500
		? { code: "github/refused", ...plain }
		: { code: "github/unreachable", ...plain, fix: "run the job again" };
}

/**
 * Permissions in the header: `issues=write; pull_requests=write` are alternatives, `contents=read,issues=write` are
 * both needed. Ours if it is among them or the header is missing.
 * https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible
 */
function missingPermissions(header: string | undefined, ours: Permission): readonly string[] {
	const alternatives = (header ?? "")
		.split(";")
		.map((alternative) =>
			[...alternative.matchAll(/(?:^|,)\s*(\w+)\s*=\s*(\w+)\s*(?=,|$)/g)].map(
				([, name = "", level]) => `${name.replaceAll("_", "-")}: ${level}`,
			),
		);
	const valid = alternatives.filter((permissions) => permissions.length > 0);
	return valid.find((permissions) => permissions.includes(ours)) ?? valid[0] ?? [ours];
}

function formatRetryTime(headers: Readonly<Record<string, string | undefined>>): string {
	const after = Number(headers["retry-after"]);
	const reset = Number(headers["x-ratelimit-reset"]);
	if (after > 0) return ` after ${after} seconds`;
	return reset > 0 ? ` after ${new Date(reset * 1000).toISOString()}` : " later";
}
