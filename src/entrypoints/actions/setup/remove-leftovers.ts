import { quietDocker } from "../logged-exec.ts";

/**
 * Removes the containers and networks of a smoke whose process was killed before it could: a cancel leaves it ten seconds. Nothing of a run that is
 * alive. What came of it, in words; undefined where there was nothing, or no engine to ask. Never throws: `post` has more to do.
 */
export async function removeSmokeLeftovers(): Promise<string | undefined> {
	const runs = await remove().catch(() => []);
	return runs.length === 0 ? undefined : `containers of a run that was killed removed: ${runs.join(", ")}`;
}

async function remove(): Promise<readonly string[]> {
	const [{ connectEngine }, { removeLeftovers }] = await Promise.all([
		import("../../../adapters/docker/connect-engine.ts"),
		import("../../../stages/smoke/engine/owner.ts"),
	]);
	const { signal } = new AbortController();
	await using door = await connectEngine(quietDocker, {}, { env: process.env, signal });
	return removeLeftovers(door.api);
}
