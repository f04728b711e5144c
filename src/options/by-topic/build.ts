import { buildingStages, type Option } from "../option.ts";

/** Options of builds. */
export const buildOptions = [
	{
		name: "no-cache",
		kind: "flag",
		stages: buildingStages,
		description:
			"Runs every build step again, without BuildKit's cache. Images that the registry has are not rebuilt; see `force`.",
	},
	{
		name: "builder",
		kind: "string",
		placeholder: "name",
		stages: [...buildingStages, "doctor"],
		description: "Name of the buildx builder. Without it, the current one.",
	},
	{
		name: "cache-type",
		kind: "choice",
		choices: ["auto", "gha", "registry", "local", "inline", "none"],
		default: "auto",
		stages: buildingStages,
		description:
			"Layer cache that machines share (docs/build.md). `auto` is GitHub's cache if it is available and the builder does not outlive the job, else only the builder's own cache.",
	},
	{
		name: "cache-folder",
		kind: "path",
		placeholder: "folder",
		stages: buildingStages,
		description: "Folder of the `local` cache. Without it, a folder in the user's cache.",
	},
	{
		name: "provenance",
		kind: "choice",
		choices: ["off", "min", "max"],
		default: "off",
		stages: buildingStages,
		description:
			"Attaches a provenance attestation to each image. `max` includes the values of build args, and is an error if the catalog sets any.",
	},
	{
		name: "sbom",
		kind: "string",
		placeholder: "image",
		default: "off",
		none: "off",
		stages: buildingStages,
		description:
			"Attaches an SBOM from this generator, an image that follows BuildKit's scanner protocol. `on` is BuildKit's own (docker.io/docker/buildkit-syft-scanner).",
	},
	{
		name: "build-secrets",
		kind: "string",
		only: "action",
		stages: ["build", "run"],
		description:
			"Values for the catalog's `secrets`: a JSON object such as `toJSON(secrets)`, or single-line values as one `NAME=value` per line. Values are masked, and only builds can read them.",
	},
	{
		name: "build-secret-names",
		kind: "list",
		placeholder: "name",
		stages: ["build", "run"],
		description:
			"Names that builds may read from `build-secrets` and from the environment: all others are refused. `*` allows all names, `none` allows none. Without it, builds read nothing on GitHub Actions, and the whole environment elsewhere.",
	},
	{
		name: "ssh-keys",
		kind: "string",
		only: "action",
		stages: ["build", "run"],
		description:
			"Private keys without a passphrase, one after the other. An SSH agent with these keys runs for the rest of the job, for the catalog's `ssh: [default]`.",
	},
	{
		name: "print",
		kind: "flag",
		only: "command",
		stages: ["build"],
		description: "Prints the bake definition and builds nothing.",
	},
] as const satisfies readonly Option[];
