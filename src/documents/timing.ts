import type { Timing } from "./service.ts";

/** How a health check tries when nobody says otherwise. */
export const usualTiming: Timing = {
	...{ startPeriod: 60_000, interval: 1_000, timeout: 5_000, retries: 3 },
	...{ successes: 2, stable: 1_000, stopGracePeriod: 10_000, wrongAnswerPeriod: 15_000 },
};
