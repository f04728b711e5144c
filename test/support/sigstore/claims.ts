/** What the identity token of a job states. A test replaces single ones; `undefined` leaves one out. */
export type Claims = Readonly<Record<string, string | undefined>>;

export const workflow = "lucid/build-action/.github/workflows/build-signed.yml";
const commit = "5".repeat(40);

/** The sign job of our reusable workflow at `v1`, called by a push to main of `octo/shop`. */
export const defaultClaims = {
	iss: "https://token.actions.githubusercontent.com",
	aud: "sigstore",
	sub: "repo:octo/shop:ref:refs/heads/main",
	job_workflow_ref: `${workflow}@refs/tags/v1`,
	job_workflow_sha: "7".repeat(40),
	workflow: "images",
	workflow_ref: "octo/shop/.github/workflows/images.yml@refs/heads/main",
	workflow_sha: commit,
	repository: "octo/shop",
	repository_id: "1296269",
	repository_owner: "octo",
	repository_owner_id: "583231",
	repository_visibility: "public",
	ref: "refs/heads/main",
	sha: commit,
	event_name: "push",
	run_id: "42",
	run_attempt: "1",
	runner_environment: "github-hosted",
} as const satisfies Claims;

/** A JSON Web Token with these claims, whose signature no one checks here. */
export function tokenOf(claims: Claims): string {
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
	// Fulcio names the certificate after the workflow; the mock names it after one claim.
	const all = { ...defaultClaims, ...claims };
	const san = `https://github.com/${all.job_workflow_ref}`;
	return `${part({ alg: "RS256", typ: "JWT" })}.${part({ ...all, san })}.c2lnbmF0dXJl`;
}
