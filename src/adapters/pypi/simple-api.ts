import { valid } from "@renovatebot/pep440";
import type { PackageRelease } from "../../model/requirements/package-release.ts";
import { packageKey } from "../../model/requirements/requirement.ts";
import { parseWheelName } from "../../model/requirements/wheel.ts";
import { defined } from "../../util/defined.ts";

/** A file of a package in the simple repository API. */
interface IndexFile {
	readonly filename: string;
	readonly requiresPython?: string;
	readonly yanked?: string;
}

/**
 * Parses the response of an index for one package, JSON or HTML. Undefined if it is neither.
 * https://packaging.python.org/en/latest/specifications/simple-repository-api/
 */
export function parseSimpleIndex(
	text: string,
	contentType: string,
	key: string,
): readonly PackageRelease[] | undefined {
	const files = /json/i.test(contentType) ? jsonFiles(text) : htmlFiles(text);
	return files === undefined ? undefined : toReleases(files, key);
}

function jsonFiles(text: string): readonly IndexFile[] | undefined {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return undefined;
	}
	const files = isObject(value) ? value.files : undefined;
	if (!Array.isArray(files)) return undefined;
	return files.filter(isObject).flatMap((file) => {
		const { filename, yanked, "requires-python": requires } = file;
		if (typeof filename !== "string") return [];
		const reason = typeof yanked === "string" ? yanked : yanked === true ? "" : undefined;
		return [toFile(filename, typeof requires === "string" ? requires : undefined, reason)];
	});
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const anchor = /<a\s((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const attribute = /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))|(data-yanked)(?=[\s>]|$)/gi;

function htmlFiles(text: string): readonly IndexFile[] | undefined {
	if (!/<(?:!doctype|html|head|body|a)\b/i.test(text)) return undefined;
	return [...text.matchAll(anchor)].flatMap(([, written = ""]) => {
		const found = new Map(
			[...written.matchAll(attribute)].map(([, name = "", double, single, bare, alone]) => [
				(alone ?? name).toLowerCase(),
				plain(double ?? single ?? bare ?? ""),
			]),
		);
		const name = (found.get("href") ?? "").replace(/[?#].*$/s, "").replace(/^.*\//s, "");
		return name === "" ? [] : [toFile(decoded(name), found.get("data-requires-python"), found.get("data-yanked"))];
	});
}

function toFile(filename: string, requiresPython: string | undefined, yanked: string | undefined): IndexFile {
	return {
		filename,
		...(requiresPython !== undefined && requiresPython !== "" && { requiresPython }),
		...defined({ yanked }),
	};
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

const plain = (text: string) =>
	text.replace(
		/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]+));/gi,
		(all, decimal?: string, hex?: string, name?: string) => {
			if (name !== undefined) return entities[name.toLowerCase()] ?? all;
			const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
			return code <= 0x10ffff ? String.fromCodePoint(code) : all;
		},
	);

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function toReleases(files: readonly IndexFile[], key: string): readonly PackageRelease[] {
	const found = new Map<string, { wheels: Set<string>; source: boolean; files: IndexFile[] }>();
	for (const file of files) {
		const wheel = parseWheelName(file.filename);
		const version = wheel?.version ?? sourceVersion(file.filename, key);
		if (version === undefined || valid(version) === null) continue;
		const release = found.get(version) ?? { wheels: new Set(), source: false, files: [] };
		found.set(version, release);
		if (wheel === undefined) release.source = true;
		else release.wheels.add(wheel.tags);
		release.files.push(file);
	}
	return [...found].map(([version, { wheels, source, files: mine }]) => {
		const requires = mine.map(({ requiresPython }) => requiresPython);
		// A version is yanked if all its files are.
		const yanked = mine.every((file) => file.yanked !== undefined) ? mine[0]?.yanked : undefined;
		const same = requires.every((one) => one === requires[0]) ? requires[0] : undefined;
		return {
			version,
			wheels: [...wheels],
			source,
			...defined({ requiresPython: same }),
			...(yanked !== undefined && { yanked: yanked.slice(0, 300) }),
		};
	});
}

/** The version in `python-consul2-0.1.5.tar.gz`: the rest after the package's name in any spelling. */
function sourceVersion(filename: string, key: string): string | undefined {
	const stem = /^(.+)\.(?:tar\.gz|zip|tar\.bz2|tgz|tar\.xz|tar\.Z)$/i.exec(filename)?.[1];
	if (stem === undefined) return undefined;
	for (let dash = stem.indexOf("-"); dash > 0; dash = stem.indexOf("-", dash + 1))
		if (packageKey(stem.slice(0, dash)) === key) return stem.slice(dash + 1);
	return undefined;
}
