import { jsonMismatch, readJsonTest } from "../../../model/service/json-test.ts";
import type { Health } from "../../../model/service/service.ts";
import { sanitizeLogLine } from "../../../util/sanitize.ts";

/** How a body differs from what is expected, as the end of a sentence; undefined if it matches. Cheap checks first. */
export async function bodyMismatch(
	{ body: text, bodyMatches, json }: Pick<Extract<Health, { kind: "http" }>, "body" | "bodyMatches" | "json">,
	body: string,
	signal: AbortSignal,
): Promise<string | undefined> {
	const actual =
		body === "" ? "with an empty body" : `with the body ${JSON.stringify(sanitizeLogLine(body.slice(0, 80)))}`;
	if (text !== undefined && !body.includes(text)) return `${actual}, expected it to contain ${JSON.stringify(text)}`;
	const test = json === undefined ? undefined : readJsonTest(json);
	const mismatch = test?.kind === "test" ? jsonMismatch(test, body) : undefined;
	if (mismatch !== undefined) return `${actual}, ${sanitizeLogLine(mismatch)}; expected ${json}`;
	if (bodyMatches === undefined || (await matches(bodyMatches, body, signal))) return undefined;
	return `${actual}, expected a match of /${bodyMatches}/u`;
}

/** Runs in a worker: an expression that backtracks without end must not block other probes. */
const search = `
const { parentPort, workerData: { pattern, text } } = require("node:worker_threads");
parentPort.postMessage(new RegExp(pattern, "u").test(text));
`;

/** Rejects with the signal's reason on abort. */
async function matches(pattern: string, text: string, signal: AbortSignal): Promise<boolean> {
	const { Worker } = await import("node:worker_threads");
	signal.throwIfAborted();
	return new Promise((resolve, reject) => {
		const worker = new Worker(search, { eval: true, workerData: { pattern, text }, env: {}, stdin: false });
		const stop = () => {
			void worker.terminate();
			reject(signal.reason);
		};
		signal.addEventListener("abort", stop, { once: true });
		worker.on("message", resolve);
		worker.on("error", reject);
		worker.on("exit", () => signal.removeEventListener("abort", stop));
	});
}
