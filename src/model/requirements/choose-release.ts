import { compare, explain, satisfies } from "@renovatebot/pep440";
import type { PackageRelease } from "./package-release.ts";
import type { PipIndexOptions } from "./requirements-file.ts";
import { type InstallTarget, isCompatibleWheel, isPureWheel } from "./wheel.ts";

/** The release of a package that a `pip install` would choose. */
export type ReleaseChoice =
	| {
			readonly kind: "taken";
			readonly release: PackageRelease;
			/** A wheel for any machine, one for this machine, or the source, which has to be built. */
			readonly as: "pure" | "wheel" | "source";
	  }
	/** No version matches the specifiers. */
	| { readonly kind: "no-version" }
	/** The matching versions need another Python. */
	| { readonly kind: "python"; readonly releases: readonly PackageRelease[] }
	/** The matching versions have no installable file. */
	| { readonly kind: "no-file"; readonly releases: readonly PackageRelease[] };

export interface ReleaseRequest {
	readonly key: string;
	/** All specifiers, including constraints. */
	readonly versions: readonly string[];
	readonly choice: PipIndexOptions;
	/** Undefined: the build machine, which is unknown; any wheel is compatible. */
	readonly target: InstallTarget | undefined;
	readonly python: string | undefined;
}

/** The release that pip would install: https://pip.pypa.io/en/stable/cli/pip_install/#finding-packages. */
export function chooseRelease(releases: readonly PackageRelease[], request: ReleaseRequest): ReleaseChoice {
	const { versions, choice, python } = request;
	const matching = releasesToCompare(releases, versions).filter(
		({ version, yanked }) =>
			versions.every((specifier) => satisfiesSpecifier(version, specifier)) &&
			(yanked === undefined || versions.some(isExactSpecifier)),
	);
	if (matching.length === 0) return { kind: "no-version" };
	const early = choice.pre || versions.some(namesPrerelease);
	const final = matching.filter(({ version }) => !isPrerelease(version));
	const candidates = early || final.length === 0 ? matching : final;
	const running = candidates.filter(({ requiresPython }) => runsOn(requiresPython, python));
	if (running.length === 0) return { kind: "python", releases: candidates };
	const ordered = [...running].sort((a, b) => compare(b.version, a.version));
	for (const release of ordered) {
		const as = installFormOf(release, request);
		if (as !== undefined) return { kind: "taken", release, as };
	}
	return { kind: "no-file", releases: ordered };
}

/** Comparing versions is slow: if a specifier names an existing version, only that one is compared. */
function releasesToCompare(
	releases: readonly PackageRelease[],
	versions: readonly string[],
): readonly PackageRelease[] {
	const exact = versions.flatMap((specifier) => specifier.split(",")).find((part) => /^==[^=*]+$/.test(part));
	const named = releases.filter(({ version }) => version === exact?.slice("==".length));
	return named.length > 0 ? named : releases;
}

/** Whether a specifier names one version, which pip installs even if it was yanked. */
export const isExactSpecifier = (specifier: string): boolean =>
	specifier.split(",").some((part) => /^={2,3}[^=]/.test(part) && !part.endsWith(".*"));

/** Whether a version satisfies a specifier; true if the specifier is invalid. */
export function satisfiesSpecifier(version: string, specifier: string): boolean {
	try {
		return satisfies(version, specifier, { prereleases: true });
	} catch {
		return true;
	}
}

const isPrerelease = (version: string) => {
	const parts = explain(version);
	return parts?.is_prerelease === true || parts?.is_devrelease === true;
};

const namesPrerelease = (specifier: string) =>
	specifier.split(",").some((part) => !part.startsWith("!=") && isPrerelease(part.replace(/^[=<>~!]+/, "")));

/** Any patch version may match: `>=3.11.4` does not exclude 3.11. */
function runsOn(requires: string | undefined, python: string | undefined): boolean {
	if (requires === undefined || python === undefined) return true;
	return satisfiesSpecifier(`${python}.99`, requires) || satisfiesSpecifier(`${python}.0`, requires);
}

function installFormOf(
	{ wheels, source }: PackageRelease,
	request: ReleaseRequest,
): "pure" | "wheel" | "source" | undefined {
	const { key, choice, target, python } = request;
	const names = (list: readonly string[]) => list.includes(":all:") || list.some((name) => name.toLowerCase() === key);
	const built = names(choice.noBinary) && !choice.onlyBinary.includes(key);
	const fitting = built ? [] : wheels.filter((tags) => target === undefined || isCompatibleWheel(tags, target));
	if (
		fitting.some(
			(tags) => isPureWheel(tags) && isCompatibleWheel(tags, target ?? { platform: "any", ...(python && { python }) }),
		)
	)
		return "pure";
	if (fitting.length > 0) return "wheel";
	return source && !names(choice.onlyBinary) ? "source" : undefined;
}

/** The final versions next to a missing one: the last below it and the first above it. */
export function nearestVersions(releases: readonly PackageRelease[], version: string): readonly string[] {
	const versions = finalVersions(releases);
	const below = versions.filter((other) => compare(other, version) < 0).at(-1);
	const above = versions.find((other) => compare(other, version) > 0);
	return [below, above].filter((other) => other !== undefined);
}

/** The newest final version; undefined if there is none. */
export function newestVersion(releases: readonly PackageRelease[]): string | undefined {
	return finalVersions(releases).at(-1);
}

/** Without pre-releases and yanked releases, the oldest first. */
function finalVersions(releases: readonly PackageRelease[]): readonly string[] {
	return releases
		.filter(({ version, yanked }) => !isPrerelease(version) && yanked === undefined)
		.map(({ version }) => version)
		.sort(compare);
}
