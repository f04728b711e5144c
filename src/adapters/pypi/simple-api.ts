import { valid } from "@renovatebot/pep440";
import type { PackageRelease } from "../../model/requirements/package-release.ts";
import { packageKey } from "../../model/requirements/requirement.ts";
import { parseWheelName } from "../../model/requirements/wheel.ts";
import { defined } from "../../util/defined.ts";
import { parseJson, readObject, readString } from "../../util/json.ts";
import { decodePercent } from "./index-url.ts";

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
	const files = readObject(parseJson(text))?.files;
	if (!Array.isArray(files)) return undefined;
	return files.flatMap((file: unknown) => {
		const { filename, yanked, "requires-python": requires } = readObject(file) ?? {};
		if (typeof filename !== "string") return [];
		const reason = typeof yanked === "string" ? yanked : yanked === true ? "" : undefined;
		return [{ filename, ...defined({ requiresPython: readString(requires), yanked: reason }) }];
	});
}

const anchorStart = /<a\s/gi;
const anchorRest = /((?:[^>"']|"[^"]*"|'[^']*')*)>/y;
const attribute = /(?<![a-z-])([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))|(data-yanked)(?=[\s>]|$)/gi;

/** The attributes of each anchor. Ends at one that is not closed: continuing from each is quadratic. */
function* anchorsIn(text: string): Generator<string, void> {
	for (let at = 0; ; at = anchorRest.lastIndex) {
		anchorStart.lastIndex = at;
		if (!anchorStart.test(text)) return;
		anchorRest.lastIndex = anchorStart.lastIndex;
		const rest = anchorRest.exec(text);
		if (rest === null) return;
		yield rest[1] ?? "";
	}
}

function htmlFiles(text: string): readonly IndexFile[] | undefined {
	if (!/<(?:!doctype|html|head|body|a)\b/i.test(text)) return undefined;
	return [...anchorsIn(text)].flatMap((tag) => {
		const attributes = new Map(
			[...tag.matchAll(attribute)].map(([, name = "", double, single, bare, valueless]) => [
				(valueless ?? name).toLowerCase(),
				decodeEntities(double ?? single ?? bare ?? ""),
			]),
		);
		const name = (attributes.get("href") ?? "").replace(/[?#].*$/s, "").replace(/^.*\//s, "");
		if (name === "") return [];
		const requiresPython = readString(attributes.get("data-requires-python"));
		return [{ filename: decodePercent(name), ...defined({ requiresPython, yanked: attributes.get("data-yanked") }) }];
	});
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

const decodeEntities = (text: string) =>
	text.replace(
		/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]+));/gi,
		(all, decimal?: string, hex?: string, name?: string) => {
			if (name !== undefined) return entities[name.toLowerCase()] ?? all;
			const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
			return code <= 0x10ffff ? String.fromCodePoint(code) : all;
		},
	);

function toReleases(files: readonly IndexFile[], key: string): readonly PackageRelease[] {
	const releases = new Map<string, { wheels: Set<string>; source: boolean; files: IndexFile[] }>();
	for (const file of files) {
		const wheel = parseWheelName(file.filename);
		const version = wheel?.version ?? sourceVersion(file.filename, key);
		if (version === undefined || valid(version) === null) continue;
		const release = releases.get(version) ?? { wheels: new Set(), source: false, files: [] };
		releases.set(version, release);
		if (wheel === undefined) release.source = true;
		else release.wheels.add(wheel.tags);
		release.files.push(file);
	}
	return [...releases].map(
		([
			version,
			{
				wheels,
				source,
				files: [first, ...others],
			},
		]) => {
			const isSame = others.every((file) => file.requiresPython === first?.requiresPython);
			const requiresPython = isSame ? first?.requiresPython : undefined;
			// A version is yanked if all its files are.
			const isYanked = others.every((file) => file.yanked !== undefined);
			const yanked = isYanked ? first?.yanked?.slice(0, 300) : undefined;
			return { version, wheels: [...wheels], source, ...defined({ requiresPython, yanked }) };
		},
	);
}

/** The version in `python-consul2-0.1.5.tar.gz`: the rest after the package's name in any spelling. */
function sourceVersion(filename: string, key: string): string | undefined {
	const stem = /^(.+)\.(?:tar\.gz|zip|tar\.bz2|tgz|tar\.xz|tar\.Z)$/i.exec(filename)?.[1];
	if (stem === undefined) return undefined;
	for (let dash = stem.indexOf("-"); dash > 0; dash = stem.indexOf("-", dash + 1))
		if (packageKey(stem.slice(0, dash)) === key) return stem.slice(dash + 1);
	return undefined;
}
