/** What stands at a path of the repository, links followed. `outside`: they lead out of it. */
export type PathKind = "file" | "folder" | "other" | "missing" | "outside";

/** What the catalog asks of the file system. Paths are relative to the catalog's folder, in POSIX form. */
export interface RepositoryPaths {
	kindOf(path: string): PathKind;
	/** Names in a folder; none where there is no such folder. */
	list(path: string): readonly string[];
	/** How to get what is missing at a path, where that is known. */
	howToGet?(path: string): string | undefined;
}
