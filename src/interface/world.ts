import type { Docker } from "../docker/docker.ts";
import type { Exec } from "../process/exec.ts";
import type { Progress } from "../progress.ts";

/** All that a stage has of the outside. Handed in by the face that runs it. */
export interface World {
	readonly exec: Exec;
	readonly docker: Docker;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Absolute. */
	readonly cwd: string;
	readonly progress: Progress;
	/** Aborted when the person, or the runner, wants it to stop. */
	readonly signal: AbortSignal;
	/** A line for the person, beside the progress: a note, a warning, a path. */
	readonly log: (line: string) => void;
	/** Monotonic, in milliseconds. */
	readonly now: () => number;
}
