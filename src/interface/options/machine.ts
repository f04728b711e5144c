import { catalogReaders, type Option } from "./option.ts";

/** Options about the machine and the terminal. */
export const machine = [
	{
		name: "min-disk",
		kind: "number",
		placeholder: "GB",
		default: "10",
		only: "command",
		stages: ["doctor"],
		description: "Free space that the engine's disk must have.",
	},
	{
		name: "json",
		kind: "flag",
		only: "command",
		stages: [...catalogReaders, "init", "doctor"],
		description: "The document on standard output as JSON; everything else goes to standard error.",
	},
] as const satisfies readonly Option[];
