import type { Env } from "../../util/env.ts";
import { openHttp } from "../http/http.ts";
import { baseUrl } from "./client.ts";
import { invalidResponse } from "./registry-error.ts";
import { isTrustedRealm, untrustedRealm } from "./token-realm.ts";
import { readChallenge } from "./token-store.ts";

/** Time for a registry to name its realm, milliseconds. */
const limitMs = 10_000;

/**
 * Requests the challenge of a registry before another program gets its login, which would send it to any realm. Throws
 * RegistryError `registry/token-host`. A registry that does not answer is left to that program, which reports why.
 */
export async function requireTrustedRealm(
	host: string,
	{ env, tokenHosts }: { readonly env: Env; readonly tokenHosts: ReadonlySet<string> },
): Promise<void> {
	const base = baseUrl(host, new Set());
	const end = performance.now() + limitMs;
	const response = await openHttp(env)({
		...{ method: "GET", url: new URL("/v2/", base), headers: { "user-agent": "lucid-build-action" } },
		...{ signal: new AbortController().signal, idleMs: limitMs, maxBytes: 1 << 20 },
		remainingMs: () => end - performance.now(),
	}).catch(() => undefined);
	const challenge = response?.status === 401 ? readChallenge(response.headers["www-authenticate"]) : undefined;
	if (challenge?.kind !== "bearer") return;
	const { realm } = challenge;
	if (realm.protocol !== "https:" && base.protocol === "https:")
		throw invalidResponse({ host, call: "GET /v2/" }, `its token endpoint ${realm.origin} is not https`);
	if (!(await isTrustedRealm(host, realm, tokenHosts))) throw untrustedRealm(host, realm);
}
