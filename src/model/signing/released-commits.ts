/**
 * Commits of this action's releases, for callers who pin one. A fork's commit resolves under our path too
 * (`lucid/build-action/...@<commit of a fork>`), so a commit counts only if it is in this list.
 * `script/release commits` writes it, and each release checks it.
 */
export const releasedCommits: ReadonlySet<string> = new Set<string>([]);
