import { progressLine, stepLines, stopwatch } from "../interface/progress-line.ts";
import type { Screen } from "./screen.ts";

/** For logs and pipes: a line when something has ended and what was done for it, nothing is ever rewritten. */
export function plainScreen(write: (line: string) => void, now: () => number): Screen {
	const elapsed = stopwatch(now);
	return {
		progress: (event) => {
			const ms = elapsed(event);
			if (event.state !== "done" && event.state !== "failed") return;
			write(progressLine(event, ms));
			for (const line of stepLines(event)) write(line);
		},
		line: write,
		stop: () => {},
	};
}
