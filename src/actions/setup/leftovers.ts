import { quietDocker } from "../show-exec.ts";

/**
 * Removes the containers and networks of a smoke whose process was killed before it could: a cancel leaves it ten seconds. Nothing of a run that is
 * alive. What came of it, in words; undefined where there was nothing, or no engine to ask. Never throws: `post` has more to do.
 */
export async function removeKilled(): Promise<string | undefined> {
	const { removeLeftovers } = await import("../../smoke/owner.ts");
	const runs = await removeLeftovers(quietDocker).catch(() => []);
	return runs.length === 0 ? undefined : `containers of a run that was killed removed: ${runs.join(", ")}`;
}
