import type { Option, StageName } from "../option.ts";

const verifyingStages: readonly StageName[] = ["plan", "build", "smoke", "publish", "run"];

/** Options for signatures. */
export const signingOptions = [
	{
		name: "build-results",
		kind: "path",
		placeholder: "file",
		stages: ["build", "smoke", "sign", "publish"],
		description:
			"Results of build of this run's other jobs: a `build.json`, or a folder with those of all legs. Then only these digests count as built by this run, not what the registry has now. Without it, `sign` uses the file in `out`, and the others the registry.",
	},
	{
		name: "sign",
		kind: "choice",
		choices: ["off", "key", "keyless"],
		default: "off",
		stages: ["run"],
		description:
			"Signs what the run built and smoked before floating tags name it (docs/signing.md): with the job's identity (`keyless`, needs `id-token: write`), or with `sign-key` (`key`, needs an installed cosign).",
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
		stages: ["sign", "run"],
		description:
			"Key for `sign: key`, in cosign's syntax: a file, `env://COSIGN_PRIVATE_KEY`, the address of a key service. Its password is read from `COSIGN_PASSWORD`.",
	},
	{
		name: "sign-log",
		kind: "choice",
		choices: ["on", "off", "public"],
		wasFlag: true,
		default: "on",
		stages: ["sign", "run"],
		description:
			"Public transparency log. `on` (or `true`): for key signatures, and for keyless ones of a public repository. `off` (or `false`): not for key signatures. `public`: also for keyless signatures of a private repository, whose names stay there forever.",
	},
	{
		name: "require-signed",
		kind: "flag",
		stages: verifyingStages,
		description:
			"Reuses images and smoke results only if a run of this repository signed them. The catalog's `reuse.from` overrides it (docs/signing.md).",
	},
	{
		name: "require-signed",
		kind: "flag",
		stages: ["verify-host"],
		description:
			"Starts an image only if a run of this repository signed its index; others are `unsigned` (docs/signing.md). Always on if the catalog has `reuse.from` other than `any`.",
	},
	{
		name: "trusted-root",
		kind: "path",
		placeholder: "file",
		env: "LUCID_TRUSTED_ROOT",
		stages: [...verifyingStages, "verify-host", "sign"],
		description:
			"Trusted root of Sigstore, a JSON file: the authorities and logs whose signatures count. Without it, the last refresh in the cache folder, else the copy in this program.",
	},
] as const satisfies readonly Option[];
