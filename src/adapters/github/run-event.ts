import { readFile } from "node:fs/promises";
import type { Source } from "../../model/documents/source.ts";
import { UserError } from "../../util/errors.ts";
import { type EventInfo, type Json, readGitHubEvent, text, toObject } from "./read-event.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** A run on GitHub Actions by its environment and payload, before the checkout is read. */
export interface GitHubRun extends EventInfo {
	/** Whether it may run code of a fork. */
	readonly fromFork: boolean;
	/** GitHub gave it a read-only token and no secrets. */
	readonly readOnly: boolean;
	/** The repository of the workflow. */
	readonly repository: Pick<Source, "defaultBranch" | "url" | "title" | "description" | "licenses">;
}

/** Events that run without rights for forks; others have the rights of the repository. */
const withoutRights = ["pull_request", "pull_request_review", "pull_request_review_comment"];

/** Reads the run on GitHub Actions. Undefined outside of it. */
export async function githubRun(env: Env): Promise<GitHubRun | undefined> {
	if (env.GITHUB_ACTIONS !== "true") return undefined;
	const file = env.GITHUB_EVENT_PATH;
	const content = file ? await readFile(file, "utf8").catch(() => "{}") : "{}";
	try {
		return readRun(env, toObject(JSON.parse(content)));
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
export function readRun(env: Env, payload: Json): GitHubRun {
	const repository = toObject(payload.repository);
	const reading = readGitHubEvent(env, payload);
	const server = env.GITHUB_SERVER_URL ?? "https://github.com";
	const defaultBranch = text(repository.default_branch);
	const url = text(repository.html_url) ?? (env.GITHUB_REPOSITORY && `${server}/${env.GITHUB_REPOSITORY}`);
	const title = text(repository.name);
	const description = text(repository.description);
	const licenses = text(toObject(repository.license).spdx_id);
	const fromFork = reading.claims.some(({ event }) => event.kind === "pull_request" && event.fork);
	return {
		...reading,
		fromFork,
		readOnly: fromFork && withoutRights.includes(env.GITHUB_EVENT_NAME ?? ""),
		repository: {
			...(defaultBranch && { defaultBranch }),
			...(url && { url }),
			...(title && { title }),
			...(description && { description }),
			...(licenses && { licenses }),
		},
	};
}
