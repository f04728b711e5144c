import semver from "semver";

/** The parts of a version, by their names in the patterns of rules. */
export interface VersionParts {
	readonly version: string;
	readonly major: string;
	readonly minor: string;
	readonly patch: string;
	/** Pre-, post- or development release: only its whole version becomes a tag, never `1.2` or `1`. */
	readonly special: boolean;
}

/** Parses a semver.org version, with or without a leading `v`. */
export function parseSemver(text: string): VersionParts | undefined {
	const parsed = semver.parse(text);
	if (parsed === null) return undefined;
	const { version, major, minor, patch, prerelease } = parsed;
	return { version, major: `${major}`, minor: `${minor}`, patch: `${patch}`, special: prerelease.length > 0 };
}

// The grammar of PEP 440, appendix B.
const pep440 = new RegExp(
	[
		/^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)/,
		/(?:[-_.]?(?<pre>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?<preNumber>\d*))?/,
		/(?<post>-(?<implicit>\d+)|[-_.]?(?:post|rev|r)[-_.]?(?<postNumber>\d*))?/,
		/(?<dev>[-_.]?dev[-_.]?(?<devNumber>\d*))?/,
		/(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/,
	]
		.map(({ source }) => source)
		.join(""),
	"i",
);

const preNames: Readonly<Record<string, string>> = {
	...{ alpha: "a", a: "a", beta: "b", b: "b", c: "rc", rc: "rc", pre: "rc", preview: "rc" },
};

/** Parses a PEP 440 version into its normal form: `1.2.3beta2` is `1.2.3b2`. */
export function parsePep440(text: string): VersionParts | undefined {
	const groups = pep440.exec(text)?.groups;
	if (groups === undefined) return undefined;
	const release = (groups.release ?? "").split(".").map((number) => `${BigInt(number)}`);
	const number = (digits: string | undefined) => `${BigInt(digits || "0")}`;
	const version = [
		groups.epoch === undefined || number(groups.epoch) === "0" ? "" : `${number(groups.epoch)}!`,
		release.join("."),
		groups.pre === undefined ? "" : `${preNames[groups.pre.toLowerCase()]}${number(groups.preNumber)}`,
		groups.post === undefined ? "" : `.post${number(groups.implicit ?? groups.postNumber)}`,
		groups.dev === undefined ? "" : `.dev${number(groups.devNumber)}`,
		groups.local === undefined ? "" : `+${groups.local.toLowerCase().replace(/[-_]/g, ".")}`,
	].join("");
	const [major = "0", minor = "0", patch = "0"] = release;
	const special = groups.pre !== undefined || groups.post !== undefined || groups.dev !== undefined;
	return { version, major, minor, patch, special };
}
