import { randomUUID } from "node:crypto";
import * as core from "@actions/core";
import { formatProblem, UserError } from "../errors.ts";
import { harmlessLines } from "../harmless.ts";
import { progressLine, stopwatch } from "../interface/progress-line.ts";
import type { Progress } from "../progress.ts";
import { type Annotation, ofProblem, shownAnnotations } from "./annotations.ts";

/**
 * Runs something whose output may hold lines of others. A line that starts with `::` is a command to the runner;
 * until the random token comes back, none is obeyed.
 */
export async function withoutCommands<T>(work: () => Promise<T>): Promise<T> {
	const token = randomUUID();
	console.log(`::stop-commands::${token}`);
	try {
		return await work();
	} finally {
		console.log(`::${token}::`);
	}
}

/** A line when something has ended. */
export function logProgress(now: () => number): Progress {
	const elapsed = stopwatch(now);
	return (event) => {
		const ms = elapsed(event);
		if (event.state === "done" || event.state === "failed") console.log(progressLine(event, ms));
	};
}

/** Every line on its own, each made harmless. */
export function logLines(text: string): void {
	for (const line of harmlessLines(text)) console.log(line);
}

const write = { error: core.error, warning: core.warning, notice: core.notice } as const;

export function annotate(annotations: readonly Annotation[]): void {
	for (const { level, title, message, file, line, column } of shownAnnotations(annotations))
		write[level](message, {
			title,
			...(file !== undefined && { file }),
			...(line !== undefined && { startLine: line }),
			...(column !== undefined && { startColumn: column }),
		});
}

/** An error as annotations; the whole of it in the log, since GitHub shows only some of them. */
export async function annotateError(error: unknown): Promise<void> {
	if (!(error instanceof UserError)) {
		const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
		core.debug(stack ?? "");
		core.error(`${message}\nThis is a fault in the action itself; a run with debug logging shows where.`);
		return;
	}
	await withoutCommands(async () => logLines(error.problems.map(formatProblem).join("\n")));
	annotate(error.problems.map((problem) => ofProblem(problem, "error")));
}
