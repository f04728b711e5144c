/** A finished job of a workflow run. */
export interface FinishedJob {
	/** Its own name, without those of the workflows that called it. */
	readonly name: string;
	/** What its longest step took, seconds: what the job was for, without the runner's start, checkout and set-up. */
	readonly seconds: number;
}

/** Times only spread work: they are not worth a longer wait, milliseconds. */
const patience = 5000;

/**
 * The jobs of the last run of this workflow that ended well. None when it cannot be asked: no token, not on GitHub, no such run. Needs `actions: read`.
 * https://docs.github.com/en/rest/actions/workflow-jobs
 */
export async function lastJobs(
	env: Readonly<Record<string, string | undefined>>,
	token: string | undefined,
): Promise<readonly FinishedJob[]> {
	const [owner, repo] = (env.GITHUB_REPOSITORY ?? "").split("/");
	// octo-org/repo/.github/workflows/build.yml@refs/heads/main
	const workflow = /\/([^/@]+\.ya?ml)@/.exec(env.GITHUB_WORKFLOW_REF ?? "")?.[1];
	if (!token || !owner || !repo || workflow === undefined) return [];
	const { getOctokit } = await import("@actions/github");
	const baseUrl = env.GITHUB_API_URL ?? "https://api.github.com";
	const { rest, paginate } = getOctokit(token, { baseUrl, request: { signal: AbortSignal.timeout(patience) } });
	try {
		const last = { owner, repo, workflow_id: workflow, status: "success", per_page: 1 } as const;
		const run = (await rest.actions.listWorkflowRuns(last)).data.workflow_runs[0];
		if (run === undefined) return [];
		const jobs = await paginate(rest.actions.listJobsForWorkflowRun, { owner, repo, run_id: run.id, per_page: 100 });
		return jobs.map(({ name, steps = [] }) => ({
			name: name.split(" / ").at(-1) ?? name,
			seconds: Math.max(0, ...steps.map(({ started_at, completed_at }) => secondsBetween(started_at, completed_at))),
		}));
	} catch {
		return [];
	}
}

function secondsBetween(from: string | null | undefined, to: string | null | undefined): number {
	const seconds = (Date.parse(to ?? "") - Date.parse(from ?? "")) / 1000;
	return Number.isFinite(seconds) ? seconds : 0;
}
