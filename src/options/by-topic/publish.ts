import type { Option } from "../option.ts";

/** Options of publish. */
export const publishOptions = [
	{
		name: "require-smoke",
		kind: "flag",
		default: "true",
		stages: ["sign", "publish", "run"],
		description: "Moves floating tags only to digests that passed smoke. If off, to any digest.",
		offDescription: "Moves floating tags also to digests that have not passed smoke.",
	},
	{
		name: "despite-smoke",
		kind: "flag",
		stages: ["sign", "publish"],
		description:
			"Publishes one service although smoke failed or did not run. Needs `reason`. Report, comment and ledger show who did it, when and why.",
	},
	{
		name: "reason",
		kind: "string",
		placeholder: "text",
		stages: ["sign", "publish"],
		description: "Reason for `despite-smoke`, on a single line.",
	},
	{
		name: "smoke-results",
		kind: "path",
		placeholder: "file",
		stages: ["sign", "publish"],
		description:
			"Results of smoke: a `smoke.json`, or a folder with those of all legs. Without it, the file in `out`; `publish` also reads the results that other jobs wrote to the registry.",
	},
	{
		name: "allow-dirty",
		kind: "flag",
		stages: ["sign", "publish", "run"],
		description: "Moves floating tags even if the working tree has uncommitted changes.",
	},
	{
		name: "allow-unordered",
		kind: "flag",
		stages: ["publish", "run"],
		description:
			"Moves floating tags to this commit even if another branch published last, or if it is not proven that this commit is newer (a shallow clone without a token).",
	},
] as const satisfies readonly Option[];
