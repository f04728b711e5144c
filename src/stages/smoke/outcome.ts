import type { Exit } from "./engine/events.ts";
import type { Log } from "./engine/logs.ts";
import type { Trial } from "./trial.ts";

/** How it went for one member. `unknown`: there is no answer, which says nothing about the service. */
export type Outcome =
	| {
			readonly kind: "tried";
			readonly trial: Trial;
			/** What it lacks to run as it is held; it was tried again without, and is well. */
			readonly needs?: readonly string[];
			readonly exit?: Exit;
			readonly log?: Log;
			/** What it needs ended meanwhile, which explains what is broken: `cache exited with 3: boom`. */
			readonly lost?: string;
	  }
	| { readonly kind: "unknown"; readonly why: string };
