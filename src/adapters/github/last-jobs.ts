import type { Env } from "../../util/env.ts";
import { gitHubRepository, openGitHub } from "./client.ts";
import { logMissingPermission } from "./permission-error.ts";

/** A finished job of a workflow run. */
export interface FinishedJob {
	/** Name without those of the calling workflows. */
	readonly name: string;
	/** Duration of its longest step, seconds: without the runner's start, checkout and set-up. */
	readonly seconds: number;
}

/** Short, because the durations only balance jobs. */
const timeoutMs = 5000;

/**
 * The jobs of the last successful run of this workflow. None without a token, outside of GitHub, or without such a run;
 * logs a missing permission. Needs `actions: read`.
 * https://docs.github.com/en/rest/actions/workflow-jobs
 */
export async function readLastJobs(
	env: Env,
	token: string | undefined,
	log: (line: string) => void,
): Promise<readonly FinishedJob[]> {
	const repository = gitHubRepository(env);
	// octo-org/repo/.github/workflows/build.yml@refs/heads/main
	const workflow = /\/([^/@]+\.ya?ml)@/.exec(env.GITHUB_WORKFLOW_REF ?? "")?.[1];
	if (!token || repository === undefined || workflow === undefined) return [];
	const signal = AbortSignal.timeout(timeoutMs);
	const { rest, paginate } = await openGitHub(env, { token, effort: "brief", signal });
	try {
		const last = { ...repository, workflow_id: workflow, status: "success", per_page: 1 } as const;
		const run = (await rest.actions.listWorkflowRuns(last)).data.workflow_runs[0];
		if (run === undefined) return [];
		const jobs = await paginate(rest.actions.listJobsForWorkflowRun, { ...repository, run_id: run.id, per_page: 100 });
		return jobs.map(({ name, steps = [] }) => ({
			name: name.split(" / ").at(-1) ?? name,
			seconds: Math.max(0, ...steps.map(({ started_at, completed_at }) => secondsBetween(started_at, completed_at))),
		}));
	} catch (error) {
		logMissingPermission(error, "read the times of the last run", "actions: read", log);
		return [];
	}
}

function secondsBetween(from: string | null | undefined, to: string | null | undefined): number {
	const seconds = (Date.parse(to ?? "") - Date.parse(from ?? "")) / 1000;
	return Number.isFinite(seconds) ? seconds : 0;
}
