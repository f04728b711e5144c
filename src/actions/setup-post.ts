import { getState } from "@actions/core";
import { builderState, removeBuilder } from "./builder.ts";
import { withoutCommands } from "./console.ts";
import { loginState, logOut } from "./login.ts";

/** What setup, or the root action, did for this job is taken back: also after a failure or a cancel. Fails no job. */
export async function setupPost(): Promise<void> {
	const folder = getState(loginState.folder);
	const builder = getState(builderState);
	await withoutCommands(async () => {
		if (builder !== "") await removeBuilder(builder);
		if (folder !== "") await logOut(folder, getState(loginState.host));
	});
	const done = [builder !== "" && `builder ${builder} removed`, folder !== "" && "credentials deleted"].filter(Boolean);
	console.log(done.length > 0 ? done.join(", ") : "nothing to take back");
}
