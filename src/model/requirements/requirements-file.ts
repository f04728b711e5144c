import { defined } from "../../util/defined.ts";
import type { Location, Problem } from "../../util/errors.ts";
import { type RequirementsLine, readLogicalLines } from "./logical-lines.ts";
import { parseRequirement, type Requirement } from "./requirement.ts";
import { shellWords } from "./shell-words.ts";

/** A file that another one includes, relative to it. */
export interface Include {
	readonly kind: "requirements" | "constraints";
	readonly path: string;
	readonly at: Location;
}

/** Options of a file or command about package sources. */
export interface PipIndexOptions {
	/** `--index-url`; undefined if not given. */
	readonly index?: string;
	readonly extra: readonly string[];
	/** `--no-index`: no index at all. */
	readonly none: boolean;
	/** `--find-links`: packages may also be elsewhere. */
	readonly links: boolean;
	/** `--pre` */
	readonly pre: boolean;
	/** `--no-binary`: normalized names, or `:all:`, that are never installed from wheels. */
	readonly noBinary: readonly string[];
	/** `--only-binary`: the same for packages that are never built from source. */
	readonly onlyBinary: readonly string[];
}

export const noIndexOptions: PipIndexOptions = {
	extra: [],
	none: false,
	links: false,
	pre: false,
	noBinary: [],
	onlyBinary: [],
};

/** A parsed requirements or constraints file. Markers are not evaluated, includes not followed. */
export interface RequirementsFile {
	readonly requirements: readonly Requirement[];
	readonly includes: readonly Include[];
	readonly choice: PipIndexOptions;
	/** Lines that pip rejects (`requirements/syntax`). */
	readonly problems: readonly Problem[];
}

/** A lock file with hashes of a thousand packages has two million characters. */
const maxLength = 4 * 1024 * 1024;

/** Parses a requirements file like pip: https://pip.pypa.io/en/stable/reference/requirements-file-format/ */
export function parseRequirements(text: string, file: string): RequirementsFile {
	const requirements: Requirement[] = [];
	const includes: Include[] = [];
	const problems: Problem[] = [];
	if (text.length > maxLength) {
		const message = `the file has ${text.length} characters: at most ${maxLength} are read`;
		problems.push({ code: "requirements/too-large", message, at: { file, line: 1 } });
		return { requirements, includes, choice: noIndexOptions, problems };
	}
	const choices: PipIndexOptions[] = [];
	for (const line of readLogicalLines(decodeUtf16(text), file)) {
		if (line.text.startsWith("-")) {
			const options = readPipOptions(shellWords(line.text), line.at(0));
			includes.push(...options.includes);
			choices.push(options.choice);
			continue;
		}
		const requirement = readLine(line);
		if (typeof requirement === "string") {
			const message = `invalid requirement ${JSON.stringify(shorten(line.text))}: ${requirement}`;
			problems.push({ code: "requirements/syntax", message, at: line.at(0) });
		} else if (requirement !== undefined) requirements.push(requirement);
	}
	return { requirements, includes, choice: mergeAll(choices), problems };
}

/** PowerShell writes UTF-16, which pip accepts. Decoded as UTF-8, every other byte is zero. */
const decodeUtf16 = (text: string) => (text.includes("\0") ? text.replace(/[\0\uFFFD]/g, "") : text);

/** Undefined for a path or URL, which is in no index. */
function readLine(line: RequirementsLine): Requirement | string | undefined {
	// Options of one requirement follow it: --hash=..., --config-settings ...
	const options = /\s--[a-z]/.exec(line.text);
	const text = options === null ? line.text : line.text.slice(0, options.index);
	if (isPathOrUrl(text)) return undefined;
	const parsed = parseRequirement(text);
	if (typeof parsed === "string") return parsed;
	const { versionsOffset, ...rest } = parsed;
	return {
		...rest,
		hashed: / --hash[= ]/.test(line.text),
		at: line.at(0),
		versionsAt: line.at(rest.versions === undefined ? 0 : versionsOffset),
	};
}

