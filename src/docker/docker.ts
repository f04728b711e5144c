import type { Exec, ExecOptions, ExecResult } from "../process/exec.ts";

/** `docker <args>`: the one way to the engine. Context, host and credentials come from Docker's own environment (DOCKER_HOST, DOCKER_CONTEXT, DOCKER_CONFIG). */
export type Docker = (args: readonly string[], options?: ExecOptions) => Promise<ExecResult>;

export function dockerWith(exec: Exec): Docker {
	return (args, options) => exec(["docker", ...args], options);
}
