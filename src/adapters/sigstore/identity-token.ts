import { z } from "zod";
import type { Env } from "../../util/env.ts";
import { UserError } from "../../util/errors.ts";
import { type Infer, parseAs } from "../../util/json.ts";
import { sanitizeLine } from "../../util/sanitize.ts";
import { openHttp } from "../http/http.ts";

const text = z.string().exactOptional();

/**
 * Claims of an identity token. Those of GitHub's are in
 * https://docs.github.com/actions/reference/security/oidc#oidc-token-claims.
 */
const claimsSchema = z.object({
	iss: z.string(),
	sub: z.string(),
	/** `lucid/build-action/.github/workflows/build-signed.yml@refs/tags/v1`. */
	job_workflow_ref: text,
	job_workflow_sha: text,
	/** The caller's workflow, in the same form. */
	workflow_ref: text,
	workflow_sha: text,
	repository: text,
	repository_id: text,
	repository_owner: text,
	repository_owner_id: text,
	/** `public`, `internal` or `private`. */
	repository_visibility: text,
	ref: text,
	sha: text,
	event_name: text,
	run_id: text,
	run_attempt: text,
	/** `github-hosted` or `self-hosted`. */
	runner_environment: text,
});
export type WorkflowClaims = Infer<typeof claimsSchema>;

export interface IdentityToken {
	readonly token: string;
	readonly claims: WorkflowClaims;
}

/** What Fulcio requires as audience. */
const audience = "sigstore";
const answerSchema = z.object({ value: z.string() });

/** A new token of the job; outside of GitHub the one in `SIGSTORE_ID_TOKEN`. Throws UserError `sign/no-token`. */
export async function requestIdentityToken(env: Env, signal = new AbortController().signal): Promise<IdentityToken> {
	const { ACTIONS_ID_TOKEN_REQUEST_URL, ACTIONS_ID_TOKEN_REQUEST_TOKEN, SIGSTORE_ID_TOKEN } = env;
	const address = URL.parse(ACTIONS_ID_TOKEN_REQUEST_URL ?? "");
	if (address === null || !ACTIONS_ID_TOKEN_REQUEST_TOKEN) {
		if (SIGSTORE_ID_TOKEN) return readToken(SIGSTORE_ID_TOKEN);
		throw noToken("the job has no permission to request one");
	}
	address.searchParams.set("audience", audience);
	const deadline = performance.now() + 30_000;
	const answer = await openHttp(env)({
		method: "GET",
		url: address,
		headers: { accept: "application/json", authorization: `Bearer ${ACTIONS_ID_TOKEN_REQUEST_TOKEN}` },
		signal,
		idleMs: 15_000,
		remainingMs: () => deadline - performance.now(),
		maxBytes: 1 << 20,
	}).catch((cause: unknown) => {
		signal.throwIfAborted();
		throw noToken(`${address.host}: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
	});
	const token = parseAs(answerSchema, new TextDecoder().decode(answer.body))?.value;
	if (answer.status !== 200 || token === undefined) throw noToken(`${address.host} answered ${answer.status}`);
	return readToken(token);
}

/** The claims are not verified here: Fulcio does that before it issues a certificate. */
function readToken(token: string): IdentityToken {
	const claims = parseAs(claimsSchema, Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
	if (claims === undefined) throw noToken("it is not a JSON Web Token with the claims `iss` and `sub`");
	return { token, claims };
}

function noToken(why: string, cause?: unknown): UserError {
	const fix = "give the job `permissions: id-token: write`, and the caller's job, too, or sign with a key";
	return new UserError(
		{ code: "sign/no-token", message: "there is no identity token to sign with", why: sanitizeLine(why), fix },
		{ cause },
	);
}
