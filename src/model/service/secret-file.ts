/** Whether a path leads into git's own folder, where actions/checkout may keep the job's token. */
export function isGitFile(path: string): boolean {
	return path.split("/").some((part) => part.toLowerCase() === ".git");
}
