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
