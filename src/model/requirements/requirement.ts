import { defined } from "../../util/defined.ts";
import type { Location } from "../../util/errors.ts";

/** One package in a requirements file or a command, by PEP 508. */
export interface Requirement {
	/** As written. */
	readonly name: string;
	/** Normalized name (PEP 503): lower case, runs of `-_.` as one dash. */
	readonly key: string;
	readonly extras: readonly string[];
	/** `==1.2,!=1.3`; undefined if any version matches, or with `url`. */
	readonly versions?: string;
	/** `name @ https://...`: no index is queried. */
	readonly url?: string;
	/** The marker after `;`. */
	readonly marker?: string;
	/** It has a `--hash`. */
	readonly hashed: boolean;
	/** Location of the name. */
	readonly at: Location;
	/** Location of the version, or of the name without one. */
	readonly versionsAt: Location;
}

/** A parsed requirement without locations. */
export interface ParsedRequirement extends Omit<Requirement, "at" | "versionsAt" | "hashed"> {
	/** Offset of the versions in the text. */
	readonly versionsOffset: number;
}

const nameAndExtras = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*/;
const specifier = /^(?:===|~=|==|!=|<=|>=|<|>)\s*[^\s,;()]+$/;

/** Normalizes a package name: https://packaging.python.org/en/latest/specifications/name-normalization/ */
export const packageKey = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, "-");

/** Parses `name[extra] >=1,<2 ; marker` or `name @ url ; marker` like pip. A string is the error message. */
export function parseRequirement(text: string): ParsedRequirement | string {
	const head = nameAndExtras.exec(text);
	const name = head?.[1];
	if (head === null || name === undefined) return "it does not start with a package name";
	const rest = text.slice(head[0].length);
	const extras = (head[2] ?? "")
		.split(",")
		.map((extra) => extra.trim())
		.filter(Boolean);
	const base = { name, key: packageKey(name), extras, versionsOffset: head[0].length };
	if (rest.startsWith("@")) {
		const [, url, after = ""] = /^@\s*(\S+)(.*)$/s.exec(rest.trimEnd()) ?? [];
		const marker = after === "" ? undefined : /^\s+;(.+)$/s.exec(after)?.[1]?.trim();
		if (url === undefined || (after !== "" && !marker)) return "a URL must follow @";
		return { ...base, url, ...defined({ marker }) };
	}
	const semicolon = rest.indexOf(";");
	const written = (semicolon < 0 ? rest : rest.slice(0, semicolon)).trim();
	const marker = semicolon < 0 ? undefined : rest.slice(semicolon + 1).trim();
	const versions = written.replace(/^\((.*)\)$/s, "$1").trim();
	const parts = versions === "" ? [] : versions.split(",").map((part) => part.trim());
	const invalid = parts.find((part, i) => !specifier.test(part) && !(part === "" && i === parts.length - 1));
	if (invalid !== undefined) return describeInvalidVersion(invalid);
	if (marker === "") return "a marker must follow ;";
	const specifiers = parts.filter(Boolean).map((part) => part.replace(/\s+/g, ""));
	return { ...base, ...defined({ versions: specifiers.join(",") || undefined, marker }) };
}

function describeInvalidVersion(part: string): string {
	if (/^=[^=]/.test(part)) return `invalid version "${part}", write =${part}`;
	if (/^[\d.]/.test(part)) return `invalid version "${part}", start with an operator such as ==`;
	return `invalid version "${part}"`;
}
