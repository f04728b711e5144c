import { randomUUID } from "node:crypto";
import * as core from "@actions/core";
import { formatProblem, UserError } from "../errors.ts";
import { harmlessLines } from "../harmless.ts";
import { progressLine, stepLines, stopwatch } from "../interface/progress-line.ts";
import type { Progress } from "../progress.ts";
import { type Annotation, ofProblem, shownAnnotations } from "./annotations.ts";

/**
 * Runs something whose output may hold lines of others. A line that starts with `::` is a command to the runner;
 * until the random token comes back, none is obeyed.
 */
export async function withoutCommands<T>(work: () => Promise<T>): Promise<T> {
	stopCommands();
	try {
		return await work();
	} finally {
		allowCommands();
	}
}

/** What brings commands back, while none is obeyed. */
let token: string | undefined;

function stopCommands(): void {
	token = randomUUID();
	console.log(`::stop-commands::${token}`);
}

function allowCommands(): void {
	console.log(`::${token}::`);
	token = undefined;
}

/** A command of ours amid lines of others. */
function amid(command: () => void): void {
	const isStopped = token !== undefined;
	if (isStopped) allowCommands();
	command();
	if (isStopped) stopCommands();
}

/** A line when something has ended; where there is more to tell of it, that is folded below the line. */
export function logProgress(now: () => number): Progress {
	const elapsed = stopwatch(now);
	return (event) => {
		const ms = elapsed(event);
		if (event.state !== "done" && event.state !== "failed") return;
		const line = progressLine(event, ms);
		const steps = stepLines(event, "all");
		if (steps.length === 0) {
			console.log(line);
			return;
		}
		amid(() => core.startGroup(line));
		for (const step of steps) console.log(step);
		amid(() => core.endGroup());
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
