import { defined } from "../../util/defined.ts";
import { parseJson, readObject, readString } from "../../util/json.ts";
import type { HttpResponse } from "../http/http.ts";
import type { Credential, Credentials } from "./credentials.ts";
import { type ErrorResponse, readErrorResponse } from "./registry-error.ts";
import { isTrustedRealm, untrustedRealm } from "./token-realm.ts";

/** The challenge of a 401 response: `WWW-Authenticate`, RFC 9110. */
export type Challenge =
	| { readonly kind: "bearer"; readonly realm: URL; readonly service?: string; readonly scope?: string }
	| { readonly kind: "basic" };

/** Parses a challenge, Bearer before Basic. Undefined for other schemes. */
export function readChallenge(header: string | undefined): Challenge | undefined {
	const text = header ?? "";
	const bearer = /(?:^|,\s*|\s)Bearer\s+(.*)$/i.exec(text)?.[1];
	if (bearer !== undefined) {
		const values = new Map<string, string>();
		for (const [, name, quoted, plain] of bearer.matchAll(/([a-zA-Z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/g)) {
			const key = name?.toLowerCase() ?? "";
			if (!values.has(key)) values.set(key, quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "");
		}
		const realm = values.get("realm") ?? "";
		const service = values.get("service") || undefined;
		const scope = values.get("scope") || undefined;
		if (URL.canParse(realm)) return { kind: "bearer", realm: new URL(realm), ...defined({ service, scope }) };
	}
	return /(?:^|,\s*)Basic(?:\s|$|,)/i.test(text) ? { kind: "basic" } : undefined;
}

/** Scope of a token. */
export interface RepositoryScope {
	readonly host: string;
	readonly repository: string;
	readonly push: boolean;
	/** Another repository of the host, to mount a blob from. */
	readonly from?: string;
}

export interface RegistryLogin {
	/** The Authorization header; undefined without credentials for Basic. */
	readonly header: string | undefined;
	/** Whether it uses the user's credentials. */
	readonly usesCredentials: boolean;
	/** Response of the token endpoint if it refused a token. */
	readonly refusal?: ErrorResponse;
}

/** Calls the token endpoint with the retries and deadline of the client. Follows no redirect. */
export type RequestToken = (
	url: URL,
	headers: Readonly<Record<string, string>>,
	form?: string,
) => Promise<HttpResponse>;

/** Caches tokens until shortly before they expire, with one request at a time per scope. */
export class TokenStore {
	readonly #credentials: Credentials;
	readonly #tokenHosts: ReadonlySet<string>;
	readonly #now: () => number;
	readonly #challenges = new Map<string, Challenge>();
	readonly #logins = new Map<string, { readonly login: Promise<RegistryLogin>; expires: number }>();

	/** `tokenHosts` may get any login; `now` is monotonic, milliseconds. */
	constructor(credentials: Credentials, tokenHosts: ReadonlySet<string>, now: () => number) {
		this.#credentials = credentials;
		this.#tokenHosts = tokenHosts;
		this.#now = now;
	}

	/** The last challenge of a host, so that the first call to another repository already has a token. */
	challengeOf(host: string): Challenge | undefined {
		return this.#challenges.get(host);
	}

	rememberChallenge(host: string, challenge: Challenge): void {
		const { scope: _, ...general } = { scope: undefined, ...challenge };
		this.#challenges.set(host, general as Challenge);
	}

	async get(scope: RepositoryScope, challenge: Challenge, requestToken: RequestToken): Promise<RegistryLogin> {
		const key = keyOf(scope);
		const cached = this.#logins.get(key);
		if (cached !== undefined && this.#now() < cached.expires) return cached.login;
		const login = this.#login(scope, challenge, requestToken);
		const entry = { login, expires: Number.POSITIVE_INFINITY };
		this.#logins.set(key, entry);
		login.then(
			({ lifeMs = Number.POSITIVE_INFINITY }) => {
				entry.expires = this.#now() + lifeMs;
			},
			// The caller gets the error; the next call tries again.
			() => {
				if (this.#logins.get(key) === entry) this.#logins.delete(key);
			},
		);
		return login;
	}

	/** Removes a login that the registry rejected, unless it was renewed meanwhile. */
	async discard(scope: RepositoryScope, header: string): Promise<void> {
		const key = keyOf(scope);
		const cached = this.#logins.get(key);
		if (cached && (await cached.login).header === header && this.#logins.get(key) === cached) this.#logins.delete(key);
	}

	async #login(
		scope: RepositoryScope,
		challenge: Challenge,
		requestToken: RequestToken,
	): Promise<RegistryLogin & { readonly lifeMs?: number }> {
		const credential = await this.#credentials(scope.host);
		const usesCredentials = credential !== undefined;
		if (challenge.kind === "basic")
			return { header: credential?.kind === "password" ? basic(credential) : undefined, usesCredentials };
		// Without a login, any host may be requested: public base images have such realms.
		if (usesCredentials && !(await isTrustedRealm(scope.host, challenge.realm, this.#tokenHosts)))
			throw untrustedRealm(scope.host, challenge.realm);
		const own = challenge.scope ?? `repository:${scope.repository}:${scope.push ? "pull,push" : "pull"}`;
		const scopes = scope.from === undefined ? own : `${own} repository:${scope.from}:pull`;
		const { status, body } = await requestToken(...tokenRequest(challenge, scopes, credential));
		const json = status === 200 ? readObject(parseJson(body)) : undefined;
		const token = readString(json?.token) ?? readString(json?.access_token);
		if (token === undefined) {
			const refusal = status === 401 || status === 403 ? readErrorResponse(status, body) : undefined;
			return { header: undefined, usesCredentials, ...defined({ refusal }) };
		}
		// The default of the specification is 60 s. Renewed early, because requests take time.
		const seconds = typeof json?.expires_in === "number" && json.expires_in > 0 ? json.expires_in : 60;
		return { header: `Bearer ${token}`, usesCredentials, lifeMs: Math.max(seconds - 10, seconds / 2) * 1000 };
	}
}

function keyOf({ host, repository, push, from = "" }: RepositoryScope): string {
	return `${host} ${repository} ${push} ${from}`;
}

function basic({ username, password }: Credential & { kind: "password" }): string {
	return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}

function tokenRequest(
	{ realm, service }: Extract<Challenge, { kind: "bearer" }>,
	scope: string,
	credential: Credential | undefined,
): [URL, Record<string, string>, string?] {
	if (credential?.kind === "identity") {
		const form = new URLSearchParams({ grant_type: "refresh_token", client_id: "lucid", scope });
		form.set("refresh_token", credential.token);
		if (service) form.set("service", service);
		return [realm, { "content-type": "application/x-www-form-urlencoded" }, form.toString()];
	}
	const url = new URL(realm);
	if (service) url.searchParams.set("service", service);
	for (const item of scope.split(" ")) url.searchParams.append("scope", item);
	return [url, credential ? { authorization: basic(credential) } : {}];
}
