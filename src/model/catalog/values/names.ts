import { closestMatch } from "../../../util/closest-match.ts";
import { parseTemplate, templateNames } from "../../tags/template.ts";
import type { Fault } from "../problems.ts";
import { findInvisible, quote } from "./quote.ts";
import { invalid, type ParseResult, valid } from "./values.ts";

/** A path component of the distribution specification: lower case, digits, and separators only between them. */
const component = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const host =
	"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?";
const repository = new RegExp(`^${component}(?:/${component})*$`);
const registryForm = new RegExp(`^${host}(?:/${component})*$`);
const serviceForm = new RegExp(`^${component}$`);
/** Every part of a reference, `host/path:tag@digest`. */
const referenceForm = new RegExp(
	`^(?:${host}/)?${component}(?:/${component})*(?::[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`,
);
/** Names that JavaScript's objects bring along: as keys of a document they would be found where nothing is. */
const reserved = new Set(["constructor", "prototype"]);

/** The longest label of a DNS name: services find each other by theirs. */
const longestName = 63;
/** Host and path of an image, by the distribution specification's advice. */
const longestReference = 255;

/** A service's name: a path component of an image name, a Compose service, a bake target and a host name at once. */
export function parseServiceName(text: string): ParseResult<string> {
	const wrong = (why: string, fix = 'use lower-case letters, digits and "-" between them, as in api-gateway') =>
		invalid({ code: "catalog/name", message: `${quote(text)} cannot be the name of a service`, why, fix });
	if (text.length > longestName) return wrong(`it is longer than ${longestName} characters, the limit of a host name`);
	if (reserved.has(text)) return wrong("the word is reserved", "choose another name");
	if (serviceForm.test(text)) return valid(text);
	if (text.startsWith("-")) return wrong("with a leading dash a command would take it for an option");
	const lower = text.toLowerCase();
	if (serviceForm.test(lower)) return wrong(lowerCaseOnly, `write ${lower}`);
	return wrong("it becomes part of an image name and a host name");
}

/** Words such as a phase's id, a secret's id, a network's or a build argument's name; each with its own alphabet, none with a leading dash. */
export function nameParser(what: string, form: RegExp, example: string): (text: string) => ParseResult<string> {
	return (text) => {
		if (text.length <= 255 && form.test(text) && !reserved.has(text)) return valid(text);
		const dash = text.startsWith("-") ? "with a leading dash a command would take it for an option" : undefined;
		const message = `${quote(text)} cannot be the name of ${what}`;
		return invalid({ code: "catalog/name", message, ...(dash && { why: dash }), fix: `write it as in ${example}` });
	};
}

/** A registry: host, port, and perhaps a path that all images share (`ghcr.io/acme`). */
export function parseRegistry(text: string): ParseResult<string> {
	const wrong = (why: string, fix = 'write host and port, as in "docker.io" or "127.0.0.1:5000"') =>
		invalid({ code: "catalog/registry", message: `${quote(text)} is not a registry`, why, fix });
	if (text.includes("://")) return wrong("the scheme is not part of it");
	const lower = lowerCasePath(text);
	if (text !== lower && registryForm.test(lower)) return wrong(lowerCaseOnly, `write ${lower}`);
	if (text.length > longestReference || !registryForm.test(text)) return wrong("it is the first part of an image name");
	const first = text.split("/", 1)[0] ?? "";
	if (!isRegistryHost(first)) return wrong("without a dot or a port Docker takes it for a path on Docker Hub");
	return valid(text);
}

const lowerCaseOnly = "image names are lower case";

/** `ghcr.io/MyOrg` -> `ghcr.io/myorg`; the host stays as it is. */
export function lowerCasePath(registry: string): string {
	const slash = registry.indexOf("/");
	return slash < 0 ? registry : registry.slice(0, slash) + registry.slice(slash).toLowerCase();
}

/** Docker's rule: what has a dot or a colon, or is `localhost`, is a host. */
export function isRegistryHost(first: string): boolean {
	return first.includes(".") || first.includes(":") || first === "localhost";
}

