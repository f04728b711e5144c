import { catalogStages, type Option, planningStages, selectingStages } from "../option.ts";

/** Options about what a run is about, and where it looks. */
export const selectionOptions = [
	{
		name: "catalog",
		kind: "path",
		short: "c",
		placeholder: "file",
		default: "lucid.yml",
		stages: [...catalogStages, "init", "doctor"],
		description: "The service catalog.",
	},
	{
		name: "from",
		kind: "list",
		placeholder: "file",
		only: "command",
		stages: ["init"],
		description:
			"Import the `docker build` commands of this Markdown file or shell script, too. They are read, not run.",
	},
	{
		name: "service",
		kind: "list",
		default: "*",
		refuseBlank: true,
		stages: catalogStages,
		description: "Services to work on, by name or glob (`session-*`).",
	},
	{
		name: "phase",
		kind: "list",
		stages: catalogStages,
		description: "Only services of these phases.",
	},
	{
		name: "changed",
		kind: "string",
		placeholder: "commit",
		stages: selectingStages,
		description:
			"Of these, only services that are built from something else than at this commit or branch, by the same components that make the fingerprint, or are put to other checks by smoke. Base images that moved are not looked at. Needs the commit in the clone.",
	},
	{
		name: "dependents",
		kind: "flag",
		stages: selectingStages,
		description: "Also all services that are built from those that are selected, or need them to run.",
	},
	{
		name: "platform",
		kind: "list",
		placeholder: "os/arch",
		stages: [...planningStages, "verify-host"],
		description: "Only these platforms, for example `linux/arm64`. Without it, all that the catalog names.",
	},
	{
		name: "registry",
		kind: "string",
		placeholder: "host",
		stages: [...catalogStages, "doctor", "setup"],
		description:
			"Overrides the catalog's registry: `ghcr.io/acme`, `127.0.0.1:5000`. Its path is turned into lower case.",
	},
	{
		name: "mirror",
		kind: "pairs",
		placeholder: "host=prefix",
		env: "LUCID_MIRRORS",
		stages: [...planningStages, "verify-host", "setup"],
		description:
			"Where base images of a registry, and what setup needs, are pulled from instead: `docker.io=127.0.0.1:5000/docker.io`. Never used for what is pushed.",
	},
	{
		name: "out",
		kind: "path",
		short: "o",
		placeholder: "folder",
		stages: catalogStages,
		description:
			"Folder for documents, logs and the report. Without it, a folder of this catalog's own in the user's cache; in a workflow `$RUNNER_TEMP/lucid`.",
	},
	{
		name: "plan",
		kind: "path",
		placeholder: "file",
		default: "new",
		none: "new",
		refuseBlank: true,
		stages: ["build", "verify", "smoke", "publish", "report", "bake"],
		description:
			"Follow this plan: a `plan.json` that `plan` wrote, or in another job its output `packed`. `new` makes one from what the registry holds now.",
	},
] as const satisfies readonly Option[];
