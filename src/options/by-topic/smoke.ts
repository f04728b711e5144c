import type { Option } from "../option.ts";

/** Options about what is started, and where. */
export const smokeOptions = [
	{
		name: "smoke",
		kind: "choice",
		choices: ["changed", "dependents", "all", "off"],
		default: "changed",
		stages: ["smoke", "run"],
		description:
			"Which services are started and probed: those whose bytes have not passed before under the same checks, these and what needs them to run, all that are selected, or none.",
	},
	{
		name: "docker-host",
		kind: "string",
		placeholder: "address",
		stages: ["smoke", "run", "verify-host"],
		description:
			"Engine to start the services on: `ssh://pi@raspberrypi`, `tcp://10.0.0.7:2376`. Without it, the one that Docker itself would take. Builds stay where they are.",
	},
	{
		name: "docker-context",
		kind: "string",
		placeholder: "name",
		stages: ["smoke", "run", "verify-host"],
		description: "The same by the name of a Docker context.",
	},
	{
		name: "max-parallel",
		kind: "number",
		placeholder: "n",
		stages: ["build", "smoke", "run", "verify-host"],
		description:
			"At most this many images are built, and services started, at once. Without it, BuildKit decides on the builds, and four services for each CPU are started, two where they are emulated; never more than fit into the engine's memory.",
	},
] as const satisfies readonly Option[];
