import { type Option, planningStages } from "../option.ts";

/** Options of the plan, and of the commit that it is made for. */
export const planOptions = [
	{
		name: "force",
		kind: "flag",
		short: "f",
		stages: ["plan", "build", "run"],
		description: "Builds the selected images even if the registry has them.",
	},
	{
		name: "stale",
		kind: "flag",
		stages: planningStages,
		description:
			"Rebuilds, without a cache, images older than their `ttl` in the catalog. For nightly runs; set it in every job of the run (docs/nightly.md).",
	},
	{
		name: "max-jobs",
		kind: "number",
		placeholder: "n",
		stages: ["plan"],
		description:
			"Packs the matrix into at most this many legs, with at least one per platform and kind of runner. Without it, one leg per image, up to GitHub's limit of 256.",
	},
	{
		name: "smoke-jobs",
		kind: "choice",
		choices: ["off", "changed", "dependents", "all"],
		default: "off",
		only: "action",
		stages: ["plan"],
		description:
			"Also computes the jobs for smoke, for the output `smoke-matrix`. Set it to the value of `smoke` in those jobs.",
	},
	{
		name: "smoke-runner",
		kind: "string",
		only: "action",
		stages: ["plan"],
		description: "Runner of the smoke jobs: a label, or a JSON list of labels. Overrides the runner of the platform.",
	},
	{
		name: "times",
		kind: "path",
		placeholder: "file",
		stages: ["plan"],
		description:
			"Build times for packing the matrix: a `build.json`, or a folder with those of all legs of an earlier run. Without it, the `build.json` in `out`, else the jobs of the workflow's last successful run, else the image sizes.",
	},
	{
		name: "estimate",
		kind: "flag",
		stages: ["plan", "run"],
		description: "Estimates the cost of the matrix jobs on GitHub. Always on inside GitHub Actions.",
	},
	{
		name: "inputs",
		kind: "flag",
		stages: ["plan"],
		description: "Lists the inputs of each selected image: files, images, URLs, contexts, arguments, secrets.",
	},
	{
		name: "event",
		kind: "event",
		placeholder: "event",
		stages: planningStages,
		description:
			"Event that decides the tags: `push:main`, `tag:v1.2.0`, `pull_request:7`, `merge_group:main`, `schedule:main`, `manual`. Without it, GitHub's event and the checkout, else the local branch. Inside GitHub Actions it changes names and labels only: no floating tag moves and no version is written.",
	},
	{
		name: "revision",
		kind: "string",
		placeholder: "commit",
		stages: planningStages,
		description:
			"Commit for labels and tags. Without it, the checked-out commit. Inside GitHub Actions another commit changes names and labels only: no floating tag moves and no version is written.",
	},
	{
		name: "date",
		kind: "string",
		placeholder: "date",
		default: "commit",
		stages: planningStages,
		description:
			"Date for tags, labels and `BUILD_DATE`: `commit`, `now`, or a date such as `2025-10-24T15:51:32Z`. It does not apply to files in layers. With `now`, pass the plan to later jobs.",
	},
	{
		name: "registry-timeout",
		kind: "number",
		placeholder: "seconds",
		default: "60",
		stages: planningStages,
		description:
			"Fails the plan if no request to a registry has succeeded for this time. After ten minutes the plan waits for no request.",
	},
] as const satisfies readonly Option[];
