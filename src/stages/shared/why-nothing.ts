import { githubRun } from "../../adapters/github/run-event.ts";
import type { StageContext } from "./context.ts";

/** These are about a machine or a folder, whatever happened on GitHub. */
const everyTime: readonly string[] = ["init", "doctor", "verify-host", "bake"];

/** Why a stage has nothing to do: for a branch or git tag that was deleted GitHub checks out the default branch. */
export async function reasonToSkip(stage: string, { env }: Pick<StageContext, "env">): Promise<string | undefined> {
	const deleted = everyTime.includes(stage) ? undefined : (await githubRun(env))?.deleted;
	return deleted && `nothing to do: ${deleted} was deleted`;
}
