import type { Option } from "../option.ts";

/** Options about what is shown while a stage works. */
export const progressOptions = [
	{
		name: "progress",
		kind: "choice",
		choices: ["auto", "plain"],
		default: "auto",
		stages: ["build", "verify", "smoke", "publish", "run", "verify-host"],
		description:
			"Progress display. `auto`: one line per service on a terminal; in a log, finished work, and at least every 10 seconds what is running. `plain`: every line of every step, prefixed with the service.",
	},
] as const satisfies readonly Option[];
