import type { Option, StageName } from "../option.ts";

const verifyingStages: readonly StageName[] = ["plan", "build", "smoke", "publish", "run", "verify-host"];

/** Options for signatures. */
export const signingOptions = [
	{
		name: "require-signed",
		kind: "flag",
		stages: verifyingStages,
		description:
			"Reuses images and smoke results only if a run of this repository signed them. The catalog's `reuse.from` overrides it (docs/plan.md).",
	},
	{
		name: "trusted-root",
		kind: "path",
		placeholder: "file",
		env: "LUCID_TRUSTED_ROOT",
		stages: verifyingStages,
		description:
			"Trusted root of Sigstore, a JSON file: the authorities and logs whose signatures count. Without it, the last refresh in the cache folder, else the copy in this program.",
	},
] as const satisfies readonly Option[];
