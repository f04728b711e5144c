/** News of the work of a stage. A line for each subject (a service, or a service on a platform); who listens decides how it looks. */
export interface ProgressEvent {
	readonly stage: ProgressStage;
	/** Undefined: the stage as a whole. That it runs is shown only where nothing else is. */
	readonly subject?: string;
	readonly state: "started" | "update" | "done" | "failed";
	/** Short: what is done now, a digest, a latency. */
	readonly text?: string;
	/** Of an update: news of one of the steps, of which several may run at once. */
	readonly step?: StepProgress;
	/** How much of it is done. */
	readonly bytes?: ByteProgress;
	/** When what is waited for ends at the latest. */
	readonly countdown?: Countdown;
	/** At its end: what was done for it, in order. */
	readonly steps?: readonly ProgressStep[];
}

export type ProgressStage =
	| "plan"
	| "lint"
	| "build"
	| "verify"
	| "pull"
	| "smoke"
	| "publish"
	| "report"
	| "verify-host"
	| "init"
	| "doctor"
	/** Not a stage of its own: the subject is what is waited for, such as a registry. */
	| "waiting";

/** Of a wait. Read when it is shown, so it may be an object whose values change. */
export interface Countdown {
	/** Milliseconds on the monotonic clock. */
	readonly until: number;
	/** What happens then. */
	readonly next: "retry" | "give up";
}

/** `total` is missing while nobody knows it. Read when it is shown, so it may be an object whose values change. */
export interface ByteProgress {
	readonly done: number;
	readonly total?: number;
}

export interface StepProgress {
	/** Subjects that share a step name it alike. */
	readonly id: string;
	/** Of one line. */
	readonly name: string;
	/** A step may end and go on again. */
	readonly state: "running" | "done" | "cached" | "failed";
	/** At its end, milliseconds. */
	readonly durationMs?: number;
	/** Whole lines that it wrote, oldest first. */
	readonly lines?: readonly string[];
	/** Its last line now, also one that is rewritten in place, or the part of the step that is under way. */
	readonly last?: string;
	readonly bytes?: ByteProgress;
}

export interface ProgressStep {
	/** One line: how long it took, and what it was. */
	readonly text: string;
	readonly state: "done" | "cached" | "failed";
	/** What it wrote, line by line. */
	readonly log: readonly string[];
	/** Lines before these that were not kept. */
	readonly dropped?: number;
}

export type Progress = (event: ProgressEvent) => void;

/** Says that a stage runs, for as long as its work lasts. */
export async function withProgress<T>(progress: Progress, stage: ProgressStage, work: () => Promise<T>): Promise<T> {
	progress({ stage, state: "started" });
	try {
		return await work();
	} finally {
		progress({ stage, state: "done" });
	}
}
