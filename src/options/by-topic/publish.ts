import type { Option } from "../option.ts";

/** Options of publish. */
export const publishOptions = [
	{
		name: "require-smoke",
		kind: "flag",
		default: "true",
		stages: ["publish", "run"],
		description: "Moves floating tags only to digests that passed smoke. If off, to any digest.",
		offDescription: "Moves floating tags also to digests that have not passed smoke.",
	},
	{
		name: "despite-smoke",
		kind: "flag",
		stages: ["publish"],
		description:
			"Publishes one service although smoke failed or did not run. Needs `reason`. Report, comment and ledger show who did it, when and why.",
	},
	{
		name: "reason",
		kind: "string",
		placeholder: "text",
		stages: ["publish"],
		description: "Reason for `despite-smoke`, on a single line.",
	},
	{
		name: "smoke-results",
		kind: "path",
		placeholder: "file",
		stages: ["sign", "publish"],
		description:
			"Results of smoke: a `smoke.json`, or a folder with those of all legs. Without it, the file in `out`, and the results that other jobs wrote to the registry.",
	},
	{
		name: "build-results",
		kind: "path",
		placeholder: "file",
		stages: ["sign"],
		description:
			"Results of build: a `build.json`, or a folder with those of all legs. Without it, the file in `out`. Only these digests are signed.",
	},
	{
		name: "sign",
		kind: "choice",
		choices: ["off", "key", "keyless"],
		default: "off",
		stages: ["publish", "run"],
		description:
			"Signs each index with cosign before floating tags name it, and reads the signature back: with a key, or keyless with the job's identity (`id-token: write`). Needs an installed cosign.",
	},
	{
		name: "sign",
		kind: "choice",
		choices: ["keyless", "key"],
		default: "keyless",
		stages: ["sign"],
		description:
			"Signs with the job's identity (`keyless`, needs `id-token: write`), or with `sign-key` (`key`, needs an installed cosign).",
	},
	{
		name: "sign-key",
		kind: "string",
		placeholder: "key",
		env: "COSIGN_KEY",
		stages: ["sign", "publish", "run"],
		description:
			"Key for `sign: key`, in cosign's syntax: a file, `env://COSIGN_PRIVATE_KEY`, the address of a key service. Its password is read from `COSIGN_PASSWORD`.",
	},
	{
		name: "sign-log",
		kind: "choice",
		choices: ["on", "off", "public"],
		wasFlag: true,
		default: "on",
		stages: ["sign", "publish", "run"],
		description:
			"Public transparency log. `on`: for key signatures, and for keyless signatures of a public repository; `off`: not for key signatures; `public`: also for keyless signatures of a private repository, whose names stay in the log forever. `true` and `false` are `on` and `off`.",
	},
	{
		name: "allow-dirty",
		kind: "flag",
		stages: ["publish", "run"],
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
