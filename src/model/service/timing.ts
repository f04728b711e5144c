import type { Health, Timing } from "./service.ts";

/** How a health check tries when nobody says otherwise. */
export const usualTiming: Timing = {
	...{ startPeriod: 60_000, interval: 1_000, timeout: 5_000, retries: 3 },
	...{ successes: 2, stable: 1_000, stopGracePeriod: 10_000, wrongAnswerPeriod: 15_000 },
};

/** How long a job may take, where its `deadline` does not say it. Milliseconds. */
export const jobDeadline = 600_000;

/** How a service is tried, with a health check or without. */
export const timingOf = ({ health, timing }: { readonly health?: Health; readonly timing?: Timing }): Timing =>
	health?.timing ?? timing ?? usualTiming;
