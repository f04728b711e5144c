import { UserError } from "../../util/errors.ts";
import { sanitizeLine } from "../../util/sanitize.ts";
import { isLoopback } from "../http/http.ts";
import { RegistryError } from "./registry-error.ts";

/** The option that names hosts of token servers, for messages. */
const option = "registry-token-hosts";

/**
 * Whether a registry's login may be sent to the realm of its challenge: to its own host, a host under the same
 * registrable domain (`auth.docker.io` for Docker Hub), or a host in `tokenHosts` (`name` or `name:port`).
 */
export async function isTrustedRealm(host: string, realm: URL, tokenHosts: ReadonlySet<string>): Promise<boolean> {
	const registry = new URL(`https://${host}`).hostname;
	const { hostname } = realm;
	if (hostname === registry || tokenHosts.has(realm.host)) return true;
	if (isLoopback(registry) && isLoopback(hostname)) return true;
	// Loaded only for a realm on another host: it holds the public suffix list, with `co.uk` and `github.io`.
	const { getDomain } = await import("tldts");
	const domainOf = (name: string) => getDomain(name, { allowPrivateDomains: true });
	const domain = domainOf(registry);
	return domain !== null && domainOf(hostname) === domain;
}

export function untrustedRealm(host: string, realm: URL): RegistryError {
	return new RegistryError({
		code: "registry/token-host",
		message: `${host} names a token server on another domain: ${sanitizeLine(realm.origin + realm.pathname).slice(0, 200)}`,
		why: `${realm.hostname} is neither ${host} nor a host of its domain, so the login was not sent there`,
		fix: `if ${realm.hostname} is the token server of ${host}, name it: \`${option}: ${realm.host}\`; else log out of ${host}`,
	});
}

/** Parses `registry-token-hosts`. Throws UserError `options/value` with all invalid names. */
export function readTokenHosts(hosts: readonly string[]): ReadonlySet<string> {
	const named = hosts.map((text) => ({ text, host: URL.parse(`https://${text}`)?.host }));
	const invalid = named.filter(({ text, host }) => host !== text.toLowerCase());
	if (invalid.length > 0)
		throw new UserError(
			invalid.map(({ text }) => ({
				code: "options/value",
				message: `${option}: ${JSON.stringify(text.slice(0, 100))} is not a host`,
				fix: "write the name, and the port unless it is 443: `auth.example.com` or `auth.example.com:8443`",
			})),
		);
	return new Set(named.flatMap(({ host }) => host ?? []));
}
