import { getExecOutput } from "@actions/exec";
import { dockerWithDirectPlugins } from "../../adapters/docker/cli-plugin.ts";
import type { Docker } from "../../adapters/docker/docker.ts";
import { type ExecOptions, type ExecResult, exec } from "../../adapters/process/exec.ts";
import { defined } from "../../util/defined.ts";
import { redactor } from "../../util/redact.ts";
import { inputSecrets } from "./action-inputs.ts";

type Options = Pick<ExecOptions, "input" | "cwd" | "env">;

/** Runs a program and logs it with its output, like GitHub's own actions. Needs `withoutCommands`. */
export function execLogged(argv: readonly [string, ...string[]], options: Options = {}): Promise<ExecResult> {
	if (options.input === undefined) return execute(argv, options, "shown");
	// @actions/exec fails if a program exits before it has read its input.
	console.log(`[command]${argv.join(" ")}`);
	const redact = redactor(inputSecrets());
	return exec(argv, { ...options, onLine: (line) => console.log(redact(line)) });
}

/** Docker calls without output in the log, for inspection only. */
export const quietDocker: Docker = dockerWithDirectPlugins((argv, options = {}) =>
	options.input === undefined ? execQuiet(argv, options) : exec(argv, options),
);

/** Runs a program without output in the log. */
export function execQuiet(argv: readonly [string, ...string[]], options: Options = {}): Promise<ExecResult> {
	return execute(argv, options, "quiet");
}

function execute(
	[file, ...args]: readonly [string, ...string[]],
	{ cwd, env }: Options,
	output: "shown" | "quiet",
): Promise<ExecResult> {
	return getExecOutput(file, args, {
		ignoreReturnCode: true,
		silent: output === "quiet",
		...defined({ cwd }),
		...(env !== undefined && { env: { ...(process.env as Record<string, string>), ...env } }),
	});
}

/** The last line of a docker command's stderr, without its usage hint. */
export function lastErrorLine(stderr: string): string {
	const lines = stderr.split("\n").filter((line) => line.trim() !== "" && !/^Run '.+ --help'/.test(line));
	return (lines.at(-1) ?? "").replace(/^(?:docker|ERROR): /, "");
}
