import { rm } from "node:fs/promises";
import { getState, warning } from "@actions/core";
import { agentState, endAgent } from "../agent.ts";
import { forgetLogins, loginState } from "../docker-login.ts";
import { aside, withoutCommands } from "../job-log.ts";
import { builderState, removeBuilder } from "./builder.ts";
import { keepState, type ToKeep } from "./fetch-image.ts";
import { saveFolder } from "./folder-cache.ts";
import { removeKilled } from "./remove-leftovers.ts";
import { timed } from "./timing.ts";

/** Undoes what setup, build or the root action did for this job: also after a failure or a cancel. Fails no job. */
export async function setupPost(): Promise<void> {
	const folder = getState(loginState);
	const builder = getState(builderState);
	const agent = getState(agentState);
	const keep = JSON.parse(getState(keepState) || "[]") as readonly ToKeep[];
	const told = await withoutCommands(async () => {
		const done = [
			await removeKilled(),
			builder === "" ? undefined : await removeBuilder(builder),
			folder === "" ? undefined : await forgetLogins(folder),
			agent === "" ? undefined : await endAgent(agent),
		];
		for (const one of keep) await keepImage(one);
		return done.filter((words) => words !== undefined);
	});
	console.log(told.length > 0 ? told.join(", ") : "nothing to take back");
}

async function keepImage({ folder, prefix }: ToKeep): Promise<void> {
	const failed = await timed(
		"writing to the cache",
		() => saveFolder(folder, prefix),
		(why) => (why === undefined ? `${prefix} is kept in the cache` : undefined),
	);
	if (failed !== undefined) aside(() => warning(`${prefix} could not be kept in the cache: ${failed}`));
	await rm(folder, { recursive: true, force: true });
}
