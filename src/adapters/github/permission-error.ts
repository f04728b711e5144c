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

function refusal({ status, message, response }: ApiError, what: string, need: Permission): Problem {
	const said = `GitHub responded with ${status}: ${message}`;
	const headers = response?.headers;
	if (headers === undefined)
		return {
			code: "github/unreachable",
			message: `cannot ${what}: GitHub does not respond`,
			why: message,
			fix: "run the job again",
		};
	if (status === 401)
		return {
			code: "github/token",
			message: `cannot ${what}: the token is invalid`,
			why: said,
			fix: "leave `github-token` out to use the token of the job, or give it one that has not expired",
		};
	if (status === 429 || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(message))
		return {
			code: "github/rate-limit",
			message: `cannot ${what}: the token exceeded GitHub's rate limit`,
			why: said,
			fix: `run the job again${untilWords(headers)}`,
		};
	if ((status === 403 && /not accessible/i.test(message)) || status === 404)
		return permissionProblem(said, what, wanted(headers["x-accepted-github-permissions"], need));
	if (status === 410)
		return {
			code: "github/disabled",
			message: `cannot ${what}: issues are disabled in this repository`,
			why: said,
			fix: "enable issues in the settings of the repository, or leave `issue` out",
		};
	if (status >= 500)
		return { code: "github/unreachable", message: `cannot ${what}`, why: said, fix: "run the job again" };
	return { code: "github/refused", message: `cannot ${what}`, why: said };
}

function permissionProblem(said: string, what: string, lines: readonly string[]): Problem {
	return {
		code: "github/permission",
		message: `cannot ${what}: the token has no \`${lines.join("`, `")}\``,
		why: said,
		fix: `add to the job, and to callers of its workflow: permissions: { ${lines.join(", ")} }`,
	};
}

/**
 * Permissions in the header: `issues=write; pull_requests=write` are alternatives, `contents=read,issues=write` are both
 * needed. Ours if it is among them or the header is missing.
 * https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible
 */
function wanted(header: string | undefined, ours: Permission): readonly string[] {
	const ways = (header ?? "").split(";").map((way) =>
		way
			.split(",")
			.map((one) => /^\s*(\w+)\s*=\s*(\w+)\s*$/.exec(one))
			.flatMap((found) => (found === null ? [] : [`${found[1]?.replaceAll("_", "-")}: ${found[2]}`])),
	);
	const known = ways.filter((way) => way.length > 0);
	return known.find((way) => way.includes(ours)) ?? known[0] ?? [ours];
}

function untilWords(headers: Readonly<Record<string, string | undefined>>): string {
	const after = Number(headers["retry-after"]);
	const reset = Number(headers["x-ratelimit-reset"]);
	if (after > 0) return ` after ${after} seconds`;
	return reset > 0 ? ` after ${new Date(reset * 1000).toISOString()}` : " later";
}
