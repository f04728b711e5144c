import { homedir } from "node:os";
import path from "node:path";

/** Environment variables. */
export type Env = Readonly<Record<string, string | undefined>>;

/** The folder of Docker's `config.json`. */
export function dockerConfigFolder(env: Env): string {
	return env.DOCKER_CONFIG || path.join(env.HOME || homedir(), ".docker");
}
