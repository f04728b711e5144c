import { parseBuildSecrets } from "../../options/build-secrets.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import type { StageContext } from "../../stages/shared/context.ts";
import { type Problem, UserError } from "../../util/errors.ts";
import { parseSshKeys, startSshAgent } from "./ssh-agent.ts";

/** Prepares secrets and an SSH agent for builds. Throws a UserError with all problems before the agent starts. */
export async function prepareBuildSecrets(options: StageOptions): Promise<Pick<StageContext, "secrets">> {
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
	const secrets = collect(() => parseBuildSecrets(buildSecrets, buildSecretNames));
	const keys = collect(() => (sshKeys === undefined ? [] : parseSshKeys(sshKeys)));
	if (problems.length > 0) throw new UserError(problems);
	if (keys !== undefined && keys.length > 0) await startSshAgent(keys);
	return secrets === undefined ? {} : { secrets };
}
