import type { Option } from "../option.ts";

/** Options about what lint asks, and what it makes of the answers. */
export const lintOptions = [
	{
		name: "fail-on",
		kind: "choice",
		choices: ["error", "warning", "note", "never"],
		default: "error",
		stages: ["lint"],
		description: "The mildest finding that makes it fail.",
	},
	{
		name: "index-url",
		kind: "string",
		placeholder: "url",
		env: "PIP_INDEX_URL",
		stages: ["lint", "run"],
		description:
			"Package index to look requirements up in, as pip takes it; a user and password in it are never shown. What the requirements file or the Dockerfile says wins. Without either, PyPI.",
	},
	{
		name: "index-timeout",
		kind: "number",
		placeholder: "seconds",
		default: "10",
		stages: ["lint", "run"],
		description: "Time for all questions to package indexes together. What is not answered by then is not checked.",
	},
	{
		name: "offline",
		kind: "flag",
		stages: ["lint", "run"],
		description:
			"Asks no package index, and in lint no registry. Uses only the answers that earlier runs have kept, however old they are.",
	},
	{
		name: "build-checks",
		kind: "choice",
		choices: ["auto", "on", "off"],
		default: "auto",
		stages: ["lint"],
		description:
			"BuildKit's own checks (`docker buildx build --call=check`) in the same list. `auto` leaves them out where there is no engine, `on` fails there.",
	},
	{
		name: "baseline",
		kind: "path",
		placeholder: "file",
		stages: ["lint"],
		description: "Findings that this file lists are old: they are counted, and fail nothing.",
	},
	{
		name: "update-baseline",
		kind: "flag",
		stages: ["lint"],
		description: "Write what is found now into the baseline file.",
	},
	{
		name: "sarif",
		kind: "path",
		placeholder: "file",
		stages: ["lint"],
		description:
			"Write the findings there too, as SARIF 2.1.0 for code scanning. They always are in `lint.sarif` in `out`.",
	},
	{
		name: "fix",
		kind: "flag",
		only: "command",
		stages: ["lint"],
		description: "Fixes what is safe to fix, and shows it as a diff.",
	},
	{
		name: "dry-run",
		kind: "flag",
		only: "command",
		stages: ["lint", "init"],
		description: "Show what would be written, and write nothing. In lint with `fix`.",
	},
] as const satisfies readonly Option[];
