import { readHandedSecrets } from "../build/handed-secrets.ts";
import { type Problem, UserError } from "../errors.ts";
import type { StageOptions } from "../interface/values.ts";
import type { World } from "../stages/world.ts";
import { readKeys, startAgent } from "./agent.ts";

/** Prepares what builds get from the workflow: secrets, and an SSH agent for the rest of the job. Throws a UserError with all problems before the agent starts. */
export async function readyForBuilds(options: StageOptions): Promise<Pick<World, "secrets">> {
	const problems: Problem[] = [];
	const collect = <T>(read: () => T): T | undefined => {
		try {
			return read();
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			problems.push(...error.problems);
			return undefined;
		}
	};
	const { buildSecrets, buildSecretNames, sshKeys } = options;
	const secrets = collect(() => readHandedSecrets(buildSecrets, buildSecretNames));
	const keys = collect(() => (sshKeys === undefined ? [] : readKeys(sshKeys)));
	if (problems.length > 0) throw new UserError(problems);
	if (keys !== undefined && keys.length > 0) await startAgent(keys);
	return secrets === undefined ? {} : { secrets };
}
