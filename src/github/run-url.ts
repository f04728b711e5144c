/** Where GitHub shows the workflow's run that this process belongs to. https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
export function runUrl(env: Readonly<Record<string, string | undefined>>): string | undefined {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
	return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined;
}
