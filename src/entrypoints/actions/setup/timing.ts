import { performance } from "node:perf_hooks";
import { WaitReporter } from "../../../util/wait-reporter.ts";
import { jobLog } from "../job-log.ts";

/**
 * Does one thing, and prints what came of it and how long it took; while it takes long, also what it is. `told` may make nothing of the result worth a
 * line.
 */
export async function logTimed<T>(
	what: string,
	work: () => Promise<T>,
	told: (value: T) => string | undefined,
): Promise<T> {
	const start = performance.now();
	using log = jobLog("auto");
	const value = await new WaitReporter(log.progress).track("setup", what, work);
	const text = told(value);
	if (text !== undefined) console.log(`${text} (${inSeconds(performance.now() - start)})`);
	return value;
}

export const inSeconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
