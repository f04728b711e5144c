import { getInput, setSecret } from "@actions/core";
import { optionsOf, type StageName } from "../interface/options.ts";
import type { RawValues } from "../interface/values.ts";

const secrets: ReadonlySet<string> = new Set(["github-token", "registry-password"]);

/** The inputs of an action, by the options table. GitHub sets every input that has a default, so a blank one was blanked by somebody. */
export function readInputs(stage: StageName): RawValues {
	return Object.fromEntries(
		optionsOf(stage, "action").map(({ name }) => {
			if (process.env[`INPUT_${name.toUpperCase()}`] === undefined) return [name, undefined];
			const value = getInput(name);
			if (value !== "" && secrets.has(name)) setSecret(value);
			return [name, value];
		}),
	);
}
