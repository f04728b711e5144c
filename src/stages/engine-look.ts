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
}

export function engineLook({ builder }: StageOptions, { docker, signal }: World): EngineLook {
	let looking: Promise<Engine> | undefined;
	const engine = () => {
		looking ??= inspectEngine(docker, { signal, ...(builder !== undefined && { builder }) });
		return looking;
	};
	return {
		engine,
		watching: (registry) => ({
			...registry,
			async manifest(ref) {
				const found = await registry.manifest(ref);
				// What goes wrong is told to who asks for it.
				if (found === undefined && /:content-[^/]+$/.test(ref)) engine().catch(() => {});
				return found;
			},
		}),
	};
}
