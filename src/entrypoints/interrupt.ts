import { exit } from "./exit-code.ts";

export interface Interrupt extends Disposable {
	readonly signal: AbortSignal;
}

/**
 * The first SIGINT or SIGTERM requests a clean stop, the second exits at once. GitHub's runner sends SIGINT, SIGTERM
 * after 7.5 s, and kills all after 2.5 s more: the second signal is the last chance to exit cleanly.
 */
export function listenForInterrupt(log: (message: string) => void): Interrupt {
	const controller = new AbortController();
	const names = ["SIGINT", "SIGTERM"] as const;
	const stop = () => {
		if (controller.signal.aborted) process.exit(exit.interrupted);
		controller.abort();
		log("interrupted: cleaning up; press again to exit at once");
	};
	for (const name of names) process.on(name, stop);
	return {
		signal: controller.signal,
		[Symbol.dispose]: () => {
			for (const name of names) process.off(name, stop);
		},
	};
}
