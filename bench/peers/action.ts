import { actionFile, openJob } from "../../test/actions/runner.ts";

/** An action's published bundle, and the run it is part of. */
export interface ActionRun {
	/** Absolute, with its action.yml and dist. */
	readonly folder: string;
	/** Working directory: the repository. */
	readonly cwd: string;
	readonly inputs: Readonly<Record<string, string>>;
	/** What the runner says of the workflow's run: GITHUB_SHA and the like. */
	readonly env: Readonly<Record<string, string>>;
}

/**
 * Runs an action as the runner does: `main`, then `post` with the state that `main` left. Gives its outputs; throws
 * with its log when one of the two fails.
 */
export async function runAction({ folder, cwd, inputs, env }: ActionRun): Promise<Readonly<Record<string, string>>> {
	const own = Object.entries(process.env).filter((one): one is [string, string] => one[1] !== undefined);
	await using job = await openJob(cwd, { ...Object.fromEntries(own), ...env });
	const more = { RUNNER_TOOL_CACHE: job.temp };
	// All that the peers' defaults leave to the runner.
	const main = await job.step(folder, { "github-token": "no-token", ...inputs }, more);
	if (main.exitCode !== 0) throw new Error(`${folder} ended with ${main.exitCode}\n${main.log.slice(-3000)}`);
	if ((await actionFile(folder)).runs.post === undefined) return main.outputs;
	const post = await job.post(folder, main.state, more);
	if (post.exitCode !== 0) throw new Error(`${folder}'s post ended with ${post.exitCode}\n${post.log.slice(-3000)}`);
	return main.outputs;
}
