import { getExecOutput } from "@actions/exec";
import type { Docker } from "../docker/docker.ts";
import type { ExecOptions, ExecResult } from "../process/exec.ts";

/** Runs a program and shows it with its output, as GitHub's own actions do. Call it within `withoutCommands`. */
export async function run(
	[file, ...args]: readonly [string, ...string[]],
	{ input, cwd, env }: Pick<ExecOptions, "input" | "cwd" | "env"> = {},
): Promise<ExecResult> {
	return getExecOutput(file, args, {
		ignoreReturnCode: true,
		...(cwd !== undefined && { cwd }),
		...(env !== undefined && { env: { ...(process.env as Record<string, string>), ...env } }),
		...(input !== undefined && { input: Buffer.from(input) }),
	});
}

/** The way to the engine for setup: every command is shown as it runs. */
export const shownDocker: Docker = (args, options) => run(["docker", ...args], options);
