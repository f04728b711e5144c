import type { Git } from "./git.ts";

/** Tracked files that may differ from the index, each followed by a NUL: by their size and times, so that some are only touched. Undefined without git. */
export function listModified(git: Git): Promise<string | undefined> {
	// What the disk holds is what is built, also where git is told not to mind the executable bit.
	return git(["-c", "core.fileMode=true", "diff-files", "--name-only", "--relative", "-z"]);
}
