import type { Engine } from "../../adapters/docker/engine.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { prefetch } from "../../util/prefetch.ts";
import { WaitReporter } from "../../util/wait-reporter.ts";
import type { StageContext } from "./context.ts";

/** Inspects the engine that builds, at most once. */
export interface EngineLookup {
	/** Starts now, see {@link prefetch}. */
	prefetch(): void;
	/** The result. */
	engine(): Promise<Engine>;
	/** Ends a lookup that is not needed any more. */
	[Symbol.dispose](): void;
}

/** The code that inspects is loaded when it is needed: most stages never do. */
export function openEngineLookup({ builder }: StageOptions, context: StageContext): EngineLookup {
	let inspection: Promise<Engine> | undefined;
	const over = new AbortController();
	const until = AbortSignal.any([context.signal, over.signal]);
	const waits = new WaitReporter(context.progress);
	const engine = () => {
		inspection ??= import("../../adapters/docker/inspect-engine.ts").then(({ inspectDefaultEngine }) =>
			inspectDefaultEngine({ build: true }, { ...context, signal: until, builder }),
		);
		return inspection;
	};
	return {
		engine: () => waits.track("docker", "inspecting the engine", engine),
		prefetch: () => {
			void prefetch(engine);
		},
		[Symbol.dispose]: () => over.abort(),
	};
}
