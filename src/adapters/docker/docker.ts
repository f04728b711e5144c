import type { Duplex } from "node:stream";
import type { Exec, ExecOptions, ExecResult } from "../process/exec.ts";

/** `docker <args>`: the one way to the engine. Context, host and credentials come from Docker's own environment (DOCKER_HOST, DOCKER_CONTEXT, DOCKER_CONFIG). */
export type Docker = (args: readonly string[], options?: ExecOptions) => Promise<ExecResult>;

export function dockerWith(exec: Exec): Docker {
	return (args, options) => exec(["docker", ...args], options);
}

/** The way to the ports that an engine publishes. */
export interface PortAccess {
	/** A connection to a published port; rejects as `connect` does, or with the signal's reason. */
	readonly connect: (port: number, signal: AbortSignal) => Promise<Duplex>;
	/** As the result names it: `127.0.0.1`, `pi@raspberrypi`. */
	readonly host: string;
	/** Where ports are to be published for that. */
	readonly publishAddress: "127.0.0.1" | "0.0.0.0";
	/** Whether the engine's processes may be this machine's. */
	readonly isLocal: boolean;
}
