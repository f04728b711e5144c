import { dockerWithDirectPlugins } from "../adapters/docker/cli-plugin.ts";
import { exec } from "../adapters/process/exec.ts";
import type { StageContext } from "../stages/shared/context.ts";

/** The real environment, with the entry point's progress and log. */
export function makeContext(face: Pick<StageContext, "progress" | "log" | "signal">): StageContext {
	return {
		...face,
		exec,
		docker: dockerWithDirectPlugins(exec),
		env: process.env,
		cwd: process.cwd(),
		now: () => performance.now(),
	};
}
