/** A step of a job that took so many seconds. */
export const step = (seconds: number) => ({
	name: "step",
	status: "completed",
	conclusion: "success",
	number: 1,
	started_at: "2026-11-20T03:17:00Z",
	completed_at: new Date(Date.parse("2026-11-20T03:17:00Z") + seconds * 1000).toISOString(),
});
