/** Progress of a stage. Each subject (a service, or a service on a platform) has one line; the listener formats it. */
export interface ProgressEvent {
	readonly stage: ProgressStage;
	/** Undefined: the stage as a whole, shown only if nothing else is. */
	readonly subject?: string;
	readonly state: "started" | "update" | "done" | "failed";
	/** Short: the current activity, a digest, a latency. */
	readonly text?: string;
	/** Of an update: progress of one step; several may run at once. */
	readonly step?: StepProgress;
	/** How much is done. */
	readonly bytes?: ByteProgress;
	/** When the wait ends at the latest. */
	readonly countdown?: Countdown;
	/** At the end: the steps, in order. */
	readonly steps?: readonly ProgressStep[];
}

export type ProgressStage =
	| "plan"
	| "lint"
	| "build"
	| "verify"
	| "pull"
	| "smoke"
	| "sign"
	| "publish"
	| "report"
	| "verify-host"
	| "init"
	| "doctor"
	/** Not a stage: the subject is a system that others wait for, such as a registry. */
	| "waiting";

/** Of a wait. Read whenever it is shown, so its values may change. */
export interface Countdown {
	/** Milliseconds on the monotonic clock. */
	readonly until: number;
	/** What happens then. */
	readonly next: "retry" | "give up";
}

/** `total` is missing while unknown. Read whenever it is shown, so its values may change. */
export interface ByteProgress {
	readonly done: number;
	readonly total?: number;
}

export interface StepProgress {
	/** The same for all subjects that share the step. */
	readonly id: string;
	/** One line. */
	readonly name: string;
	/** A step may end and continue. */
	readonly state: "running" | "done" | "cached" | "failed";
	/** At the end, milliseconds. */
	readonly durationMs?: number;
	/** Complete lines of its output, oldest first. */
	readonly lines?: readonly string[];
	/** The current last line, also one that is rewritten in place, or the part of the step that is running. */
	readonly last?: string;
	readonly bytes?: ByteProgress;
}

export interface ProgressStep {
	/** One line: duration and name. */
	readonly text: string;
	readonly state: "done" | "cached" | "failed";
	/** Lines of its output. */
	readonly log: readonly string[];
	/** Number of earlier lines that were dropped. */
	readonly dropped?: number;
}

export type Progress = (event: ProgressEvent) => void;

/** Reports that a stage runs while its work lasts. */
export async function withProgress<T>(progress: Progress, stage: ProgressStage, work: () => Promise<T>): Promise<T> {
	progress({ stage, state: "started" });
	try {
		return await work();
	} finally {
		progress({ stage, state: "done" });
	}
}
