import type { Docker } from "../docker/docker.ts";
import { type ExecOptions, type ExecResult, exec } from "../process/exec.ts";

type Options = Pick<ExecOptions, "input" | "cwd" | "env">;

/** Runs a program and shows it with its output, as GitHub's own actions do. Call it within `withoutCommands`. */
export function run(argv: readonly [string, ...string[]], options: Options = {}): Promise<ExecResult> {
	console.log(`[command]${argv.join(" ")}`);
	return exec(argv, { ...options, onLine: (line) => console.log(line) });
}

/** The way to the engine for what only looks: the answers are pages of JSON, and what matters in them is told. */
export const quietDocker: Docker = (args, options = {}) => exec(["docker", ...args], options);