/** `.`, `./lib`, `../x[extra]`, `/opt/x`, `file.whl`, `https://...`, `git+ssh://...` */
export const isPathOrUrl = (text: string): boolean =>
	/^(?:\.{1,2}(?:[/[\s]|$)|\/|~\/|[A-Za-z][A-Za-z0-9+.-]*:\/\/)/.test(text) ||
	/^[^\s;@<>=!~]+\.(?:whl|zip|tar\.gz|tar\.bz2|tgz)(?:\s|\[|$)/i.test(text) ||
	/^[\w.-]+\/[^\s@]*(?:\s|$)/.test(text);

const includeOptions: Readonly<Record<string, Include["kind"]>> = {
	"-r": "requirements",
	"--requirement": "requirements",
	"-c": "constraints",
	"--constraint": "constraints",
};

const setIndex = (index: string) => ({ index });
const addIndexes = (value: string) => ({ extra: value.split(/\s+/).filter(Boolean) });
const addLinks = () => ({ links: true });
const splitNames = (value: string) => value.split(/[,\s]+/).filter(Boolean);

/** Options with a value, and what they add to the index options. */
const valueOptions: Readonly<Record<string, (value: string) => Partial<PipIndexOptions>>> = {
	"-i": setIndex,
	"--index-url": setIndex,
	"--pypi-url": setIndex,
	"--default-index": setIndex,
	"--extra-index-url": addIndexes,
	"--index": addIndexes,
	"-f": addLinks,
	"--find-links": addLinks,
	"--no-binary": (value) => ({ noBinary: splitNames(value) }),
	"--only-binary": (value) => ({ onlyBinary: splitNames(value) }),
	"-e": () => ({}),
	"--editable": () => ({}),
};

/** Parses the options about includes and package sources. `rest` are the other words. */
export function readPipOptions(
	words: readonly string[],
	at: Location,
): { readonly includes: readonly Include[]; readonly choice: PipIndexOptions; readonly rest: readonly string[] } {
	const includes: Include[] = [];
	const rest: string[] = [];
	let choice = noIndexOptions;
	for (let i = 0; i < words.length; i++) {
		const word = words[i] ?? "";
		const { name, value = words[i + 1] ?? "", isInline } = splitOption(word);
		const kind = word.startsWith("-") ? includeOptions[name] : undefined;
		const option = word.startsWith("-") ? valueOptions[name] : undefined;
		if (word === "--no-index") choice = { ...choice, none: true };
		else if (word === "--pre") choice = { ...choice, pre: true };
		else if (kind === undefined && option === undefined) rest.push(word);
		else {
			if (!isInline) i++;
			if (kind !== undefined) includes.push({ kind, path: value, at });
			else choice = mergeIndexOptions(choice, { ...noIndexOptions, ...option?.(value) });
		}
	}
	return { includes, choice, rest };
}

/** Splits `--name=value` and `-rvalue`. Without a value, it is the next word. */
function splitOption(word: string): { readonly name: string; readonly value?: string; readonly isInline: boolean } {
	const [, name, value] = /^(--[^=]*)=(.*)$/s.exec(word) ?? /^(-[rcief])(?==?.)=?(.*)$/s.exec(word) ?? [];
	return name === undefined ? { name: word, isInline: false } : { name, ...defined({ value }), isInline: true };
}

/** Merges two sets of options; the index of the second wins. */
export function mergeIndexOptions(first: PipIndexOptions, second: PipIndexOptions): PipIndexOptions {
	return mergeAll([first, second]);
}

/** Merges sets of options; the last index wins. */
function mergeAll(all: readonly PipIndexOptions[]): PipIndexOptions {
	const index = all.findLast((options) => options.index !== undefined)?.index;
	return {
		...defined({ index }),
		extra: all.flatMap(({ extra }) => extra),
		none: all.some(({ none }) => none),
		links: all.some(({ links }) => links),
		pre: all.some(({ pre }) => pre),
		noBinary: all.flatMap(({ noBinary }) => noBinary),
		onlyBinary: all.flatMap(({ onlyBinary }) => onlyBinary),
	};
}

const shorten = (text: string) => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);
