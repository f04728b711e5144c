import { performance } from "node:perf_hooks";
import { WaitReporter } from "../../../util/wait-reporter.ts";
import { jobLog } from "../job-log.ts";

/** Runs `work`, logs its result and duration, and its progress while it takes long. `describe` may omit the line. */
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
