import { refusalAdvice } from "../../model/oci/registry-refusals.ts";
import { defined } from "../../util/defined.ts";
import { type Problem, UserError } from "../../util/errors.ts";
import { parseJson, readObject, readString } from "../../util/json.ts";
import { Backoff, retryPolicies } from "../../util/retry.ts";
import { sanitizeLine } from "../../util/sanitize.ts";
import type { FailedProxy } from "../http/http.ts";

/** A call, for messages: `GET manifests/latest of pickme/lucid-redis` at `127.0.0.1:5000`. */
export interface CallName {
	readonly host: string;
	readonly repository?: string;
	readonly call: string;
}

/** A failed call. With a response it has `status` and `registryCode` (`MANIFEST_UNKNOWN`, ...). */
export class RegistryError extends UserError {
	readonly code: string;
	readonly status: number | undefined;
	readonly registryCode: string | undefined;

	constructor(problem: Problem, response: Partial<ErrorResponse> = {}, options?: ErrorOptions) {
		super(problem, options);
		this.code = problem.code;
		this.status = response.status;
		this.registryCode = response.registryCode;
	}
}

/** No response: refused, unknown host, timeout, reset. `proxy` is the one that failed. */
export function unreachable(
	{ host, call }: CallName,
	cause: unknown,
	{ tries, proxy }: { readonly tries: number; readonly proxy?: FailedProxy | undefined },
): RegistryError {
	const code = (cause as { code?: unknown })?.code;
	const message = cause instanceof Error && cause.message !== "" ? cause.message : String(code ?? cause);
	const via = proxy === undefined ? "" : ` (proxy ${proxy.address} from ${proxy.variable})`;
	return new RegistryError(
		{
			code: "registry/unreachable",
			message: `cannot reach the registry ${host}: ${call}`,
			why: `${message}${via}${tries > 1 ? ` (${tries} tries)` : ""}`,
			fix: proxy
				? `check ${proxy.variable}, or add ${host} to NO_PROXY`
				: (fixes[String(code)]?.(host) ?? `check that ${host} is right and that this machine can reach it`),
		},
		{},
		{ cause },
	);
}

/** By the code of Node's error. */
const fixes: Readonly<Record<string, (host: string) => string>> = {
	ENOTFOUND: (host) => `check the name ${host}, which DNS does not know, and the network of this machine`,
	EAI_AGAIN: () => "check the network of this machine: its DNS server does not respond",
	ECONNREFUSED: (host) => `check the port: nothing listens at ${host}`,
	SELF_SIGNED_CERT_IN_CHAIN: () => "name the certificate of your certificate authority in NODE_EXTRA_CA_CERTS",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: () => "name the certificate of your certificate authority in NODE_EXTRA_CA_CERTS",
	DEPTH_ZERO_SELF_SIGNED_CERT: () => "name the certificate of the registry in NODE_EXTRA_CA_CERTS",
};

/** The same failure with the reason why it is not retried. */
export function outOfTime(failure: RegistryError, reason: Pick<Problem, "why" | "fix"> = {}): RegistryError {
	const [problem] = failure.problems;
	if (problem === undefined || reason.why === undefined) return failure;
	// The deadline alone adds nothing.
	const why = reason.fix === undefined ? `${problem.why}; ${reason.why}` : reason.why;
	const { status, registryCode } = failure;
	return new RegistryError({ ...problem, ...reason, why }, defined({ status, registryCode }), { cause: failure });
}

/** 401 and 403. */
export function denied(
	{ host, repository = "", call }: CallName,
	{ status, detail }: ErrorResponse,
	usesCredentials: boolean,
): RegistryError {
	const login = `docker login${host === "docker.io" ? "" : ` ${host}`}`;
	const fix =
		host === "ghcr.io"
			? `log in (${login}); in GitHub Actions use docker/login-action and give the job "permissions: packages: write"`
			: `log in (${login}) with an account that has permission`;
	const advice = refusalAdvice({ host, repository }, detail, usesCredentials ? "used" : "unknown");
	return new RegistryError(
		{
			code: "registry/denied",
			message: `${host} denied: ${call}`,
			why: `${status}${detail} (${usesCredentials ? "with the credentials of Docker's config" : "without credentials"})`,
			fix: advice ?? (usesCredentials ? `${fix}, and check the name of the repository` : fix),
		},
		{ status },
	);
}

