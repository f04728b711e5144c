import { getInput, setSecret } from "@actions/core";
import { linesToMask, textsToMask } from "../../options/build-secrets.ts";
import { optionsOf, type StageName } from "../../options/options.ts";
import type { RawValues } from "../../options/parse-options.ts";
import { passwordsIn } from "./parse-logins.ts";

/** The secret parts of an input's value. */
const secrets: Readonly<Record<string, (value: string) => readonly string[]>> = {
	"github-token": (value) => [value],
	"registry-password": (value) => [value],
	logins: passwordsIn,
	"build-secrets": textsToMask,
	"ssh-keys": linesToMask,
};

const masked = new Set<string>();

/** The secrets among the inputs that were read. */
export const inputSecrets = (): readonly string[] => [...masked];

/** The inputs of an action. GitHub sets inputs that have a default, so a blank one was blanked by the caller. */
export function readActionInputs(stage: StageName): RawValues {
	return Object.fromEntries(
		optionsOf(stage, "action").map(({ name }) => {
			const variable = `INPUT_${name.toUpperCase()}`;
			if (process.env[variable] === undefined) return [name, undefined];
			const value = getInput(name);
			const secretsOf = secrets[name];
			if (value !== "" && secretsOf !== undefined) {
				for (const secret of secretsOf(value)) {
					masked.add(secret);
					setSecret(secret);
				}
				// Child processes inherit the environment and do not need it.
				delete process.env[variable];
			}
			return [name, value];
		}),
	);
}
