import { catalogStages, type Option } from "../option.ts";

/** Options for the machine, the time limit and the output. */
export const machineOptions = [
	{
		name: "progress",
		kind: "choice",
		choices: ["auto", "plain"],
		default: "auto",
		stages: ["build", "verify", "smoke", "sign", "publish", "run", "verify-host"],
		description:
			"Progress display. `auto`: one line per service on a terminal; in a log, finished work, and at least every 10 seconds what is running. `plain`: every line of every step, prefixed with the service.",
	},
	{
		name: "min-disk",
		kind: "number",
		placeholder: "GB",
		default: "10",
		only: "command",
		stages: ["doctor"],
		description: "Free space that the engine's disk must have.",
	},
	{
		name: "timeout",
		kind: "duration",
		placeholder: "time",
		stages: [...catalogStages],
		description:
			"Ends the stage as failed after this time, for example `58m`. Results so far are written. In a workflow, set it two minutes below the step's `timeout-minutes`: then a build that hangs fails with a reason and does not delay other services.",
	},
	{
		name: "json",
		kind: "flag",
		only: "command",
		stages: [...catalogStages, "init", "doctor"],
		description: "Prints the document as JSON to standard output. Everything else goes to standard error.",
	},
] as const satisfies readonly Option[];
