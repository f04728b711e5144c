import type { Option } from "../option.ts";

/** Options about what earns a tag. */
export const publishOptions = [
	{
		name: "require-smoke",
		kind: "flag",
		default: "true",
		stages: ["publish", "run"],
		description: "Floating tags move only to a digest that passed smoke. Off, they move without.",
		offDescription: "Move floating tags also to digests that have not passed smoke.",
	},
	{
		name: "despite-smoke",
		kind: "flag",
		stages: ["publish"],
		description:
			"Publish one service although smoke failed or did not run. Needs `reason`; report, comment and ledger show who did it, when and why.",
	},
	{
		name: "reason",
		kind: "string",
		placeholder: "text",
		stages: ["publish"],
		description: "Why `despite-smoke` is right: a single line.",
	},
	{
		name: "smoke-results",
		kind: "path",
		placeholder: "file",
		stages: ["publish"],
		description:
			"What smoke said: a `smoke.json`, or a folder with those of all legs. Without it, the one in `out`, and what smoke left in the registry from other jobs.",
	},
	{
		name: "sign",
		kind: "choice",
		choices: ["off", "key", "keyless"],
		default: "off",
		stages: ["publish", "run"],
		description:
			"Sign each index with cosign before floating tags name it, and read the signature back: with a key, or keyless by the job's own identity (`id-token: write`). cosign has to be installed.",
	},
	{
		name: "sign-key",
		kind: "string",
		placeholder: "key",
		env: "COSIGN_KEY",
		stages: ["publish", "run"],
		description:
			"Key for `sign: key`, as cosign takes it: a file, `env://COSIGN_PRIVATE_KEY`, the address of a key service. Its password is read from `COSIGN_PASSWORD`.",
	},
	{
		name: "sign-log",
		kind: "flag",
		default: "true",
		stages: ["publish", "run"],
		description: "Record signatures by key in the public transparency log; keyless ones always are.",
		offDescription: "Keep signatures by key out of the public transparency log.",
	},
	{
		name: "allow-dirty",
		kind: "flag",
		stages: ["publish", "run"],
		description: "Move floating tags even if the working tree holds changes that no commit has.",
	},
	{
		name: "allow-unordered",
		kind: "flag",
		stages: ["publish", "run"],
		description:
			"Move floating tags to this commit although another branch published last, or nothing proves that this commit is newer (a shallow clone without a token).",
	},
] as const satisfies readonly Option[];
