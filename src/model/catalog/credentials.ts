import type { Fault } from "./problems.ts";

/** Well-known credentials, by the prefix of their issuer. All repetitions are bounded, because values may be long. */
const kinds: readonly (readonly [what: string, form: RegExp])[] = [
	["a GitHub token", /\bgh[pousr]_[A-Za-z0-9]{20}|\bgithub_pat_[A-Za-z0-9_]{20}/],
	["a GitLab token", /\bgl(?:pat|cbt|dt|rt|soat)-[A-Za-z0-9_-]{15}/],
	["an AWS key", /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
	["a Google key", /\bAIza[A-Za-z0-9_-]{30}/],
	["a Slack token", /\bxox[abeoprs]-[A-Za-z0-9-]{10}/],
	["an npm token", /\bnpm_[A-Za-z0-9]{30}/],
	["a PyPI token", /\bpypi-[A-Za-z0-9_-]{30}/],
	["a Docker token", /\bdckr_(?:pat|oat)_[A-Za-z0-9_-]{20}/],
	["a Stripe key", /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16}/],
	["a Hugging Face token", /\bhf_[A-Za-z0-9]{30}/],
	["an API key", /\bsk-[A-Za-z0-9_-]{32}/],
	["a private key", /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY/],
	["a signed token (JWT)", /\beyJ[A-Za-z0-9_-]{10,300}\.eyJ[A-Za-z0-9_-]{10}/],
	["a password in an address", /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@]{0,200}:[^\s/@{}$]{1,200}@/i],
];

/** Names of credentials. The word must end the name: TOKEN_URL and PASSWORD_MIN_LENGTH do not match. */
const telling =
	/(?:^|[._-])(?:password|passwd|passphrase|secret|token|credentials?|(?:api|access|secret|private|auth|encryption|signing)[._-]?key)$/i;

/** The kind of credential that a text contains: `a GitHub token`. */
export function detectCredential(text: string): string | undefined {
	return kinds.find(([, form]) => form.test(text))?.[0];
}

/**
 * The fault of a credential that would be readable in an image's history or labels. It never contains the value.
 * A name counts only if the value could be a credential: not a boolean, not shorter than four characters.
 */
export function credentialFault(what: "build argument" | "label", name: string, value: string): Fault | undefined {
	const kind = detectCredential(value);
	const byName = telling.test(name) && value.length >= 4 && !/^(?:true|false|none|null|\{\{[^}]*\}\})$/i.test(value);
	if (kind === undefined && !byName) return undefined;
	return {
		code: "catalog/credential",
		message: `${what} ${name} looks like ${kind ?? "a credential"}`,
		why: `a ${what} can be read by everyone who has the image`,
		fix: "pass it to the build under `secrets`, and revoke this one if it is real",
	};
}
