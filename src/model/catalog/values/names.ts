import { closestMatch } from "../../../util/closest-match.ts";
import { parseTemplate, templateNames } from "../../tags/template.ts";
import type { Fault } from "../problems.ts";
import { findInvisible, quote } from "./quote.ts";
import { invalid, isNot, type ParseResult, valid } from "./values.ts";

/** A path component of the OCI distribution spec: lower case, digits, and separators only between them. */
const component = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const host =
	"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?";
const repository = new RegExp(`^${component}(?:/${component})*$`);
const registryForm = new RegExp(`^${host}(?:/${component})*$`);
const serviceForm = new RegExp(`^${component}$`);
/** `host/path:tag@digest`. */
const referenceForm = new RegExp(
	`^(?:${host}/)?${component}(?:/${component})*(?::[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`,
);
/** Properties that every JavaScript object inherits. */
const reserved = new Set(["constructor", "prototype"]);

/** Longest DNS label: a service is reachable by its name. */
const longestName = 63;
/** Limit of host and path, from the OCI distribution spec. */
const longestReference = 255;

const leadingDash = "a command would read the leading dash as an option";

/** A service's name is also an image name component, a Compose service, a bake target and a host name. */
export function parseServiceName(text: string): ParseResult<string> {
	const wrong = (why: string, fix = 'use lower-case letters, digits and "-" between them, as in api-gateway') =>
		invalid({ code: "catalog/name", message: `${quote(text)} cannot be the name of a service`, why, fix });
	if (text.length > longestName) return wrong(`it is longer than ${longestName} characters, the limit of a host name`);
	if (reserved.has(text)) return wrong("the word is reserved", "choose another name");
	if (serviceForm.test(text)) return valid(text);
	if (text.startsWith("-")) return wrong(leadingDash);
	const lower = text.toLowerCase();
	if (serviceForm.test(lower)) return wrong(lowerCaseOnly, `write ${lower}`);
	return wrong("it becomes part of an image name and a host name");
}

/** A parser for names of one kind, such as phases or build arguments. */
export function nameParser(what: string, form: RegExp, example: string): (text: string) => ParseResult<string> {
	return (text) => {
		if (text.length <= 255 && form.test(text) && !reserved.has(text)) return valid(text);
		const dash = text.startsWith("-") ? leadingDash : undefined;
		const message = `${quote(text)} cannot be the name of ${what}`;
		return invalid({ code: "catalog/name", message, why: dash, fix: `write it as in ${example}` });
	};
}

/** A registry: host, port, and optionally a path that all images share (`ghcr.io/acme`). */
export function parseRegistry(text: string): ParseResult<string> {
	const wrong = (why: string, fix = 'write host and port, as in "docker.io" or "127.0.0.1:5000"') =>
		isNot(text, "a registry", { code: "catalog/registry", why, fix });
	if (text.includes("://")) return wrong("a registry has no scheme");
	const lower = lowerCasePath(text);
	if (text !== lower && registryForm.test(lower)) return wrong(lowerCaseOnly, `write ${lower}`);
	if (text.length > longestReference || !registryForm.test(text)) return wrong("it is the first part of an image name");
	const first = text.split("/", 1)[0] ?? "";
	if (!isRegistryHost(first)) return wrong("without a dot or a port, Docker reads it as a path on Docker Hub");
	return valid(text);
}

const lowerCaseOnly = "image names are lower case";

/** `ghcr.io/MyOrg` -> `ghcr.io/myorg`; the host stays as it is. */
export function lowerCasePath(registry: string): string {
	const slash = registry.indexOf("/");
	return slash < 0 ? registry : registry.slice(0, slash) + registry.slice(slash).toLowerCase();
}

/** Docker's rule: a host has a dot or a colon, or is `localhost`. */
export function isRegistryHost(first: string): boolean {
	return first.includes(".") || first.includes(":") || first === "localhost";
}

