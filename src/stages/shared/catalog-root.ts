import path from "node:path";
import { type Git, gitIn } from "../../adapters/git/git.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { WaitReporter } from "../../util/wait-reporter.ts";
import type { StageContext } from "./context.ts";

/** The folder of the catalog. Its paths are relative to it. */
export function catalogRoot({ catalog }: Pick<StageOptions, "catalog">, { cwd }: Pick<StageContext, "cwd">): string {
	return path.dirname(path.resolve(cwd, catalog));
}

type GitContext = Pick<StageContext, "exec"> & Partial<Pick<StageContext, "progress">>;

/** Git in a folder. Slow commands are reported: they may fetch from a remote. */
export function openGit(root: string, { exec, progress }: GitContext): Git {
	const git = gitIn(root, exec);
	const waits = new WaitReporter(progress);
	return (args, ...rest) => waits.track("git", `git ${args[0] ?? ""}`, () => git(args, ...rest));
}
