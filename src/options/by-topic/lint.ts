import type { Option } from "../option.ts";

/** Options of lint. */
export const lintOptions = [
	{
		name: "fail-on",
		kind: "choice",
		choices: ["error", "warning", "note", "never"],
		default: "error",
		stages: ["lint"],
		description: "Lowest severity that fails the stage.",
	},
	{
		name: "index-url",
		kind: "string",
		placeholder: "url",
		env: "PIP_INDEX_URL",
		stages: ["lint", "run"],
		description:
			"Package index for requirements, in pip's syntax. Credentials in it are never shown. Requirements files and Dockerfiles override it. Without any of them, PyPI.",
	},
	{
		name: "index-timeout",
		kind: "number",
		placeholder: "seconds",
		default: "10",
		stages: ["lint", "run"],
		description: "Total time for all package index requests. Packages without a response in this time are not checked.",
	},
	{
		name: "offline",
		kind: "flag",
		stages: ["lint", "run"],
		description:
			"Sends no request to a package index, and in lint none to a registry. Uses cached responses of earlier runs, regardless of age.",
	},
	{
		name: "build-checks",
		kind: "choice",
		choices: ["auto", "on", "off"],
		default: "auto",
		stages: ["lint"],
		description:
			"Includes BuildKit's own checks (`docker buildx build --call=check`). Without an engine, `auto` skips them and `on` fails.",
	},
	{
		name: "baseline",
		kind: "path",
		placeholder: "file",
		stages: ["lint"],
		description: "File with known findings. They are counted, but do not fail the stage.",
	},
	{
		name: "update-baseline",
		kind: "flag",
		stages: ["lint"],
		description: "Writes the current findings to the baseline file.",
	},
	{
		name: "sarif",
		kind: "path",
		placeholder: "file",
		stages: ["lint"],
		description:
			"Also writes the findings to this file, as SARIF 2.1.0 for code scanning. `lint.sarif` in `out` is always written.",
	},
	{
		name: "fix",
		kind: "flag",
		only: "command",
		stages: ["lint"],
		description: "Applies the safe fixes and shows them as a diff.",
	},
	{
		name: "dry-run",
		kind: "flag",
		only: "command",
		stages: ["lint", "init"],
		description: "Shows the changes without writing them. In lint, use it with `fix`.",
	},
] as const satisfies readonly Option[];
