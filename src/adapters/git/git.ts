import { defined } from "../../util/defined.ts";
import type { Exec } from "../process/exec.ts";

/** `git <args>` in one folder: its stdout, or undefined if it fails (no repository, unknown commit, no git). */
export type Git = (args: readonly string[], input?: string) => Promise<string | undefined>;

export function gitIn(cwd: string, exec: Exec): Git {
	return async (args, input) => {
		try {
			// safe.directory: a runner's checkout often belongs to another user; we only read.
			const { exitCode, stdout } = await exec(
				["git", "-c", "safe.directory=*", "-c", "core.quotePath=false", ...args],
				{
					cwd,
					...defined({ input }),
					env: { GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
				},
			);
			return exitCode === 0 ? stdout : undefined;
		} catch {
			return undefined;
		}
	};
}
