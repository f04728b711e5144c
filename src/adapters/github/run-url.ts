import { defined } from "../../util/defined.ts";
/** URL of this workflow run. https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
export function runUrl(env: Readonly<Record<string, string | undefined>>): string | undefined {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
	return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined;
}

/** URL and attempt (from the second one on) of this run, for a report. */
export function runLink(env: Readonly<Record<string, string | undefined>>): {
	readonly url?: string;
	readonly attempt?: number;
} {
	const url = runUrl(env);
	const attempt = Number(env.GITHUB_RUN_ATTEMPT ?? 1);
	return { ...defined({ url }), ...(attempt > 1 && { attempt }) };
}
