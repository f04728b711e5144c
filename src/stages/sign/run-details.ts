import type { WorkflowClaims } from "../../adapters/sigstore/identity-token.ts";
import type { Source } from "../../model/documents/source.ts";
import { repositoryOfSource } from "../../model/service/image-identity.ts";
import type { RunDetails, RunStatement } from "../../model/signing/run-statement.ts";
import { defined } from "../../util/defined.ts";
import type { Env } from "../../util/env.ts";
import { version } from "../../util/version.ts";

/** The source of a run, with ref and event in a workflow. */
export function statementSource(source: Source, env: Env): RunStatement["source"] {
	const isWorkflow = env.GITHUB_ACTIONS === "true";
	const { GITHUB_REF: ref, GITHUB_EVENT_NAME: event } = isWorkflow ? env : {};
	return { ...repositoryOfSource(source), revision: source.revision, ...defined({ ref, event }) };
}

/** Who built: by the claims of the identity token, else by the environment. */
export function runDetails(claims: WorkflowClaims | undefined, env: Env): RunDetails {
	const server = env.GITHUB_SERVER_URL ?? "https://github.com";
	if (env.GITHUB_ACTIONS !== "true")
		return { builder: `https://github.com/lucid/build-action/releases/tag/v${version}` };
	const { GITHUB_REPOSITORY = "", GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT = "1" } = env;
	// octo/shop/.github/workflows/ci.yml@refs/heads/main
	const [file = "", ref = ""] = splitRef(claims?.workflow_ref ?? env.GITHUB_WORKFLOW_REF ?? "");
	return {
		builder: `${server}/${claims?.job_workflow_ref ?? env.GITHUB_WORKFLOW_REF ?? GITHUB_REPOSITORY}`,
		invocation: `${server}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}/attempts/${GITHUB_RUN_ATTEMPT}`,
		workflow: { repository: `${server}/${GITHUB_REPOSITORY}`, ref, path: file.replace(/^[^/]*\/[^/]*\//, "") },
		...(claims && {
			github: defined({
				event_name: claims.event_name,
				repository_id: claims.repository_id,
				repository_owner_id: claims.repository_owner_id,
				runner_environment: claims.runner_environment,
			}),
		}),
	};
}

function splitRef(text: string): readonly [string, string] {
	const at = text.lastIndexOf("@");
	return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
