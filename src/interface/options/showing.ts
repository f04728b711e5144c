import type { Option } from "./option.ts";

/** Options about what is shown while a stage works. */
export const showing = [
	{
		name: "progress",
		kind: "choice",
		choices: ["auto", "plain"],
		default: "auto",
		stages: ["build", "verify", "smoke", "publish", "run", "verify-host"],
		description:
			"What is shown while it works. `auto`: on a terminal a line for each service, rewritten in place; in a log a line when something has ended, and what runs at least every 10 seconds. `plain`: each step and each line that it writes, as it comes, with the service's name in front.",
	},
] as const satisfies readonly Option[];
