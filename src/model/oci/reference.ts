import { defined } from "../../util/defined.ts";
import { type Location, type Problem, UserError } from "../../util/errors.ts";

/** A reference with Docker's defaults for host and namespace. Without tag and digest it means `latest`. */
export interface Reference {
	/** `docker.io`, `ghcr.io`, `127.0.0.1:5000`, `[::1]:5000`. */
	readonly host: string;
	readonly repository: string;
	readonly tag?: string;
	readonly digest?: string;
}

const hostPattern =
	/^(?:\[[0-9a-fA-F:]+\]|[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::[0-9]{1,5})?$/;
const partPattern = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const tagPattern = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
const digestPattern = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

const defaultHost = "docker.io";

export function isDigest(text: string): boolean {
	return digestPattern.test(text);
}

/** Parses as Docker does: `python` is docker.io/library/python. Throws UserError `registry/bad-reference`. */
export function parseReference(text: string): Reference {
	const read = tryParseReference(text);
	if (read.kind === "problem") throw new UserError(read.problem);
	return read.reference;
}

/** The same for user input: returns the problem with its location. */
export function tryParseReference(
	text: string,
	at?: Location,
):
	| { readonly kind: "reference"; readonly reference: Reference }
	| { readonly kind: "problem"; readonly problem: Problem } {
	const { name, tag, digest } = cut(text);
	const { host, repository } = splitHost(name);
	const why = wrongWith({ host, repository, tag, digest });
	if (why !== undefined) {
		const message = `${JSON.stringify(text.slice(0, 300))} is not an image reference`;
		const fix = "write it as host/path/name:tag, for example ghcr.io/acme/api:1.2";
		return { kind: "problem", problem: { code: "registry/bad-reference", message, why, fix, ...defined({ at }) } };
	}
	return {
		kind: "reference",
		reference: { host, repository, ...defined({ tag, digest }) },
	};
}

/** In full: `docker.io/library/python:3.11-slim`. */
export function formatReference({ host, repository, tag, digest }: Reference): string {
	return `${host}/${repository}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}

/** Docker's short form, which BuildKit uses as key of named contexts: without docker.io, library and `:latest`. */
export function familiarName(reference: Reference): string {
	const full = formatReference(reference);
	const short = full.startsWith(`${defaultHost}/`) ? full.slice(defaultHost.length + 1) : full;
	const bare = reference.host === defaultHost && /^library\/[^/]+$/.test(reference.repository) ? short.slice(8) : short;
	return bare.endsWith(":latest") ? bare.slice(0, -":latest".length) : bare;
}

/** The same image in a mirror. `mirrors` maps a host to `host/prefix`; tag and digest stay. For base images only. */
export function mirrorReference(reference: Reference, mirrors: ReadonlyMap<string, string>): Reference {
	const prefix = mirrors.get(reference.host);
	if (prefix === undefined) return reference;
	const { host, repository } = parseReference(`${prefix.replace(/\/+$/, "")}/${reference.repository}`);
	return { ...reference, host, repository };
}

/** The last part of a manifest URL: the digest, else the tag, else `latest`. */
export function referenceTarget({ tag, digest }: Reference): string {
	return digest ?? tag ?? "latest";
}

function cut(text: string): { name: string; tag?: string; digest?: string } {
	const at = text.indexOf("@");
	const named = at === -1 ? text : text.slice(0, at);
	const colon = named.indexOf(":", named.lastIndexOf("/") + 1);
	return {
		name: colon === -1 ? named : named.slice(0, colon),
		...(colon !== -1 && { tag: named.slice(colon + 1) }),
		...(at !== -1 && { digest: text.slice(at + 1) }),
	};
}

function splitHost(name: string): { host: string; repository: string } {
	const slash = name.indexOf("/");
	const first = slash === -1 ? "" : name.slice(0, slash);
	const isHost = /[.:]/.test(first) || first === "localhost" || first !== first.toLowerCase();
	const host = isHost ? first : defaultHost;
	const rest = isHost ? name.slice(slash + 1) : name;
	if (host !== defaultHost && host !== "index.docker.io") return { host, repository: rest };
	return { host: defaultHost, repository: rest.includes("/") ? rest : `library/${rest}` };
}

function wrongWith(parts: {
	host: string;
	repository: string;
	tag: string | undefined;
	digest: string | undefined;
}): string | undefined {
	const { host, repository, tag, digest } = parts;
	const name = repository.replace(/^library\//, "");
	if (name === "") return "the name is missing";
	if (!hostPattern.test(host)) return `${JSON.stringify(host)} is not a registry host`;
	if (repository !== repository.toLowerCase()) return `the name ${JSON.stringify(name)} must be lower case`;
	const part = repository.split("/").find((one) => !partPattern.test(one));
	if (part !== undefined)
		return `the name part ${JSON.stringify(part)} may have only a-z, 0-9, and single . or _, __ or dashes between them`;
	if (/^[0-9a-f]{64}$/.test(name)) return "a name of 64 hex digits looks like an image ID";
	if (host.length + 1 + repository.length > 255) return "host and name are longer than 255 characters";
	if (tag !== undefined && !tagPattern.test(tag))
		return "a tag is 1 to 128 letters, digits, _ . or -, and starts with a letter, a digit or _";
	if (digest !== undefined && !isDigest(digest)) return "a digest is sha256: and 64 hex digits";
	return undefined;
}

/** `registry:5000/a/b:tag@sha256:...` -> `registry:5000/a/b`. */
export function repositoryOf(ref: string): string {
	const plain = ref.split("@", 1)[0] ?? ref;
	const colon = plain.lastIndexOf(":");
	return colon > plain.lastIndexOf("/") ? plain.slice(0, colon) : plain;
}
