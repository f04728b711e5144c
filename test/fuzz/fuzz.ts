import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { FuzzRequest, FuzzResult } from "./fuzz-worker.ts";

export interface FuzzOptions extends Pick<FuzzRequest, "target" | "reader"> {
	readonly seeds: Iterable<number>;
	/** Time for one case. */
	readonly limitMs: number;
	/** Heap of the thread that runs the cases. */
	readonly limitMb: number;
	readonly onResult?: (result: FuzzResult) => void;
}

/** Runs a case per seed. It fails if it takes too long or too much memory, or ends in an internal error. */
export async function fuzz({
	target,
	reader,
	seeds,
	limitMs,
	limitMb,
	onResult,
}: FuzzOptions): Promise<readonly string[]> {
	const failures: string[] = [];
	let worker: Worker | undefined;
	for (const seed of seeds) {
		let outcome: FuzzResult | string = "";
		// Twice, since the machine may have been busy.
		for (let attempt = 0; attempt < 2 && typeof outcome === "string"; attempt++) {
			worker ??= await startWorker(limitMb);
			outcome = await run(worker, { target, seed, reader }, limitMs);
			if (typeof outcome !== "string") break;
			await worker.terminate();
			worker = undefined;
		}
		if (typeof outcome !== "string") onResult?.(outcome);
		const failure = typeof outcome === "string" ? outcome : outcome.failure;
		if (failure !== undefined) failures.push(`${target} ${seed}: ${failure}`);
	}
	await worker?.terminate();
	return failures;
}

async function startWorker(limitMb: number): Promise<Worker> {
	const worker = new Worker(new URL("./fuzz-worker.ts", import.meta.url), {
		resourceLimits: { maxOldGenerationSizeMb: limitMb },
		stderr: true,
	});
	await once(worker, "message");
	return worker;
}

/** The result of a case, or why there is none. */
function run(worker: Worker, request: FuzzRequest, limitMs: number): Promise<FuzzResult | string> {
	return new Promise((resolve) => {
		const timer = setTimeout(() => end(`takes more than ${limitMs} ms`), limitMs);
		const end = (outcome: FuzzResult | string) => {
			clearTimeout(timer);
			worker.off("message", end).off("error", onError).off("exit", onExit);
			resolve(outcome);
		};
		const onError = (error: Error) => end(`ends its thread: ${error.message}`);
		const onExit = () => end("ends its thread");
		worker.on("message", end).on("error", onError).on("exit", onExit);
		worker.postMessage(request);
	});
}
