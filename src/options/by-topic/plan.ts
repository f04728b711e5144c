import { type Option, planningStages } from "../option.ts";

/** Options about what is decided, and of which commit. */
export const planOptions = [
	{
		name: "force",
		kind: "flag",
		short: "f",
		stages: ["plan", "build", "run"],
		description: "Build what is selected even if the registry has it.",
	},
	{
		name: "stale",
		kind: "flag",
		stages: planningStages,
		description:
			"Rebuilds, without a cache, images that are older than their `ttl` in the catalog: for a nightly. Every job of such a run needs it (docs/nightly.md).",
	},
	{
		name: "max-jobs",
		kind: "number",
		placeholder: "n",
		stages: ["plan"],
		description:
			"Pack the matrix into at most this many legs, but one for each platform and kind of runner. Without it, a leg an image, up to GitHub's 256.",
	},
	{
		name: "smoke-jobs",
		kind: "choice",
		choices: ["off", "changed", "dependents", "all"],
		default: "off",
		only: "action",
		stages: ["plan"],
		description:
			"Also work out the jobs for smoke, as `smoke` will be asked: which images have passed before, the registry knows. For the output `smoke-matrix`.",
	},
	{
		name: "smoke-runner",
		kind: "string",
		only: "action",
		stages: ["plan"],
		description: "Where these jobs run, in place of the runner of their platform: a label, or a JSON list of labels.",
	},
	{
		name: "times",
		kind: "path",
		placeholder: "file",
		stages: ["plan"],
		description:
			"Build times to pack by: a `build.json`, or a folder with those of all legs of an earlier run. Without it, the `build.json` in `out` if there is one, else the jobs of the workflow's last good run, else the images' sizes.",
	},
	{
		name: "estimate",
		kind: "flag",
		stages: ["plan", "run"],
		description: "Estimates what the jobs of the matrix would cost on GitHub. Inside GitHub Actions it always does.",
	},
	{
		name: "inputs",
		kind: "flag",
		stages: ["plan"],
		description: "List what each selected image is built from: files, images, URLs, contexts, arguments, secrets.",
	},
	{
		name: "event",
		kind: "event",
		placeholder: "event",
		stages: planningStages,
		description:
			"What to take as the cause of this run, for tags: `push:main`, `tag:v1.2.0`, `pull_request:7`, `merge_group:main`, `schedule:main`, `manual`. Without it, what GitHub's event and the checkout prove, else the local branch. Inside GitHub Actions it changes names and labels only: it permits no floating tag and no version.",
	},
	{
		name: "revision",
		kind: "string",
		placeholder: "commit",
		stages: planningStages,
		description:
			"Commit to label and tag with. Without it, the one that is checked out. Inside GitHub Actions another one changes names and labels only: no floating tag moves and no version is written.",
	},
	{
		name: "date",
		kind: "string",
		placeholder: "date",
		default: "commit",
		stages: planningStages,
		description:
			"Date for tags, labels and BUILD_DATE: `commit`, `now`, or one such as `2025-10-24T15:51:32Z`. Files in layers do not get it. With `now`, hand the plan on to later jobs.",
	},
	{
		name: "registry-timeout",
		kind: "number",
		placeholder: "seconds",
		default: "60",
		stages: planningStages,
		description:
			"Fails the plan when no request to a registry has succeeded for so long. After ten minutes of planning no request is waited for at all.",
	},
] as const satisfies readonly Option[];
