import { type Problem, UserError } from "../../util/errors.ts";
import { type ApiError, isApiError } from "./client.ts";

/** A line under `permissions:` in a workflow. */
export type Permission =
	| "actions: read"
	| "contents: read"
	| "contents: write"
	| "issues: write"
	| "pull-requests: write";

/** Runs calls of the API; what GitHub refuses comes out as a UserError that names what is missing. `what` is a sentence part: "comment on the pull request". */
export async function withPermissionErrors<T>(what: string, need: Permission, calls: () => Promise<T>): Promise<T> {
	try {
		return await calls();
	} catch (cause) {
		if (!isApiError(cause)) throw cause;
		throw new UserError(refusal(cause, what, need), { cause });
	}
}

/** Of a question that may stay unanswered: says in a line which permission it lacks, if that is why. */
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
	const said = `GitHub said ${status}: ${message}`;
	const headers = response?.headers;
	if (headers === undefined)
		return {
			code: "github/unreachable",
			message: `cannot ${what}: GitHub does not answer`,
			why: message,
			fix: "run the job again",
		};
	if (status === 401)
		return {
			code: "github/token",
			message: `cannot ${what}: the token is not valid`,
			why: said,
			fix: "leave `github-token` out for the job's own, or give it one that has not expired",
		};
	if (status === 429 || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(message))
		return {
			code: "github/rate-limit",
			message: `cannot ${what}: the token has asked GitHub too often`,
			why: said,
			fix: `run the job again${untilWords(headers)}`,
		};
	if ((status === 403 && /not accessible/i.test(message)) || status === 404)
		return permissionProblem(said, what, wanted(headers["x-accepted-github-permissions"], need));
	if (status === 410)
		return {
			code: "github/disabled",
			message: `cannot ${what}: issues are switched off in this repository`,
			why: said,
			fix: "switch them on in the repository's settings, or leave `issue` out",
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
		fix: `add to the job, and to whatever calls its workflow: permissions: { ${lines.join(", ")} }`,
	};
}

/**
 * What the answer says that it takes: `issues=write; pull_requests=write` are two ways, `contents=read,issues=write` one that takes both. Ours where it is
 * among them or nothing is said.
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
