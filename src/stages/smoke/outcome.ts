import type { ContainerResult } from "./check-types.ts";
import type { ContainerExit } from "./engine/events.ts";
import type { ContainerLog } from "./engine/logs.ts";

/** How it went for one member. `unknown`: there is no answer, which says nothing about the service. */
export type MemberOutcome =
	| {
			readonly kind: "tried";
			readonly trial: ContainerResult;
			/** What it lacks to run as it is held; it was tried again without, and is well. */
			readonly needs?: readonly string[];
			readonly exit?: ContainerExit;
			readonly log?: ContainerLog;
			/** What it needs ended meanwhile, which explains what is broken: `cache exited with 3: boom`. */
			readonly lost?: string;
	  }
	| { readonly kind: "unknown"; readonly why: string };
