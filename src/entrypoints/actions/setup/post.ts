import { rm } from "node:fs/promises";
import { getState, warning } from "@actions/core";
import { deleteCredentials, dockerConfigState } from "../docker-login.ts";
import { withCommands, withoutCommands } from "../job-log.ts";
import { sshAgentState, stopSshAgent } from "../ssh-agent.ts";
import { builderState, removeBuilder } from "./builder.ts";
import { type ImageToCache, imagesToCacheState } from "./fetch-image.ts";
import { saveFolder } from "./folder-cache.ts";
import { removeSmokeLeftovers } from "./remove-leftovers.ts";
import { logTimed } from "./timing.ts";

/** Undoes what setup, build or the root action did for this job, even after a failure. Never fails the job. */
export async function setupPost(): Promise<void> {
	const folder = getState(dockerConfigState);
	const builder = getState(builderState);
	const agent = getState(sshAgentState);
	const keep = JSON.parse(getState(imagesToCacheState) || "[]") as readonly ImageToCache[];
	const told = await withoutCommands(async () => {
		const done = [
			await removeSmokeLeftovers(),
			builder === "" ? undefined : await removeBuilder(builder),
			folder === "" ? undefined : await deleteCredentials(folder),
			agent === "" ? undefined : await stopSshAgent(agent),
		];
		for (const one of keep) await keepImage(one);
		return done.filter((words) => words !== undefined);
	});
	console.log(told.length > 0 ? told.join(", ") : "nothing to clean up");
}

async function keepImage({ folder, prefix }: ImageToCache): Promise<void> {
	const failed = await logTimed(
		"writing to the cache",
		() => saveFolder(folder, prefix),
		(why) => (why === undefined ? `${prefix} saved to the cache` : undefined),
	);
	if (failed !== undefined) withCommands(() => warning(`${prefix} could not be saved to the cache: ${failed}`));
	await rm(folder, { recursive: true, force: true });
}
