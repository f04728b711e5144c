export const jobResults = ["success", "failure", "cancelled", "skipped"] as const;

/** How a job of the workflow ended, as GitHub says. A step that exceeds its time is a `failure`, so is a lost runner; `cancelled` is a person or a newer commit. */
export interface JobResult {
	/** Its id in the workflow, where it is known. */
	readonly job?: string;
	readonly result: (typeof jobResults)[number];
}
