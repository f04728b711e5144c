// Runs cases in a thread of its own, so that the main one can stop it: a request is a case, the answer its result.
import { parentPort } from "node:worker_threads";
import { findingsIn } from "../lint/support.ts";
import { hostileCase, type Target } from "./hostile-case.ts";

export interface FuzzRequest {
	readonly target: Target;
	readonly seed: number;
}

export interface FuzzResult {
	readonly seed: number;
	/** What went wrong: an error that no user should see, or a problem without a place. */
	readonly failure?: string;
	readonly milliseconds: number;
	readonly heapBytes: number;
}

parentPort?.on("message", async ({ target, seed }: FuzzRequest) => {
	const files = hostileCase(target, seed);
	const start = performance.now();
	let failure: string | undefined;
	try {
		const findings = await findingsIn(files);
		const lost = findings.find(({ at, message }) => at?.line === undefined || message === "");
		if (lost !== undefined) failure = `a finding without a place: ${JSON.stringify(lost).slice(0, 500)}`;
	} catch (error) {
		failure = error instanceof Error ? (error.stack ?? error.message).slice(0, 2000) : String(error);
	}
	const result: FuzzResult = {
		seed,
		...(failure !== undefined && { failure }),
		milliseconds: performance.now() - start,
		heapBytes: process.memoryUsage().heapUsed,
	};
	parentPort?.postMessage(result);
});
parentPort?.postMessage("ready");
