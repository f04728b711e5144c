import { readFile } from "node:fs/promises";
import type { Source } from "../../model/documents/source.ts";
import { defined } from "../../util/defined.ts";
import type { Env } from "../../util/env.ts";
import { UserError } from "../../util/errors.ts";
import { readString } from "../../util/json.ts";
import { type EventInfo, type Json, readFields, readGitHubEvent } from "./read-event.ts";

/** A run on GitHub Actions by its environment and payload, before the checkout is read. */
export interface GitHubRun extends EventInfo {
	/** Whether it may run code of a fork. */
	readonly fromFork: boolean;
	/** GitHub gave it a read-only token and no secrets. */
	readonly readOnly: boolean;
	/** The repository of the workflow. */
	readonly repository: Pick<Source, "defaultBranch" | "url" | "repositoryId" | "title" | "description" | "licenses">;
}

/** Events that run without rights for forks; others have the rights of the repository. */
const withoutRights = ["pull_request", "pull_request_review", "pull_request_review_comment"];

/** Reads the run on GitHub Actions. Undefined outside of it. */
export async function githubRun(env: Env): Promise<GitHubRun | undefined> {
	if (env.GITHUB_ACTIONS !== "true") return undefined;
	const file = env.GITHUB_EVENT_PATH;
	// A missing file is an event without payload, as outside of GitHub's runner.
	const content = file ? await readFile(file, "utf8").catch(() => "{}") : "{}";
	try {
		return readRun(env, readFields(JSON.parse(content)));
	} catch (cause) {
		if (!(cause instanceof SyntaxError)) throw cause;
		throw new UserError(
			{
				code: "environment/event",
				message: `the event file of GITHUB_EVENT_PATH is not JSON: ${file}`,
				why: cause.message,
				fix: "use GitHub's runner, or unset GITHUB_ACTIONS and give `--event` and `--revision`",
			},
			{ cause },
		);
	}
}

/** Pure part of {@link githubRun}: the environment and the event payload, as GitHub documents them. */
function readRun(env: Env, payload: Json): GitHubRun {
	const repository = readFields(payload.repository);
	const reading = readGitHubEvent(env, payload);
	const server = env.GITHUB_SERVER_URL ?? "https://github.com";
	const defaultBranch = readString(repository.default_branch);
	const url =
		readString(repository.html_url) ?? (env.GITHUB_REPOSITORY ? `${server}/${env.GITHUB_REPOSITORY}` : undefined);
	const number = env.GITHUB_REPOSITORY_ID ?? (typeof repository.id === "number" ? String(repository.id) : undefined);
	const repositoryId = number && `${URL.parse(server)?.host}/${number}`;
	const title = readString(repository.name);
	const description = readString(repository.description);
	const licenses = readString(readFields(repository.license).spdx_id);
	const fromFork = reading.claims.some(({ event }) => event.kind === "pull_request" && event.fork);
	return {
		...reading,
		fromFork,
		readOnly: fromFork && withoutRights.includes(env.GITHUB_EVENT_NAME ?? ""),
		repository: defined({ defaultBranch, url, repositoryId, title, description, licenses }),
	};
}

/** URL of this workflow run. https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
export function runUrl(env: Env): string | undefined {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
	return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined;
}

/** URL and attempt (from the second one on) of this run, for a report. */
export function runLink(env: Env): { readonly url?: string; readonly attempt?: number } {
	const attempt = Number(env.GITHUB_RUN_ATTEMPT ?? 1);
	return defined({ url: runUrl(env), attempt: attempt > 1 ? attempt : undefined });
}
