import { catalogStages, type Option, planningStages, selectingStages } from "../option.ts";

/** Options that select services, platforms, registries and folders. */
export const selectionOptions = [
	{
		name: "catalog",
		kind: "path",
		short: "c",
		placeholder: "file",
		default: "lucid.yml",
		stages: [...catalogStages, "init", "doctor"],
		description: "Path of the service catalog.",
	},
	{
		name: "from",
		kind: "list",
		placeholder: "file",
		only: "command",
		stages: ["init"],
		description:
			"Also imports the `docker build` commands of this Markdown file or shell script. They are parsed, not executed.",
	},
	{
		name: "service",
		kind: "list",
		default: "*",
		refuseBlank: true,
		stages: catalogStages,
		description: "Services to process, by name or glob (`session-*`).",
	},
	{
		name: "phase",
		kind: "list",
		stages: catalogStages,
		description: "Processes only services of these phases.",
	},
	{
		name: "changed",
		kind: "string",
		placeholder: "commit",
		stages: selectingStages,
		description:
			"Processes only services whose fingerprint or smoke checks differ from this commit or branch. Ignores changes of base images. Needs the commit in the clone.",
	},
	{
		name: "dependents",
		kind: "flag",
		stages: selectingStages,
		description: "Also processes services that are built from the selected ones or need them at runtime.",
	},
	{
		name: "platform",
		kind: "list",
		placeholder: "os/arch",
		stages: [...planningStages, "verify-host"],
		description: "Processes only these platforms, for example `linux/arm64`. Without it, all platforms of the catalog.",
	},
	{
		name: "registry",
		kind: "string",
		placeholder: "host",
		stages: [...catalogStages, "doctor", "setup"],
		description:
			"Overrides the catalog's registry: `ghcr.io/acme`, `127.0.0.1:5000`. The path is converted to lower case.",
	},
	{
		name: "mirror",
		kind: "pairs",
		placeholder: "host=prefix",
		env: "LUCID_MIRRORS",
		stages: [...planningStages, "verify-host", "setup"],
		description:
			"Mirrors to pull base images and the images of setup from: `docker.io=127.0.0.1:5000/docker.io`. Not used for pushes.",
	},
	{
		name: "registry-token-hosts",
		kind: "list",
		placeholder: "host",
		env: "LUCID_REGISTRY_TOKEN_HOSTS",
		stages: [...catalogStages, "doctor", "setup"],
		description:
			"Token servers that may get a registry's login although they are on another domain: `auth.example.com`. Without it, a login goes only to hosts of the registry's own domain.",
	},
	{
		name: "out",
		kind: "path",
		short: "o",
		placeholder: "folder",
		stages: catalogStages,
		description:
			"Folder for documents, logs and the report. Without it, `$RUNNER_TEMP/lucid` in a workflow, else a folder per catalog in the user's cache.",
	},
	{
		name: "plan",
		kind: "path",
		placeholder: "file",
		default: "new",
		none: "new",
		refuseBlank: true,
		stages: ["build", "verify", "smoke", "sign", "publish", "report", "bake"],
		description:
			"Plan to follow: the path of a `plan.json`, or the output `packed` of `plan` from another job. `new` makes a plan from the current state of the registry.",
	},
] as const satisfies readonly Option[];
