import { randomUUID } from "node:crypto";
import * as core from "@actions/core";
import { type LogMode, type LogView, logView } from "../../presentation/terminal/log-view.ts";
import { defined } from "../../util/defined.ts";
import { formatProblem, UserError } from "../../util/errors.ts";
import { sanitizeLines } from "../../util/sanitize.ts";
import { WaitReporter } from "../../util/wait-reporter.ts";
import { type Annotation, limitAnnotations, problemAnnotation } from "./annotations.ts";

/** Runs `work` with workflow commands disabled: its output may contain lines that begin with `::`. */
export async function withoutCommands<T>(work: () => Promise<T>): Promise<T> {
	stopCommands();
	try {
		return await work();
	} finally {
		allowCommands();
	}
}

/** The token that enables workflow commands again; undefined while they are enabled. */
let token: string | undefined;

function stopCommands(): void {
	token = randomUUID();
	console.log(`::stop-commands::${token}`);
}

function allowCommands(): void {
	console.log(`::${token}::`);
	token = undefined;
}

/** Writes our own workflow commands while others are disabled. */
export function withCommands(command: () => void): void {
	const isStopped = token !== undefined;
	if (isStopped) allowCommands();
	command();
	if (isStopped) stopCommands();
}

/**
 * Runs a toolkit library with its commands enabled, because it masks values. Returns its warnings and errors instead of
 * printing them; drops debug output. It writes commands as strings, programs write bytes.
 */
export async function runToolkit<T>(work: () => Promise<T>): Promise<{ value: T; warnings: readonly string[] }> {
	const warnings: string[] = [];
	const write = process.stdout.write;
	const plain = write.bind(process.stdout) as (chunk: string | Uint8Array, ...rest: unknown[]) => boolean;
	process.stdout.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
		const command = typeof chunk === "string" ? /^::([a-z-]+)(?: [^:]*)?::(.*)/s.exec(chunk) : null;
		if (command === null) return plain(chunk, ...rest);
		const [, name = "", message = ""] = command;
		if (name === "warning" || name === "error") {
			warnings.push(unescaped(message.trimEnd()));
			return true;
		}
		if (name === "debug" && !core.isDebug()) return true;
		const before = token;
		if (before !== undefined) plain(`::${before}::\n`);
		const flushed = plain(chunk, ...rest);
		if (before !== undefined) plain(`::stop-commands::${before}\n`);
		return flushed;
	}) as typeof write;
	try {
		return { value: await work(), warnings };
	} finally {
		process.stdout.write = write;
	}
}

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
const unescaped = (text: string) => text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");

/** Progress in the log of a job; the steps of each image are folded. */
export function jobLog(mode: LogMode): LogView {
	return logView({
		mode,
		write: (line) => console.log(line),
		now: () => performance.now(),
		fold: (title, lines) => {
			withCommands(() => core.startGroup(title));
			for (const line of lines) console.log(line);
			withCommands(() => core.endGroup());
		},
	});
}

/** Runs `work`, logs its result and duration, and its progress while it takes long. `describe` may omit the line. */
export async function logTimed<T>(
	what: string,
	work: () => Promise<T>,
	describe: (value: T) => string | undefined,
): Promise<T> {
	const start = performance.now();
	using log = jobLog("auto");
	const value = await new WaitReporter(log.progress).track("setup", what, work);
	const text = describe(value);
	if (text !== undefined) console.log(`${text} (${inSeconds(performance.now() - start)})`);
	return value;
}

export const inSeconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

/** Writes each line separately, sanitized. */
export function logLines(text: string): void {
	for (const line of sanitizeLines(text)) console.log(line);
}

const write = { error: core.error, warning: core.warning, notice: core.notice } as const;

export function annotate(annotations: readonly Annotation[]): void {
	for (const { level, title, message, file, line, column } of limitAnnotations(annotations))
		write[level](message, {
			title,
			...defined({ file, startLine: line, startColumn: column }),
		});
}

/** Reports an error as annotations, and in the log, because GitHub shows only some annotations. */
export async function annotateError(error: unknown): Promise<void> {
	if (!(error instanceof UserError)) {
		const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
		core.debug(stack ?? "");
		core.error(`${message}\nThis is a bug in the action. A run with debug logging shows where.`);
		return;
	}
	await withoutCommands(async () => logLines(error.problems.map(formatProblem).join("\n")));
	annotate(error.problems.map((problem) => problemAnnotation(problem, "error")));
}
