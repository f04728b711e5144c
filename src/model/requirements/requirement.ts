import { defined } from "../../util/defined.ts";
import type { Location } from "../../util/errors.ts";

/** One package that a requirements file or a command line asks for, as PEP 508 has it. */
export interface Requirement {
	/** As written. */
	readonly name: string;
	/** Lower case, runs of `-_.` as one dash (PEP 503): what the index calls it. */
	readonly key: string;
	readonly extras: readonly string[];
	/** `==1.2,!=1.3`; undefined where any version will do, or `url` says which. */
	readonly versions?: string;
	/** `name @ https://...`: the index is not asked. */
	readonly url?: string;
	/** The condition after `;`. */
	readonly marker?: string;
	/** It has a `--hash`. */
	readonly hashed: boolean;
	/** Its name. */
	readonly at: Location;
	/** Its version, or its name where it has none. */
	readonly versionsAt: Location;
}

/** What a line says, its offsets counted from the start of the text. A text is what is wrong with it. */
export interface ParsedRequirement extends Omit<Requirement, "at" | "versionsAt" | "hashed"> {
	/** Where the versions start. */
	readonly versionsOffset: number;
}

const nameAndExtras = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*/;
const specifier = /^(?:===|~=|==|!=|<=|>=|<|>)\s*[^\s,;()]+$/;

/** The name that an index goes by: https://packaging.python.org/en/latest/specifications/name-normalization/ */
export const packageKey = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, "-");

/** Reads `name[extra] >=1,<2 ; marker` or `name @ url ; marker`; a text is what is wrong with it, in pip's sense. */
export function parseRequirement(text: string): ParsedRequirement | string {
	const head = nameAndExtras.exec(text);
	const name = head?.[1];
	if (head === null || name === undefined) return "that does not start with the name of a package";
	const rest = text.slice(head[0].length);
	const extras = (head[2] ?? "")
		.split(",")
		.map((extra) => extra.trim())
		.filter(Boolean);
	const base = { name, key: packageKey(name), extras, versionsOffset: head[0].length };
	if (rest.startsWith("@")) {
		const found = /^@\s*(\S+)(?:\s+;\s*(.+))?\s*$/.exec(rest);
		if (found?.[1] === undefined) return "after @ comes an address";
		return { ...base, url: found[1], ...(found[2] !== undefined && { marker: found[2].trim() }) };
	}
	const semicolon = rest.indexOf(";");
	const written = (semicolon < 0 ? rest : rest.slice(0, semicolon)).trim();
	const marker = semicolon < 0 ? undefined : rest.slice(semicolon + 1).trim();
	const versions = written.replace(/^\((.*)\)$/s, "$1").trim();
	const parts = versions === "" ? [] : versions.split(",").map((part) => part.trim());
	const wrong = parts.filter((part, i) => !specifier.test(part) && !(part === "" && i === parts.length - 1));
	if (wrong.length > 0) return hint(wrong[0] ?? "");
	if (marker === "") return "after ; comes a condition";
	const sound = parts.filter(Boolean).map((part) => part.replace(/\s+/g, ""));
	return {
		...base,
		...(sound.length > 0 && { versions: sound.join(",") }),
		...defined({ marker }),
	};
}

function hint(part: string): string {
	if (/^=[^=]/.test(part)) return `"${part}" is not a version: one = is too few, write =${part}`;
	if (/^[\d.]/.test(part)) return `"${part}" is not a version: an operator such as == comes first`;
	return `"${part}" is not a version`;
}
