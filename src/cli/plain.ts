import { progressLine, stopwatch } from "../interface/progress-line.ts";
import type { Screen } from "./screen.ts";

/** For logs and pipes: a line when something has ended, nothing is ever rewritten. */
export function plainScreen(write: (line: string) => void, now: () => number): Screen {
	const elapsed = stopwatch(now);
	return {
		progress: (event) => {
			const ms = elapsed(event);
			if (event.state === "done" || event.state === "failed") write(progressLine(event, ms));
		},
		line: write,
		stop: () => {},
	};
}
