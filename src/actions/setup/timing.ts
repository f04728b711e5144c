import { performance } from "node:perf_hooks";

/** Does one thing, and prints what came of it and how long it took. `told` may make nothing of it worth a line. */
export async function timed<T>(work: () => Promise<T>, told: (value: T) => string | undefined): Promise<T> {
	const start = performance.now();
	const value = await work();
	const text = told(value);
	if (text !== undefined) console.log(`${text} (${inSeconds(performance.now() - start)})`);
	return value;
}

export const inSeconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
