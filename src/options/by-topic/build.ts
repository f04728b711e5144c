import { buildingStages, type Option } from "../option.ts";

/** Options about how images are built. */
export const buildOptions = [
	{
		name: "no-cache",
		kind: "flag",
		stages: buildingStages,
		description: "Run every step again, without BuildKit's cache. What the registry has is still not built; see force.",
	},
	{
		name: "builder",
		kind: "string",
		placeholder: "name",
		stages: [...buildingStages, "doctor"],
		description: "The buildx builder to use. Without it, the current one.",
	},
	{
		name: "cache-type",
		kind: "choice",
		choices: ["auto", "gha", "registry", "local", "inline", "none"],
		default: "auto",
		stages: buildingStages,
		description:
			"Where layers are kept between machines (docs/build.md). `auto` is GitHub's cache where there is one and the builder does not outlive the job, else none: the builder keeps its own.",
	},
	{
		name: "cache-folder",
		kind: "path",
		placeholder: "folder",
		stages: buildingStages,
		description: "Folder of the `local` cache. Without it, one in the user's cache.",
	},
	{
		name: "provenance",
		kind: "choice",
		choices: ["off", "min", "max"],
		default: "off",
		stages: buildingStages,
		description:
			"Attest how each image was built, beside it in the registry. `max` also has the values of build args, and is refused where the catalog gives any.",
	},
	{
		name: "sbom",
		kind: "string",
		placeholder: "image",
		default: "off",
		none: "off",
		stages: buildingStages,
		description:
			"Attest what is in each image, found by this generator: an image that follows BuildKit's scanner protocol, or `on` for BuildKit's own (docker.io/docker/buildkit-syft-scanner).",
	},
	{
		name: "build-secrets",
		kind: "string",
		only: "action",
		stages: ["build", "run"],
		description:
			"Values for the catalog's `secrets`: a JSON object such as `toJSON(secrets)`, or one `NAME=value` per line for values of one line. Each value is masked. Only builds can read them.",
	},
	{
		name: "build-secret-names",
		kind: "list",
		default: "*",
		none: "none",
		only: "action",
		stages: ["build", "run"],
		description:
			"The only names that builds may read, from `build-secrets` or from the environment of the step. `*` allows all names, `none` none.",
	},
	{
		name: "ssh-keys",
		kind: "string",
		only: "action",
		stages: ["build", "run"],
		description:
			"Private keys without a passphrase, one below the other. An SSH agent with these keys runs for the rest of the job, for the catalog's `ssh: [default]`.",
	},
	{
		name: "print",
		kind: "flag",
		only: "command",
		stages: ["build"],
		description: "Show the bake definition and build nothing.",
	},
] as const satisfies readonly Option[];
