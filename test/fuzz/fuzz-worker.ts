// Runs cases in a thread of its own, so that the main one can stop it: a request is a case, the answer its result.
import { parentPort } from "node:worker_threads";
import {
	parseDockerfile,
	parseIgnoreFile,
	selectFiles,
	type TreeEntry,
	toTree,
	traceInputs,
} from "../../src/model/dockerfile/dockerfile.ts";
import { type Problem, UserError } from "../../src/util/errors.ts";
import { findingsIn } from "../lint/support.ts";
import { type HostileCase, hostileCase, type Target } from "./hostile-case.ts";

export interface FuzzRequest {
	readonly target: Target;
	readonly seed: number;
	/** What reads the files: lint with all of its rules, or only the parsers and the selection of files. */
	readonly reader: "lint" | "parsers";
}

export interface FuzzResult {
	readonly seed: number;
	/** What went wrong: an error that no user should see, or a problem without a place. */
	readonly failure?: string;
	readonly milliseconds: number;
	readonly heapBytes: number;
}

function problemsIn(files: HostileCase): readonly Problem[] {
	const { Dockerfile: text = "", ".dockerignore": ignored = "" } = files;
	const tree = toTree(Object.keys(files).map((path): TreeEntry => ({ path, kind: "file", executable: false })));
	try {
		const trace = traceInputs(parseDockerfile(text, "Dockerfile"), { platform: "linux/arm64", args: {} });
		return [...trace.problems, ...selectFiles(trace, tree, parseIgnoreFile(ignored, ".dockerignore")).problems];
	} catch (error) {
		if (error instanceof UserError) return error.problems;
		throw error;
	}
}

parentPort?.on("message", async ({ target, seed, reader }: FuzzRequest) => {
	const files = hostileCase(target, seed);
	const start = performance.now();
	let failure: string | undefined;
	try {
		const problems = reader === "lint" ? await findingsIn(files) : problemsIn(files);
		const lost = problems.find(({ at, message }) => at?.line === undefined || message === "");
		if (lost !== undefined) failure = `a problem without a place: ${JSON.stringify(lost).slice(0, 500)}`;
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
