import { type Engine, inspectEngine } from "../docker/engine.ts";
import type { StageOptions } from "../interface/values.ts";
import type { Registry } from "../registry/registry.ts";
import type { World } from "./world.ts";

/** What is found out about the engine, once. */
export interface EngineLook {
	/** The same registry. When it does not have an image that a plan looks for, there is something to build, and the engine is looked at while the plan is still made. */
	watching(registry: Registry): Registry;
	/** What was found, or is found now. */
	engine(): Promise<Engine>;
	/** Looks from now on, for who will most likely want to know; what goes wrong is told to who does. */
	begin(): void;
	/** Nobody wants to know any more: an engine that is slow to answer holds up nothing. */
	[Symbol.dispose](): void;
}

export function engineLook({ builder }: StageOptions, { docker, signal }: World): EngineLook {
	let looking: Promise<Engine> | undefined;
	const over = new AbortController();
	const until = AbortSignal.any([signal, over.signal]);
	const engine = () => {
		looking ??= inspectEngine(docker, { signal: until, ...(builder !== undefined && { builder }) });
		return looking;
	};
	const begin = () => {
		engine().catch(() => {});
	};
	return {
		engine,
		begin,
		[Symbol.dispose]: () => over.abort(),
		watching: (registry) => ({
			...registry,
			async manifest(ref) {
				const found = await registry.manifest(ref);
				if (found === undefined && /:content-[^/]+$/.test(ref)) begin();
				return found;
			},
		}),
	};
}
