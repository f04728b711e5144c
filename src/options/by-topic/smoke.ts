import type { Option } from "../option.ts";

/** Options of smoke. */
export const smokeOptions = [
	{
		name: "smoke",
		kind: "choice",
		choices: ["changed", "dependents", "all", "off"],
		default: "changed",
		stages: ["smoke", "run"],
		description:
			"Services to start and probe. `changed`: those whose image has not passed the same checks before; `dependents`: also the services that need them at runtime; `all`: all selected services; `off`: none.",
	},
	{
		name: "docker-host",
		kind: "string",
		placeholder: "address",
		stages: ["smoke", "run", "verify-host"],
		description:
			"Engine to start the services on: `ssh://pi@raspberrypi`, `tcp://10.0.0.7:2376`. Without it, Docker's own choice. Builds are not affected.",
	},
	{
		name: "docker-context",
		kind: "string",
		placeholder: "name",
		stages: ["smoke", "run", "verify-host"],
		description: "Docker context of the engine to start the services on, as an alternative to `docker-host`.",
	},
	{
		name: "max-parallel",
		kind: "number",
		placeholder: "n",
		stages: ["build", "smoke", "run", "verify-host"],
		description:
			"Maximum number of images to build, and of services to start, at the same time. Without it, BuildKit limits builds, and smoke starts four services per CPU (two if emulated), within the engine's memory.",
	},
] as const satisfies readonly Option[];
