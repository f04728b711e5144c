import { formatDuration, formatSize, plural } from "../../util/format.ts";
import type { ByteProgress, ProgressEvent } from "../../util/progress.ts";
import { sanitizeLine } from "../../util/sanitize.ts";

/** `build api-gateway done 12.3 s sha256:1f2e...`: one line of progress. */
export function progressLine(
	{ stage, subject = "", text, bytes }: Pick<ProgressEvent, "stage" | "subject" | "text" | "bytes">,
	state: string,
	elapsedMs: number | undefined,
): string {
	const took = elapsedMs === undefined ? "" : ` ${formatDuration(elapsedMs)}`;
	const parts = [
		stage.padEnd(7),
		sanitizeLine(subject),
		`${state}${took}`,
		sanitizeLine(text ?? ""),
		bytes ? formatBytes(bytes) : "",
	];
	return parts
		.filter((part) => part !== "")
		.join("  ")
		.trimEnd();
}

export function formatBytes({ done, total }: ByteProgress): string {
	return total === undefined ? formatSize(done) : `${formatSize(done)} of ${formatSize(total)}`;
}

/** Indentation of steps below their subject. */
const indent = "         ";

/** In characters; longer lines are data. */
const longestLine = 4_000;

/** The steps of a finished subject. `logs`: output of failed or all steps, or only failed steps at all. */
export function stepLines(
	{ steps = [] }: ProgressEvent,
	logs: "failed" | "all" | "only failed" = "failed",
): readonly string[] {
	return steps.flatMap(({ text, state, log, dropped = 0 }) => {
		if (logs === "only failed" && state !== "failed") return [];
		// BuildKit has dozens of steps without a duration.
		if (logs === "failed" && (state === "cached" || text.startsWith("0.0s"))) return [];
		const shown = logs === "all" ? log : state === "failed" ? log.slice(-lastLines) : [];
		const left = logs === "all" ? dropped : 0;
		return [
			`${indent}${sanitizeLine(text)}`,
			...(left > 0 ? [`${indent}  (${plural(left, "earlier line")} not kept)`] : []),
			...shown.map((line) => `${indent}  | ${sanitizeLine(line.slice(0, longestLine))}`),
		];
	});
}

const lastLines = 20;
