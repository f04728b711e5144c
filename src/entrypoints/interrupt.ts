import { exit } from "./exit-code.ts";

export interface Interrupt extends Disposable {
	readonly signal: AbortSignal;
}

/**
 * The first SIGINT or SIGTERM asks for a clean stop, the second ends the process at once. GitHub's runner sends SIGINT,
 * SIGTERM 7.5 seconds later, and kills the tree after 2.5 more, so the second one is the last chance to leave in order.
 */
export function listenForInterrupt(told: (message: string) => void): Interrupt {
	const controller = new AbortController();
	const names = ["SIGINT", "SIGTERM"] as const;
	const stop = () => {
		if (controller.signal.aborted) process.exit(exit.interrupted);
		controller.abort();
		told("interrupted: cleaning up; once more to leave at once");
	};
	for (const name of names) process.on(name, stop);
	return {
		signal: controller.signal,
		[Symbol.dispose]: () => {
			for (const name of names) process.off(name, stop);
		},
	};
}
