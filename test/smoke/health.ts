import type { Health, HealthTiming } from "../../src/model/service/service.ts";

/** A start period for a Python under emulation on a busy machine; a test waits for all of it only on failure. */
const timing: HealthTiming = {
	...{ startPeriod: 180_000, interval: 500, timeout: 10_000, retries: 2 },
	...{ successes: 2, stable: 1_000, stopGracePeriod: 3_000, wrongAnswerPeriod: 15_000 },
};

type Http = Extract<Health, { kind: "http" }>;

/** `GET /health` on 8080, 200 to 399; say only what the test is about. */
export function aHealth({
	timing: own,
	...more
}: Partial<Omit<Http, "timing">> & { readonly timing?: Partial<HealthTiming> } = {}): Http {
	return {
		...{
			kind: "http",
			path: "/health",
			port: 8080,
			method: "GET",
			headers: {},
			status: [[200, 399]],
			negative: true,
			...more,
		},
		timing: { ...timing, ...own },
	};
}
