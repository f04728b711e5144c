import type { Duplex } from "node:stream";
import type { Exec, ExecOptions, ExecResult } from "../process/exec.ts";

/** `docker <args>`. Docker reads DOCKER_HOST, DOCKER_CONTEXT and DOCKER_CONFIG from the environment. */
export type Docker = (args: readonly string[], options?: ExecOptions) => Promise<ExecResult>;

export function dockerWith(exec: Exec): Docker {
	return (args, options) => exec(["docker", ...args], options);
}

/** Access to the ports that an engine publishes. */
export interface PortAccess {
	/** Connects to a published port. Rejects as `net.connect` fails, or with the signal's reason. */
	readonly connect: (port: number, signal: AbortSignal) => Promise<Duplex>;
	/** Name in results: `127.0.0.1`, `pi@raspberrypi`. */
	readonly host: string;
	/** The address to publish ports on. */
	readonly publishAddress: "127.0.0.1" | "0.0.0.0";
	/** Whether the engine may run on this machine. */
	readonly isLocal: boolean;
}
