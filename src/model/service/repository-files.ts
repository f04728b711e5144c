import type { TreeNode } from "../dockerfile/dockerfile.ts";

/** The repository around the Dockerfiles. Paths are relative to the catalog's folder. */
export interface RepositoryFiles {
	readonly tree: TreeNode;
	/** Undefined when there is no such file, or none of a size that anybody would write. */
	text(path: string): string | undefined;
	/** Bytes; undefined when there is no such file. */
	size(path: string): number | undefined;
}
