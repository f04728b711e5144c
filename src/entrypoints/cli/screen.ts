import { type LogOptions, logView } from "../../presentation/terminal/log-view.ts";
import type { Env } from "../../util/env.ts";
import type { Progress } from "../../util/progress.ts";

/** Shows the progress of a run. */
export interface Screen {
	readonly progress: Progress;
	/** Prints a permanent line. */
	readonly line: (text: string) => void;
	/** Removes the lines that are not permanent. */
	readonly stop: () => void;
}

export interface Terminal {
	readonly isTTY?: boolean;
	readonly env: Env;
}

/** Rewriting lines needs a capable terminal and a person at it. */
export function canRewrite({ isTTY, env }: Terminal): boolean {
	return isTTY === true && env.TERM !== "dumb" && !env.CI;
}

/** For logs and pipes. */
export function logScreen(options: LogOptions): Screen {
	const view = logView(options);
	return { progress: view.progress, line: view.line, stop: () => view[Symbol.dispose]() };
}
