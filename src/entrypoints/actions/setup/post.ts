import { rm } from "node:fs/promises";
import { getState, warning } from "@actions/core";
import { parseJson } from "../../../util/json.ts";
import { deleteCredentials, dockerConfigState } from "../docker-login.ts";
import { logTimed, withCommands, withoutCommands } from "../job-log.ts";
import { quietDocker } from "../logged-exec.ts";
import { sshAgentState, stopSshAgent } from "../ssh-agent.ts";
import { builderState, removeBuilder } from "./builder.ts";
import { type ImageToCache, imagesToCacheState, isImageToCache } from "./fetch-image.ts";
import { saveFolder } from "./folder-cache.ts";

/** Undoes what setup, build or the root action did for this job, even after a failure. Never fails the job. */
export async function setupPost(): Promise<void> {
	const folder = getState(dockerConfigState);
	const builder = getState(builderState);
	const agent = getState(sshAgentState);
	const images = parseJson(getState(imagesToCacheState));
	const messages = await withoutCommands(async () => {
		const results = [
			await removeSmokeLeftovers(),
			builder === "" ? undefined : await removeBuilder(builder),
			folder === "" ? undefined : await deleteCredentials(folder),
			agent === "" ? undefined : await stopSshAgent(agent),
		];
		for (const image of Array.isArray(images) ? images.filter(isImageToCache) : []) await cacheImage(image);
		return results.filter((message) => message !== undefined);
	});
	console.log(messages.length > 0 ? messages.join(", ") : "nothing to clean up");
}

async function cacheImage({ folder, prefix }: ImageToCache): Promise<void> {
	const failed = await logTimed(
		"writing to the cache",
		() => saveFolder(folder, prefix),
		(why) => (why === undefined ? `${prefix} saved to the cache` : undefined),
	);
	if (failed !== undefined) withCommands(() => warning(`${prefix} could not be saved to the cache: ${failed}`));
	await rm(folder, { recursive: true, force: true });
}

/** Removes what killed smoke runs left behind, but nothing of running ones. Returns a message. Never throws. */
async function removeSmokeLeftovers(): Promise<string | undefined> {
	const { signal } = new AbortController();
	try {
		const [{ connectEngine }, { removeLeftovers }] = await Promise.all([
			import("../../../adapters/docker/connect-engine.ts"),
			import("../../../stages/smoke/engine/owner.ts"),
		]);
		await using engine = await connectEngine(quietDocker, {}, { env: process.env, signal });
		const runs = await removeLeftovers(engine.api);
		return runs.length === 0 ? undefined : `removed containers of killed runs: ${runs.join(", ")}`;
	} catch {
		return undefined;
	}
}
