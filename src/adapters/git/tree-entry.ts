import type { Obstacle } from "../../model/dockerfile/dockerfile.ts";

/** One path of the working tree, relative to its root. */
export interface WorkingTreeEntry {
	readonly path: string;
	readonly kind: "file" | "dir" | "symlink" | "other";
	readonly executable: boolean;
	/** A symlink's text. */
	readonly target?: string;
	/** Git's object id, where the working file is known to hold exactly that blob. */
	readonly oid?: string;
	/** Why it cannot be read. */
	readonly unreadable?: string;
	/** Why a build would not get from disk what git has under this path. */
	readonly obstacle?: Obstacle;
}
