import type { Env } from "../../util/env.ts";

/**
 * Variables that no build may read, by their owner. They are compared without case, as GitHub does with secrets. The
 * runner's: https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
const reserved: readonly (readonly [owner: string, form: RegExp])[] = [
	["GitHub's runner", /^(?:ACTIONS|RUNNER)_/i],
	[
		"GitHub's runner",
		/^GITHUB_(?:ACTIONS?|ACTION_(?:PATH|REF|REPOSITORY)|ENV|EVENT_(?:NAME|PATH)|OUTPUT|PATH|STATE|STEP_SUMMARY|WORKSPACE)$/i,
	],
	["an action's inputs", /^INPUT_/i],
	["an identity provider", /(?:^|_)ID_TOKEN(?:_|$)/i],
	["cosign", /^COSIGN_/i],
	["a login", /^(?:DOCKER_AUTH_CONFIG|DOCKER_CONFIG|REGISTRY_AUTH_FILE|CI_REGISTRY_PASSWORD|CI_DEPLOY_PASSWORD)$/i],
	["Lucid", /^LUCID_(?:BUILD_SECRET_.*|CACHE|DEBUG|EMULATED|MIRRORS)$/i],
];

/** Whose variable it is, if no build may read it: `GitHub's runner`. */
export function variableOwner(name: string): string | undefined {
	return reserved.find(([, form]) => form.test(name))?.[0];
}

/** The job's token. A build reads it only if the caller gives its value. */
export function isJobToken(name: string): boolean {
	return /^GITHUB_TOKEN$/i.test(name);
}

/** Variables whose values are credentials of the job. */
const credentials = [
	...["GITHUB_TOKEN", "GH_TOKEN", "ACTIONS_RUNTIME_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "SIGSTORE_ID_TOKEN"],
	...["COSIGN_PASSWORD", "COSIGN_PRIVATE_KEY", "COSIGN_PKCS11_PIN", "DOCKER_AUTH_CONFIG"],
	...["CI_JOB_TOKEN", "CI_REGISTRY_PASSWORD", "CI_DEPLOY_PASSWORD"],
];

/** Credentials in an environment that no output may show. */
export function credentialValues(env: Env): readonly string[] {
	return credentials.flatMap((name) => env[name] || []);
}
