import { catalogStages, type Option } from "../option.ts";

/** Options about the machine and the terminal. */
export const machineOptions = [
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
			"Ends the stage after this time, as failed: `58m`. Its results so far are kept and written. In a workflow, set it two minutes below the step's `timeout-minutes`: then a build that hangs is a failure with a reason, and holds up no other service.",
	},
	{
		name: "json",
		kind: "flag",
		only: "command",
		stages: [...catalogStages, "init", "doctor"],
		description: "The document on standard output as JSON; everything else goes to standard error.",
	},
] as const satisfies readonly Option[];
