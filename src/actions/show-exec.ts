import { getExecOutput } from "@actions/exec";
import type { Docker } from "../docker/docker.ts";
import type { ExecOptions, ExecResult } from "../process/exec.ts";

type Options = Pick<ExecOptions, "input" | "cwd" | "env">;

/** Runs a program and shows it with its output, as GitHub's own actions do. Call it within `withoutCommands`. */
export function run(argv: readonly [string, ...string[]], options: Options = {}): Promise<ExecResult> {
	return execute(argv, options, "shown");
}

/** The way to the engine for what only looks: the answers are pages of JSON, and what matters in them is told. */
export const quietDocker: Docker = (args, options = {}) => execute(["docker", ...args], options, "quiet");

function execute(
	[file, ...args]: readonly [string, ...string[]],
	{ input, cwd, env }: Options,
	output: "shown" | "quiet",
): Promise<ExecResult> {
	return getExecOutput(file, args, {
		ignoreReturnCode: true,
		silent: output === "quiet",
		...(cwd !== undefined && { cwd }),
		...(env !== undefined && { env: { ...(process.env as Record<string, string>), ...env } }),
		...(input !== undefined && { input: Buffer.from(input) }),
	});
}
