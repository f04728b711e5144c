import { harmless } from "../harmless.ts";
import type { ProgressEvent } from "../progress.ts";
import { duration } from "../report/words.ts";

/** `build    api-gateway  done 12.3 s  sha256:1f2e...`: one whole line of progress. */
export function progressLine({ stage, subject, state, text }: ProgressEvent, elapsedMs: number | undefined): string {
	const took = state === "started" || elapsedMs === undefined ? "" : ` ${duration(elapsedMs)}`;
	const parts = [stage.padEnd(7), harmless(subject), `${state}${took}`, harmless(text ?? "")];
	return parts.join("  ").trimEnd();
}

/** When each subject of each stage started, to say how long it took. */
export function stopwatch(now: () => number): (event: ProgressEvent) => number | undefined {
	const starts = new Map<string, number>();
	return ({ stage, subject, state }) => {
		const key = `${stage}\n${subject}`;
		const start = starts.get(key);
		if (start === undefined) starts.set(key, now());
		if (state === "done" || state === "failed") starts.delete(key);
		return start === undefined ? undefined : now() - start;
	};
}

/** How a step's line, and what it wrote, stand below the line of their subject. */
const indent = "         ";

/**
 * What was done for a subject that has ended, for people: each step that took time, with it. What steps wrote is shown of those that failed,
 * or of all with `logs`.
 */
export function stepLines({ steps = [] }: ProgressEvent, logs: "failed" | "all" = "failed"): readonly string[] {
	return steps.flatMap(({ text, state, log }) => {
		// Not what took no time; BuildKit has dozens of such.
		if (logs === "failed" && (state === "cached" || text.startsWith("0.0s"))) return [];
		const shown = logs === "all" ? log : state === "failed" ? log.slice(-lastLines) : [];
		return [`${indent}${harmless(text)}`, ...shown.map((line) => `${indent}  | ${harmless(line)}`)];
	});
}

const lastLines = 20;
