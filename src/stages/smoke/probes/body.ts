import { jsonMismatch, readJsonTest } from "../../../model/service/json-test.ts";
import type { Health } from "../../../model/service/service.ts";
import { sanitizeLogLine } from "../sanitize-log.ts";

/** Why a body is not what is wanted, as the end of a sentence; undefined when it is. Checks go from the cheapest to the dearest. */
export async function bodyMismatch(
	{ body: text, bodyMatches, json }: Pick<Extract<Health, { kind: "http" }>, "body" | "bodyMatches" | "json">,
	body: string,
	signal: AbortSignal,
): Promise<string | undefined> {
	const got =
		body === "" ? "with an empty body" : `with the body ${JSON.stringify(sanitizeLogLine(body.slice(0, 80)))}`;
	if (text !== undefined && !body.includes(text)) return `${got}, wanted ${JSON.stringify(text)} in it`;
	const test = json === undefined ? undefined : readJsonTest(json);
	const complaint = test?.kind === "test" ? jsonMismatch(test, body) : undefined;
	if (complaint !== undefined) return `${got}, ${sanitizeLogLine(complaint)}; wanted ${json}`;
	if (bodyMatches === undefined || (await matches(bodyMatches, body, signal))) return undefined;
	return `${got}, wanted a match of /${bodyMatches}/u`;
}

/** Runs on a thread of its own: an expression that backtracks without end must not hold up everybody else's probes. */
const search = `
const { parentPort, workerData: { pattern, text } } = require("node:worker_threads");
parentPort.postMessage(new RegExp(pattern, "u").test(text));
`;

/** Rejects with the signal's reason when it takes too long. */
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
