import path from "node:path";
import { type Git, gitIn } from "../../adapters/git/git.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { Waits } from "../../util/waits.ts";
import type { World } from "./context.ts";

/** The folder of the catalog that the options name: every path in it is relative to that. */
export function rootOf({ catalog }: Pick<StageOptions, "catalog">, { cwd }: Pick<World, "cwd">): string {
	return path.dirname(path.resolve(cwd, catalog));
}

type Outside = Pick<World, "exec"> & Partial<Pick<World, "progress">>;

/** Git in a folder. A command that takes long is reported: it may fetch from a remote. */
export function gitOf(root: string, { exec, progress }: Outside): Git {
	const git = gitIn(root, exec);
	const waits = new Waits(progress);
	return (args, ...rest) => waits.during("git", `git ${args[0] ?? ""}`, () => git(args, ...rest));
}
