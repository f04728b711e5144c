import { quietDocker } from "../logged-exec.ts";

/** Removes what killed smoke runs left behind, but nothing of running ones. Returns a message. Never throws. */
export async function removeSmokeLeftovers(): Promise<string | undefined> {
	const runs = await remove().catch(() => []);
	return runs.length === 0 ? undefined : `removed containers of killed runs: ${runs.join(", ")}`;
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
