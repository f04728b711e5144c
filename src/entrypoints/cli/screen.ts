import { type LogOptions, logView } from "../../presentation/terminal/log-view.ts";
import type { Progress } from "../../util/progress.ts";

/** Where a run shows itself while it works. */
export interface Screen {
	readonly progress: Progress;
	/** A line that stays. */
	readonly line: (text: string) => void;
	/** Leaves only what stays. */
	readonly stop: () => void;
}

export interface Terminal {
	readonly isTTY?: boolean;
	readonly env: Readonly<Record<string, string | undefined>>;
}

/** Rewriting lines in place needs a terminal that can, and a person in front of it. */
export function canRewrite({ isTTY, env }: Terminal): boolean {
	return isTTY === true && env.TERM !== "dumb" && !env.CI;
}

/** For logs and pipes. */
export function logScreen(options: LogOptions): Screen {
	const view = logView(options);
	return { progress: view.progress, line: view.line, stop: () => view[Symbol.dispose]() };
}