/** Host and path of an image to push: no tag, no digest. */
export function parseImageName(text: string): ParseResult<{ readonly host?: string; readonly path: string }> {
	const wrong = (why: string, fix = "write it as in acme/api-gateway") =>
		isNot(text, "an image name", { code: "catalog/image", why, fix });
	const slash = text.indexOf("/");
	const first = slash < 0 ? "" : text.slice(0, slash);
	const own = slash >= 0 && isRegistryHost(first);
	const path = own ? text.slice(slash + 1) : text;
	if (text.length > longestReference) return wrong(`it is longer than ${longestReference} characters`);
	if (path.includes("@")) return wrong("a digest cannot be chosen", "remove what follows the @");
	if (path.includes(":")) return wrong("tags belong under `tags` and `floating`", "remove what follows the colon");
	const lower = path.toLowerCase();
	if (path !== lower && repository.test(lower)) return wrong(lowerCaseOnly, `write ${own ? `${first}/` : ""}${lower}`);
	if (!repository.test(path)) return wrong('only lower-case letters, digits and "/", ".", "_", "-" between them');
	if (own && !registryForm.test(first)) return wrong("its first part is not a host");
	return valid(own ? { host: first, path } : { path });
}

/** Any image reference that `docker pull` accepts. */
export function parseImageReference(text: string): ParseResult<string> {
	if (text.length <= longestReference + 200 && referenceForm.test(text)) return valid(text);
	const why = text.startsWith("-") ? leadingDash : undefined;
	return isNot(text, "an image reference", { code: "catalog/image", why, fix: 'write it as in "redis:7"' });
}

/** Names in templates that do not depend on the commit. */
export const catalogNames = ["name", "phase", "project"] as const;

/** The fault of a template; undefined if it is valid. `allowed` are the names that it may use. */
export function checkTemplate(text: string, allowed: readonly string[] = templateNames): Fault | undefined {
	for (const part of parseTemplate(text)) {
		if (part.kind === "unclosed")
			return { code: "catalog/template", message: "a {{ is never closed", fix: "write }} after the name" };
		if (part.kind === "text" || (part.kind === "name" && allowed.includes(part.name))) continue;
		const suggestion = closestMatch(part.name, allowed);
		const message = `unknown template ${quote(`{{${part.name}}}`)}`;
		const early = part.kind === "name" ? "its value differs between commits, but a name must not" : undefined;
		const list = `allowed here: ${allowed.map((name) => `{{${name}}}`).join(", ")}`;
		const fix = suggestion !== undefined && early === undefined ? `did you mean {{${suggestion}}}?` : list;
		return { code: "catalog/template", message, why: early, fix };
	}
	return undefined;
}

/** A normalized path below the catalog's folder: no `.`, `..` or `//`. The folder itself is `.`. */
export function parsePath(text: string): ParseResult<string> {
	const wrong = (why: string, fix: string, code: "catalog/path" | "catalog/outside" = "catalog/path") =>
		isNot(text, "a path in this repository", { code, why, fix });
	const relative = "write it relative to the folder of the catalog, as in services/api";
	if (text === "" || text.trim() !== text) return wrong("it is empty or has leading or trailing spaces", relative);
	if (findInvisible(text) !== undefined || /[\t\n\r]/.test(text))
		return wrong("it contains a line break or a tab", relative);
	if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^git@/.test(text)) return wrong("it is a URL", relative);
	if (text.includes("\\")) return wrong("it contains a backslash", "use / as the separator");
	if (text.startsWith("/") || text.startsWith("~"))
		return wrong("it leaves the repository", relative, "catalog/outside");
	const parts: string[] = [];
	for (const part of text.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === undefined) return wrong("it leaves the repository", relative, "catalog/outside");
	}
	if (parts[0]?.startsWith("-")) return wrong(leadingDash, "rename the folder");
	return valid(parts.length === 0 ? "." : parts.join("/"));
}
