import type { Obstacle } from "../../model/dockerfile/dockerfile.ts";

/** A path of the working tree, relative to its root. */
export interface WorkingTreeEntry {
	readonly path: string;
	readonly kind: "file" | "dir" | "symlink" | "other";
	readonly executable: boolean;
	/** Target of a symlink. */
	readonly target?: string;
	/** Git's object id, if the file is known to have the content of that blob. */
	readonly oid?: string;
	/** Why it cannot be read. */
	readonly unreadable?: string;
	/** Why the disk does not have the content that git has for this path. */
	readonly obstacle?: Obstacle;
}
