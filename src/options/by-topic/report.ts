import { type Option, stageNames } from "../option.ts";

/** Options about what is told of a run, and where. */
export const reportOptions = [
	{
		name: "results",
		kind: "path",
		placeholder: "folder",
		stages: ["report"],
		description:
			"Folder that holds the documents of all jobs somewhere below it (the artifacts of a matrix, downloaded): the report is about all of them together. Without it, about what `out` holds.",
	},
	{
		name: "history",
		kind: "path",
		placeholder: "file",
		stages: ["report", "run"],
		description:
			"JSON file that keeps sizes, times and health of the last 90 runs, for trends; each report adds its run. Keep it in a cache, an artifact or a branch. Without it, `history.json` in `out`.",
	},
	{
		name: "completion",
		kind: "flag",
		stages: ["report"],
		description:
			"Also write `completion.md`: images, specifications, checks, commands, fixes and the progress of the plan, as a document to keep. Every tick in it is a check that ran.",
	},
	{
		name: "summary",
		kind: "flag",
		default: "true",
		// A leg of a matrix has many neighbours.
		actionDefault: "$" + "{{ !(strategy.job-total > 1) }}",
		only: "action",
		stages: stageNames.filter((name) => name !== "setup" && name !== "bake"),
		description:
			"Write a summary of the step. In a matrix each leg would write one: off there by default, since one report tells of all.",
	},
] as const satisfies readonly Option[];
