import type { Engine } from "../../adapters/docker/engine.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { WaitReporter } from "../../util/wait-reporter.ts";
import type { StageContext } from "./context.ts";

/** What is found out about the engine that builds, once. */
export interface EngineLookup {
	/** Looks from now on, for who will most likely want to know; what goes wrong is told to who does. */
	prefetch(): void;
	/** What was found, or is found now. */
	engine(): Promise<Engine>;
	/** Nobody wants to know any more: an engine that is slow to answer holds up nothing. */
	[Symbol.dispose](): void;
}

/** What looks is loaded when it is wanted: most stages never do. */
export function openEngineLookup({ builder }: StageOptions, world: StageContext): EngineLookup {
	let looking: Promise<Engine> | undefined;
	const over = new AbortController();
	const until = AbortSignal.any([world.signal, over.signal]);
	const waits = new WaitReporter(world.progress);
	const engine = () => {
		looking ??= import("../../adapters/docker/inspect-engine.ts").then(({ inspectDefaultEngine: lookAtUsualEngine }) =>
			lookAtUsualEngine({ build: true }, { ...world, signal: until, builder }),
		);
		return looking;
	};
	return {
		engine: () => waits.track("docker", "looking at the engine", engine),
		prefetch: () => {
			engine().catch(() => {});
		},
		[Symbol.dispose]: () => over.abort(),
	};
}
