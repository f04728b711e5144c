import { readObject, readString } from "../../model/oci/manifest.ts";
import { refusalAdvice } from "../../model/oci/registry-refusals.ts";
import { defined } from "../../util/defined.ts";
import { type Problem, UserError } from "../../util/errors.ts";
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

	constructor(problem: Problem, answer: { status?: number; registryCode?: string } = {}, options?: ErrorOptions) {
		super(problem, options);
		this.code = problem.code;
		this.status = answer.status;
		this.registryCode = answer.registryCode;
	}
}

/** No response: refused, unknown host, timeout, reset. `proxy` is the one that failed. */
export function unreachable(
	{ host, call }: CallName,
	cause: unknown,
	{ tries, proxy }: { readonly tries: number; readonly proxy?: FailedProxy | undefined },
): RegistryError {
	const code = (cause as { code?: unknown })?.code;
	const said = cause instanceof Error && cause.message !== "" ? cause.message : String(code ?? cause);
	const way = proxy && ` (proxy ${proxy.address} from ${proxy.variable})`;
	return new RegistryError(
		{
			code: "registry/unreachable",
			message: `cannot reach the registry ${host}: ${call}`,
			why: `${said}${way ?? ""}${tries > 1 ? ` (${tries} tries)` : ""}`,
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
export function outOfTime(failed: RegistryError, because: Pick<Problem, "why" | "fix"> = {}): RegistryError {
	const [problem] = failed.problems;
	if (problem === undefined || because.why === undefined) return failed;
	// The deadline alone adds nothing.
	const why = because.fix === undefined ? `${problem.why}; ${because.why}` : because.why;
	const { status, registryCode } = failed;
	const answer = { ...defined({ status, registryCode }) };
	return new RegistryError({ ...problem, ...because, why }, answer, { cause: failed });
}

/** 401 and 403. */
export function denied(
	{ host, repository = "", call }: CallName,
	{ status, detail: said }: ErrorResponse,
	known: boolean,
): RegistryError {
	const login = `docker login${host === "docker.io" ? "" : ` ${host}`}`;
	const fix =
		host === "ghcr.io"
			? `log in (${login}); in GitHub Actions use docker/login-action and give the job "permissions: packages: write"`
			: `log in (${login}) with an account that has permission`;
	const advice = refusalAdvice({ host, repository }, said, known ? "used" : "unknown");
	return new RegistryError(
		{
			code: "registry/denied",
			message: `${host} denied: ${call}`,
			why: `${status}${said} (${known ? "with the credentials of Docker's config" : "without credentials"})`,
			fix: advice ?? (known ? `${fix}, and check the name of the repository` : fix),
		},
		{ status },
	);
}

/** A rate limit (429, or a 403 that is one) or server error that outlasted the retries. */
export function unavailable({ host, call }: CallName, answer: ErrorResponse, tries: number): RegistryError {
	const limited = answer.status === 429 || answer.status === 403;
	return new RegistryError(
		{
			code: limited ? "registry/rate-limited" : "registry/unavailable",
			message: `${host} ${limited ? "limits the rate of requests" : "is failing"}: ${call}`,
			why: `${answer.status}${answer.detail}, ${tries === 1 ? "one try" : `${tries} tries`}`,
			fix: limited ? `log in (docker login ${host}), use a mirror, or try again later` : "try again later",
		},
		answer,
	);
}

/** Any other unexpected status. */
export function refused({ host, repository, call }: CallName, answer: ErrorResponse): RegistryError {
	const said = `${answer.status}${answer.detail}`;
	const fix = repository && refusalAdvice({ host, repository }, said, "unknown");
	return new RegistryError(
		{ code: "registry/refused", message: `${host} rejected: ${call}`, why: said, ...(fix && { fix }) },
		answer,
	);
}

/** Wrong bytes or digests. Never retried. */
export function contentMismatch({ host, call }: CallName, why: string): RegistryError {
	return new RegistryError({ code: "registry/mismatch", message: `invalid response of ${host}: ${call}`, why });
}

export function notFound({ host, call }: CallName, fix: string): RegistryError {
	return new RegistryError(
		{ code: "registry/not-found", message: `not found: ${call} at ${host}`, fix },
		{ status: 404 },
	);
}

export interface ErrorResponse {
	readonly status: number;
	/** Follows the status in a message: starts with a blank, or is empty. */
	readonly detail: string;
	readonly registryCode?: string;
}

/** Parses the error document of the distribution specification, without control characters. */
export function readErrorResponse(status: number, body: Uint8Array): ErrorResponse {
	let first: Readonly<Record<string, unknown>> | undefined;
	try {
		const { errors } = readObject(JSON.parse(new TextDecoder().decode(body.subarray(0, 16_384)))) ?? {};
		first = Array.isArray(errors) ? readObject(errors[0]) : undefined;
	} catch {}
	const registryCode = readString(first?.code);
	const said = [registryCode, readString(first?.message)].filter(Boolean).join(": ");
	const harmless = said.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ").slice(0, 300);
	return {
		status,
		detail: harmless === "" ? "" : ` ${harmless}`,
		...defined({ registryCode }),
	};
}