/** A rate limit (429, or a 403 that is one) or server error that outlasted the retries. */
export function unavailable({ host, call }: CallName, response: ErrorResponse, tries: number): RegistryError {
	const { status, detail } = response;
	const limited = status === 429 || status === 403;
	return new RegistryError(
		{
			code: limited ? "registry/rate-limited" : "registry/unavailable",
			message: `${host} ${limited ? "limits the rate of requests" : "is failing"}: ${call}`,
			why: `${status}${detail}, ${tries === 1 ? "one try" : `${tries} tries`}`,
			fix: limited ? `log in (docker login ${host}), use a mirror, or try again later` : "try again later",
		},
		response,
	);
}

/** Any other unexpected status. */
export function refused({ host, repository, call }: CallName, response: ErrorResponse): RegistryError {
	const why = `${response.status}${response.detail}`;
	const fix = repository === undefined ? undefined : refusalAdvice({ host, repository }, why, "unknown");
	const problem = { code: "registry/refused", message: `${host} rejected: ${call}`, why, ...defined({ fix }) };
	return new RegistryError(problem, response);
}

/** Wrong bytes or digests. */
export function invalidResponse({ host, call }: CallName, why: string): RegistryError {
	return new RegistryError({ code: "registry/mismatch", message: `invalid response of ${host}: ${call}`, why });
}

/** Reads again after an invalid response: a proxy or a node of the registry may have mixed responses up. */
export async function retryInvalid<T>(read: () => Promise<T>): Promise<T> {
	const backoff = new Backoff(retryPolicies.wrongAnswer);
	for (let tries = 1; ; tries++) {
		try {
			return await read();
		} catch (error) {
			if (!(error instanceof RegistryError) || error.code !== "registry/mismatch") throw error;
			if (await backoff.wait()) continue;
			const [problem] = error.problems;
			if (problem?.why === undefined) throw error;
			throw new RegistryError({ ...problem, why: `${problem.why} (${tries} tries)` }, {}, { cause: error });
		}
	}
}

/** An answer that began and did not end. */
export function truncated({ host, call }: CallName, received: number, tries: number): RegistryError {
	return new RegistryError({
		code: "registry/truncated",
		message: `incomplete response of ${host}: ${call}`,
		why: `it ends after ${received} bytes${tries > 1 ? ` (${tries} tries)` : ""}`,
		fix: "check for a proxy that cuts connections, or try again later",
	});
}

export function notFound({ host, call }: CallName, fix: string): RegistryError {
	const problem = { code: "registry/not-found", message: `not found: ${call} at ${host}`, fix };
	return new RegistryError(problem, { status: 404 });
}

export interface ErrorResponse {
	readonly status: number;
	/** Follows the status in a message: starts with a blank, or is empty. */
	readonly detail: string;
	readonly registryCode?: string;
}

/** Parses the error document of the distribution specification, without control characters. */
export function readErrorResponse(status: number, body: Uint8Array): ErrorResponse {
	const errors = readObject(parseJson(body.subarray(0, 16_384)))?.errors;
	const first = Array.isArray(errors) ? readObject(errors[0]) : undefined;
	const registryCode = readString(first?.code);
	const text = sanitizeLine([registryCode, readString(first?.message)].filter(Boolean).join(": ")).slice(0, 300);
	return { status, detail: text === "" ? "" : ` ${text}`, ...defined({ registryCode }) };
}

const transientStatuses = new Set([408, 429, 499, 500, 502, 503, 504, 522]);
const transientCodes = new Set<unknown>(["ECONNRESET", "ECONNABORTED", "EPIPE", "ETIMEDOUT", "EAI_AGAIN"]);

export const isTransientStatus = (status: number): boolean => transientStatuses.has(status);

/** Reset, timeout, or a busy name server. Refused connections and unknown names are not: mostly the name is wrong. */
export const isTransientError = (error: unknown): boolean =>
	transientCodes.has((error as { code?: unknown } | null)?.code);

/** Retry-After in milliseconds: seconds, or a date relative to the server's `Date`, as the local clock may be wrong. */
export function readRetryAfter(retryAfter: string | undefined, serverDate: string | undefined): number | undefined {
	if (retryAfter === undefined) return undefined;
	const text = retryAfter.trim();
	if (/^\d+$/.test(text)) return Number(text) * 1000;
	const until = Date.parse(text);
	const now = Date.parse(serverDate ?? "");
	return Number.isNaN(until) || Number.isNaN(now) ? undefined : Math.max(0, until - now);
}
