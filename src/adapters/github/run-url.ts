import { defined } from "../../util/defined.ts";
/** Where GitHub shows the workflow's run that this process belongs to. https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
export function runUrl(env: Readonly<Record<string, string | undefined>>): string | undefined {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
	return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined;
}

/** The same for a report, and which attempt of the run this is, from the second one on. */
export function runLink(env: Readonly<Record<string, string | undefined>>): {
	readonly url?: string;
	readonly attempt?: number;
} {
	const url = runUrl(env);
	const attempt = Number(env.GITHUB_RUN_ATTEMPT ?? 1);
	return { ...defined({ url }), ...(attempt > 1 && { attempt }) };
}
