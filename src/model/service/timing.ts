import type { Health, HealthTiming } from "./service.ts";

/** How a health check tries when nobody says otherwise. */
export const defaultTiming: HealthTiming = {
	...{ startPeriod: 60_000, interval: 1_000, timeout: 5_000, retries: 3 },
	...{ successes: 2, stable: 1_000, stopGracePeriod: 10_000, wrongAnswerPeriod: 15_000 },
};

/** How long a job may take, where its `deadline` does not say it. Milliseconds. */
export const defaultJobDeadline = 600_000;

/** How a service is tried, with a health check or without. */
export const healthTiming = ({
	health,
	timing,
}: {
	readonly health?: Health;
	readonly timing?: HealthTiming;
}): HealthTiming => health?.timing ?? timing ?? defaultTiming;
