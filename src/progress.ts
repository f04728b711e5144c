/** What a stage tells while it works. One line a subject (a service, or a service on a platform); who listens decides how it looks. */
export interface ProgressEvent {
	readonly stage: "plan" | "build" | "verify" | "smoke" | "publish";
	readonly subject: string;
	readonly state: "started" | "update" | "done" | "failed";
	/** Short: a step's name, a digest, a latency. */
	readonly text?: string;
	/** At its end: what was done for it, in order. */
	readonly steps?: readonly ProgressStep[];
}

export interface ProgressStep {
	/** One line: how long it took, and what it was. */
	readonly text: string;
	readonly state: "done" | "cached" | "failed";
	/** What it wrote, line by line. */
	readonly log: readonly string[];
}

export type Progress = (event: ProgressEvent) => void;
