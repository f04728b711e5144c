import { straightToPlugins } from "../adapters/docker/cli-plugin.ts";
import { exec } from "../adapters/process/exec.ts";
import type { World } from "../stages/shared/context.ts";

/** The real outside, and how this face shows what happens. */
export function makeWorld(face: Pick<World, "progress" | "log" | "signal">): World {
	return {
		...face,
		exec,
		docker: straightToPlugins(exec),
		env: process.env,
		cwd: process.cwd(),
		now: () => performance.now(),
	};
}
