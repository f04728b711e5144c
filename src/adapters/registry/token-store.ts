import { readObject, readString } from "../../model/oci/manifest.ts";
import type { HttpResponse } from "../http/http.ts";
import type { Challenge } from "./auth-challenge.ts";
import type { Credential, Credentials } from "./credentials.ts";
import { type ErrorResponse, readErrorResponse } from "./registry-error.ts";

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

/** Calls the token endpoint with the retries and deadline of the client. */
export type RequestToken = (
	url: URL,
	headers: Readonly<Record<string, string>>,
	form?: string,
) => Promise<HttpResponse>;

/** Caches tokens until shortly before they expire, with one request at a time per scope. */
export class TokenStore {
	readonly #credentials: Credentials;
	readonly #now: () => number;
	readonly #challenges = new Map<string, Challenge>();
	readonly #logins = new Map<string, { readonly login: Promise<RegistryLogin>; expires: number }>();

	/** `now` is monotonic, milliseconds. */
	constructor(credentials: Credentials, now: () => number) {
		this.#credentials = credentials;
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

	async get(scope: RepositoryScope, challenge: Challenge, ask: RequestToken): Promise<RegistryLogin> {
		const key = keyOf(scope);
		const kept = this.#logins.get(key);
		if (kept !== undefined && this.#now() < kept.expires) return kept.login;
		const entry = {
			login: Promise.resolve<RegistryLogin>({ header: undefined, usesCredentials: false }),
			expires: Infinity,
		};
		const login = this.#login(scope, challenge, ask, (lifeMs) => {
			entry.expires = this.#now() + lifeMs;
		});
		const fresh = Object.assign(entry, { login });
		this.#logins.set(key, fresh);
		login.catch(() => {
			if (this.#logins.get(key) === fresh) this.#logins.delete(key);
		});
		return login;
	}

	/** Removes a login that the registry rejected, unless it was renewed meanwhile. */
	async discard(scope: RepositoryScope, header: string): Promise<void> {
		const kept = this.#logins.get(keyOf(scope));
		if (kept && (await kept.login).header === header && this.#logins.get(keyOf(scope)) === kept)
			this.#logins.delete(keyOf(scope));
	}

	async #login(
		scope: RepositoryScope,
		challenge: Challenge,
		ask: RequestToken,
		lives: (ms: number) => void,
	): Promise<RegistryLogin> {
		const credential = await this.#credentials(scope.host);
		const known = credential !== undefined;
		if (challenge.kind === "basic") {
			const header = credential?.kind === "password" ? basic(credential) : undefined;
			return { header, usesCredentials: known };
		}
		const own = challenge.scope ?? `repository:${scope.repository}:${scope.push ? "pull,push" : "pull"}`;
		const asked = scope.from === undefined ? own : `${own} repository:${scope.from}:pull`;
		const answer = await ask(...tokenRequest(challenge.realm, challenge.service, asked, credential));
		const json = answer.status === 200 ? readJson(answer.body) : undefined;
		const token = readString(json?.token) ?? readString(json?.access_token);
		const isRefusal = answer.status === 401 || answer.status === 403;
		if (token === undefined)
			return {
				header: undefined,
				usesCredentials: known,
				...(isRefusal && { refusal: readErrorResponse(answer.status, answer.body) }),
			};
		// The default of the specification is 60 s. Renewed early, because requests take time.
		const seconds = typeof json?.expires_in === "number" && json.expires_in > 0 ? json.expires_in : 60;
		lives(Math.max(seconds - 10, seconds / 2) * 1000);
		return { header: `Bearer ${token}`, usesCredentials: known };
	}
}

function keyOf({ host, repository, push, from = "" }: RepositoryScope): string {
	return `${host} ${repository} ${push} ${from}`;
}

function basic({ username, password }: Credential & { kind: "password" }): string {
	return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}

function tokenRequest(
	realm: URL,
	service: string | undefined,
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
	for (const one of scope.split(" ")) url.searchParams.append("scope", one);
	return [url, credential ? { authorization: basic(credential) } : {}];
}

function readJson(body: Uint8Array): Readonly<Record<string, unknown>> | undefined {
	try {
		return readObject(JSON.parse(new TextDecoder().decode(body)));
	} catch {
		return undefined;
	}
}
