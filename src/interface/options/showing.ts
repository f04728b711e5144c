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
			"What is shown while it works. `auto`: on a terminal a line for each service; in a log what has ended, and at least every 10 seconds what runs. `plain`: each line of each step as it comes, the service in front.",
	},
] as const satisfies readonly Option[];
