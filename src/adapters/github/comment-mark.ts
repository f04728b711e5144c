import { createHash } from "node:crypto";
import { defined } from "../../util/defined.ts";
import type { Env } from "../../util/env.ts";
import { type GitHub, isApiError } from "./client.ts";

/** Orders runs of a workflow: a re-run has the same number and a greater attempt. */
export interface RunOrder {
	readonly number: number;
	readonly attempt: number;
}

/** Identifies our comment or issue: a line that Markdown does not show. */
export interface CommentMark {
	readonly kind: "comment" | "issue";
	/** 16 hex digits per workflow and catalog. */
	readonly key: string;
	readonly run: RunOrder;
	/** Of an issue: the id of its failure, or `well`. */
	readonly state?: string;
}

/** The same for all runs of a workflow and catalog on any branch; `name` separates two reports of one run. */
export function markKey(env: Env, catalog: string, name: string): string {
	// octo-org/repo/.github/workflows/build.yml@refs/heads/main
	const workflow = (env.GITHUB_WORKFLOW_REF ?? env.GITHUB_WORKFLOW ?? "").replace(/@.*$/, "");
	return createHash("sha256")
		.update(JSON.stringify([workflow, catalog, name]))
		.digest("hex")
		.slice(0, 16);
}

export function runOrder(env: Env): RunOrder {
	return { number: Number(env.GITHUB_RUN_NUMBER ?? 0), attempt: Number(env.GITHUB_RUN_ATTEMPT ?? 1) };
}

export function isLater(run: RunOrder, other: RunOrder): boolean {
	return run.number === other.number ? run.attempt > other.attempt : run.number > other.number;
}

/** The first line of a body, so that quoted text below cannot be taken for it. */
export function writeMark({ kind, key, run, state }: CommentMark): string {
	const suffix = state === undefined ? "" : ` state ${state}`;
	return `<!-- lucid-build-action ${kind} ${key} run ${run.number}.${run.attempt}${suffix} -->`;
}

/** Parses the mark of a body; undefined without one. */
export function readMark(body: string | null | undefined): CommentMark | undefined {
	const match =
		/^<!-- lucid-build-action (comment|issue) ([0-9a-f]{16}) run (\d{1,12})\.(\d{1,6})(?: state ([0-9a-z]{1,64}))? -->/.exec(
			body ?? "",
		);
	if (match === null) return undefined;
	const [, kind, key = "", number, attempt, state] = match;
	return {
		kind: kind === "issue" ? "issue" : "comment",
		key,
		run: { number: Number(number), attempt: Number(attempt) },
		...defined({ state }),
	};
}

type Author = { readonly login: string; readonly type?: string } | null | undefined;

/**
 * Returns whether an author may be the owner of this token: anyone can write our mark, and comments of people are never
 * changed. The token of a job or app cannot read its own user, so any bot matches.
 */
export async function ownAuthorMatcher(github: GitHub, token: string): Promise<(author: Author) => boolean> {
	const login = token.startsWith("ghs_") ? undefined : await loginOf(github);
	return (author) => (login === undefined ? author?.type === "Bot" : author?.login === login);
}

async function loginOf(github: GitHub): Promise<string | undefined> {
	try {
		return (await github.rest.users.getAuthenticated()).data.login;
	} catch (error) {
		if (isApiError(error) && (error.status === 403 || error.status === 404)) return undefined;
		throw error;
	}
}
