import path from "node:path";
import { type Git, gitIn } from "../git/git.ts";
import type { StageOptions } from "../interface/values.ts";
import type { World } from "./world.ts";

/** The folder of the catalog that the options name: every path in it is relative to that. */
export function rootOf({ catalog }: Pick<StageOptions, "catalog">, { cwd }: Pick<World, "cwd">): string {
	return path.dirname(path.resolve(cwd, catalog));
}

export function gitOf(root: string, { exec }: Pick<World, "exec">): Git {
	return gitIn(root, exec);
}