/** The host and path of an image that is pushed: no tag, no digest. `host` is undefined where the name has none of its own. */
export function parseImageName(text: string): ParseResult<{ readonly host?: string; readonly path: string }> {
	const wrong = (why: string, fix = "write it as in acme/api-gateway") =>
		invalid({ code: "catalog/image", message: `${quote(text)} is not an image name`, why, fix });
	const slash = text.indexOf("/");
	const first = slash < 0 ? "" : text.slice(0, slash);
	const own = slash >= 0 && isRegistryHost(first);
	const path = own ? text.slice(slash + 1) : text;
	if (text.length > longestReference) return wrong(`it is longer than ${longestReference} characters`);
	if (path.includes("@")) return wrong("a digest cannot be chosen", "remove what follows the @");
	if (path.includes(":")) return wrong("tags stand under `tags` and `floating`", "remove what follows the colon");
	const lower = path.toLowerCase();
	if (path !== lower && repository.test(lower)) return wrong(lowerCaseOnly, `write ${own ? `${first}/` : ""}${lower}`);
	if (!repository.test(path)) return wrong('only lower-case letters, digits and "/", ".", "_", "-" between them');
	if (own && !registryForm.test(first)) return wrong("its first part is not a host");
	return valid(own ? { host: first, path } : { path });
}

/** Any image reference, as `docker pull` takes it. */
export function parseImageReference(text: string): ParseResult<string> {
	if (text.length <= longestReference + 200 && referenceForm.test(text)) return valid(text);
	const why = text.startsWith("-") ? "with a leading dash a command would take it for an option" : undefined;
	const message = `${quote(text)} is not an image reference`;
	return invalid({ code: "catalog/image", message, ...(why && { why }), fix: 'write it as in "redis:7"' });
}

/** Names a template may hold where only the catalog is known, not yet the commit. */
export const catalogNames = ["name", "phase", "project"] as const;

/** What is wrong with a template, or nothing. `allowed` are the names that have a value where it is used. */
export function checkTemplate(text: string, allowed: readonly string[] = templateNames): Fault | undefined {
	for (const part of parseTemplate(text)) {
		if (part.kind === "unclosed")
			return { code: "catalog/template", message: "a {{ is never closed", fix: "write }} after the name" };
		if (part.kind === "text" || (part.kind === "name" && allowed.includes(part.name))) continue;
		const meant = closestMatch(part.name, allowed);
		const message = `${quote(`{{${part.name}}}`)} stands for nothing`;
		const early = part.kind === "name" ? "it differs from commit to commit, a name must not" : undefined;
		const list = `here can stand ${allowed.map((name) => `{{${name}}}`).join(", ")}`;
		const fix = meant !== undefined && early === undefined ? `did you mean {{${meant}}}?` : list;
		return { code: "catalog/template", message, ...(early && { why: early }), fix };
	}
	return undefined;
}

/** A path below the catalog's folder in its plain form: no `.`, no `..`, no `//`; the folder itself is `.`. */
export function parsePath(text: string): ParseResult<string> {
	const wrong = (why: string, fix: string, code: "catalog/path" | "catalog/outside" = "catalog/path") =>
		invalid({ code, message: `${quote(text)} is not a path in this repository`, why, fix });
	const relative = "write it relative to the folder of the catalog, as in services/api";
	if (text === "" || text.trim() !== text) return wrong("it is empty or has blanks at its ends", relative);
	if (findInvisible(text) !== undefined || /[\t\n\r]/.test(text))
		return wrong("it holds a line end or a tab", relative);
	if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^git@/.test(text)) return wrong("it is an address", relative);
	if (text.includes("\\")) return wrong("its parts are divided by a backslash", "write / in its place");
	if (text.startsWith("/") || text.startsWith("~"))
		return wrong("it leaves the repository", relative, "catalog/outside");
	const parts: string[] = [];
	for (const part of text.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === undefined) return wrong("it leaves the repository", relative, "catalog/outside");
	}
	if (parts[0]?.startsWith("-"))
		return wrong("with a leading dash a command would take it for an option", "rename the folder");
	return valid(parts.length === 0 ? "." : parts.join("/"));
}
