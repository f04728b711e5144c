import { getState } from "@actions/core";
import { builderState, removeBuilder } from "./builder.ts";
import { withoutCommands } from "./console.ts";
import { loginState, logOut } from "./login.ts";

/** What setup, or the root action, did for this job is taken back: also after a failure or a cancel. Fails no job. */
export async function setupPost(): Promise<void> {
	const folder = getState(loginState.folder);
	const builder = getState(builderState);
	const done = await withoutCommands(async () => [
		builder === "" ? undefined : await removeBuilder(builder),
		folder === "" ? undefined : await logOut(folder, getState(loginState.host)),
	]);
	const told = done.filter((words) => words !== undefined);
	console.log(told.length > 0 ? told.join(", ") : "nothing to take back");
}
