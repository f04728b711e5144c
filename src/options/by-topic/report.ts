import { type Option, stageNames } from "../option.ts";

/** Options of the report. */
export const reportOptions = [
	{
		name: "results",
		kind: "path",
		placeholder: "folder",
		stages: ["report"],
		description:
			"Folder that contains the documents of all jobs, at any depth (the downloaded artifacts of a matrix), for one report on all jobs. Without it, the documents in `out`.",
	},
	{
		name: "history",
		kind: "path",
		placeholder: "file",
		stages: ["report", "run"],
		description:
			"JSON file with sizes, times and health of the last 90 runs, for trends. Each report adds its run. Keep it in a cache, an artifact or a branch. Without it, `history.json` in `out`.",
	},
	{
		name: "completion",
		kind: "flag",
		stages: ["report"],
		description:
			"Also writes `completion.md`: images, specifications, checks, commands, fixes and progress, as a document to keep. Every tick in it is a check that ran.",
	},
	{
		name: "summary",
		kind: "flag",
		default: "true",
		// Each leg of a matrix would write one.
		actionDefault: "$" + "{{ !(strategy.job-total > 1) }}",
		only: "action",
		stages: stageNames.filter((name) => name !== "setup" && name !== "bake"),
		description: "Writes a step summary. Off by default in a matrix, since one report covers all legs.",
	},
] as const satisfies readonly Option[];
