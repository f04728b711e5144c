import {
	isExactSpecifier,
	nearestVersions,
	newestVersion,
	type ReleaseChoice,
} from "../../../../model/requirements/choose-release.ts";
import { wellKnownPackages } from "../../../../model/requirements/known-packages.ts";
import type { PackageRelease } from "../../../../model/requirements/package-release.ts";
import type { PipInstall } from "../../../../model/requirements/pip-installs.ts";
import type { Requirement } from "../../../../model/requirements/requirement.ts";
import { type InstallTarget, isCompatibleWheel, isPureWheel } from "../../../../model/requirements/wheel.ts";
import { closestMatch } from "../../../../util/closest-match.ts";
import { defined } from "../../../../util/defined.ts";
import {
	packageFactsOf,
	pipChoice,
	pipInstalls,
	requirementsToLookUp,
	specifiersOf,
} from "../../analysis/pip-installs.ts";
import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";

/** A requirement that was looked up in an index. */
interface LookedUp {
	readonly install: PipInstall;
	readonly requirement: Requirement;
	/** Releases on the index; undefined if the package is missing or was not looked up. */
	readonly releases: readonly PackageRelease[] | undefined;
	/** The index may have more versions than it lists. */
	readonly isPartial: boolean;
	readonly isMissing: boolean;
	/** What pip would choose on a platform. */
	readonly choiceFor: (target: InstallTarget | undefined) => ReleaseChoice | undefined;
}

function* lookedUp(context: RuleContext): Iterable<LookedUp> {
	const { request, service } = context;
	if (request.packageFacts === undefined) return;
	for (const install of pipInstalls(context, service, request))
		for (const requirement of requirementsToLookUp(install)) {
			const facts = packageFactsOf(requirement, install, request);
			yield {
				install,
				requirement,
				releases: facts.kind === "known" ? facts.releases : undefined,
				isPartial: facts.kind === "known" && facts.all === "some",
				isMissing: facts.kind === "missing",
				choiceFor: (target) => pipChoice(requirement, install, target, request),
			};
		}
}

function* unknownPackage(context: RuleContext): Iterable<RuleFinding> {
	for (const { requirement, isMissing } of lookedUp(context)) {
		if (!isMissing) continue;
		const suggestion = similarPackage(requirement.key);
		yield {
			message: `the index has no package ${requirement.name}`,
			at: requirement.at,
			why: "pip finds no matching distribution, and the build fails",
			...defined({ fix: suggestion && `did you mean ${suggestion}?` }),
		};
	}
}

/** A well-known package with a similar name, also without words such as `python-` and `aio`. */
function similarPackage(key: string): string | undefined {
	const similar = closestMatch(key, wellKnownPackages);
	if (similar !== undefined) return similar;
	const core = coreOf(key);
	return core.length < 3 ? undefined : wellKnownPackages.find((name) => coreOf(name) === core);
}

const coreOf = (key: string) =>
	key.replace(/^(?:python3?-|py-|py(?=[a-z]{3})|aio|async-|asyncio-)/, "").replace(/(?:-python|-py|-client|[23])$/, "");

const exactVersion = (specifiers: string) => /(?:^|,)={2,3}([^,*]+)/.exec(specifiers)?.[1];

function* unknownVersion(context: RuleContext): Iterable<RuleFinding> {
	for (const { install, requirement, releases, isPartial, choiceFor } of lookedUp(context)) {
		if (releases === undefined || isPartial || choiceFor(install.targets[0])?.kind !== "no-version") continue;
		const { name, versionsAt: at } = requirement;
		const specifiers = specifiersOf(requirement, install).join(",");
		const exact = isExactSpecifier(specifiers) ? exactVersion(specifiers) : undefined;
		yield {
			message:
				exact === undefined ? `no version of ${name} matches ${specifiers}` : `the index has no ${name} ${exact}`,
			at,
			why: "pip finds no matching distribution, and the build fails",
			...suggestVersions(releases, exact),
		};
	}
}

/** A fix with the versions nearest to an exact one, and the newest version. */
function suggestVersions(releases: readonly PackageRelease[], exact: string | undefined): { readonly fix?: string } {
	const near = exact === undefined ? [] : nearestVersions(releases, exact);
	const newest = newestVersion(releases);
	if (near.length === 0) return newest === undefined ? {} : { fix: `use ${newest}, the newest version` };
	const more = newest === undefined || near.includes(newest) ? "" : `; the newest version is ${newest}`;
	return { fix: `use ${near.join(" or ")}${more}` };
}

function* notInstallable(context: RuleContext): Iterable<RuleFinding> {
	for (const { install, requirement, releases, isPartial, choiceFor } of lookedUp(context)) {
		if (releases === undefined || isPartial) continue;
		const { name, versionsAt: at } = requirement;
		for (const target of install.targets.length === 0 ? [undefined] : install.targets) {
			const choice = choiceFor(target);
			if (choice?.kind !== "python" && choice?.kind !== "no-file") continue;
			const newest = newestVersion(choice.releases);
			const release = choice.releases.find(({ version }) => version === newest) ?? choice.releases[0];
			const version = `${name} ${release?.version ?? ""}`;
			if (choice.kind === "python" && install.python !== undefined) {
				yield {
					message: `${version} requires Python ${release?.requiresPython ?? ""}, this stage has Python ${install.python}`,
					at,
					why: "pip skips such versions and finds no other, so the build fails",
					fix: "use a version for this Python, or a base image with another Python",
				};
				break;
			}
			if (choice.kind === "no-file" && target !== undefined)
				yield {
					message: `${version} has neither a wheel for ${describeTarget(target)} nor a source distribution`,
					at,
					why: "pip finds nothing to install, so the build fails",
					...suggestWheel(releases, requirement, target),
				};
		}
	}
}

function* noWheel(context: RuleContext): Iterable<RuleFinding> {
	for (const { requirement, releases, target, release } of builtFromSource(context))
		if (!release.wheels.every(isPureWheel))
			yield {
				message: `${requirement.name} ${release.version} has no wheel for ${describeTarget(target)}: the build compiles it`,
				at: requirement.versionsAt,
				why: "this needs a compiler and headers in the stage, and takes minutes under emulation",
				...suggestWheel(releases ?? [], requirement, target),
			};
}

function* sourceOnly(context: RuleContext): Iterable<RuleFinding> {
	for (const { requirement, release } of builtFromSource(context))
		if (release.wheels.every(isPureWheel))
			yield {
				message: `${requirement.name} ${release.version} has only a source distribution`,
				at: requirement.versionsAt,
				why: "pip runs its setup in the build, which may need a compiler",
			};
}

/** Requirements for which pip chooses a source distribution, by platform. */
function* builtFromSource(
	context: RuleContext,
): Iterable<LookedUp & { readonly target: InstallTarget; readonly release: PackageRelease }> {
	for (const requirement of lookedUp(context))
		for (const target of requirement.install.targets) {
			const choice = requirement.choiceFor(target);
			if (choice?.kind === "taken" && choice.as === "source") yield { ...requirement, target, release: choice.release };
		}
}

/** `linux/arm64, Python 3.11 and musl` */
function describeTarget({ platform, python, libc }: InstallTarget): string {
	const more = [...(python === undefined ? [] : [`Python ${python}`]), ...(libc?.kind === "musl" ? ["musl"] : [])];
	const last = more.pop();
	return last === undefined ? platform : `${[platform, ...more].join(", ")} and ${last}`;
}

/** A fix with the nearest version that has a wheel for the target. */
function suggestWheel(
	releases: readonly PackageRelease[],
	{ versions = "" }: Requirement,
	target: InstallTarget,
): { readonly fix?: string } {
	const fitting = releases.filter(({ wheels }) => wheels.some((tags) => isCompatibleWheel(tags, target)));
	const exact = /={2,3}([^,*]+)/.exec(versions)?.[1];
	const near = exact === undefined ? undefined : nearestVersions(fitting, exact).at(-1);
	const version = near ?? newestVersion(fitting);
	return defined({ fix: version && `use ${version}, which has one` });
}

function* yanked(context: RuleContext): Iterable<RuleFinding> {
	for (const { install, requirement, releases = [], choiceFor } of lookedUp(context)) {
		const choice = choiceFor(install.targets[0]);
		if (choice?.kind !== "taken" || choice.release.yanked === undefined) continue;
		const { version, yanked: reason } = choice.release;
		const near = nearestVersions(releases, version);
		yield {
			message: `${requirement.name} ${version} was yanked by its maintainers`,
			at: requirement.versionsAt,
			...(reason !== "" && { why: reason }),
			...(near.length > 0 && { fix: `use ${near.join(" or ")}` }),
		};
	}
}

const needsIndex = "[Needs an index](#requirements).";

/** Rules that need the package index. */
export const indexPackageRules: readonly LintRule[] = [
	{
		id: "unknown-package",
		scope: "service",
		severity: "error",
		title: "A package that the index does not have",
		docs: `pip finds no matching distribution. ${needsIndex}`,
		check: unknownPackage,
	},
	{
		id: "unknown-version",
		scope: "service",
		severity: "error",
		title: "A version that the index does not have",
		docs: `The fix names the nearest versions. ${needsIndex}`,
		check: unknownVersion,
	},
	{
		id: "not-installable",
		scope: "service",
		severity: "error",
		title: "A version that this Python or platform cannot install",
		docs: `It requires another Python, or has neither a wheel for the platform nor a source distribution. ${needsIndex}`,
		check: notInstallable,
	},
	{
		id: "no-wheel",
		scope: "service",
		severity: "warning",
		title: "No wheel for the platform and Python, so the build compiles it",
		docs: `A wheel must fit the stage's Python, platform and C library: manylinux for Debian and similar, musllinux for Alpine. Compiling is slow, very slow under emulation, and needs a compiler. Stages on \`$BUILDPLATFORM\` are not checked. ${needsIndex}`,
		check: noWheel,
	},
	{
		id: "source-only",
		scope: "service",
		severity: "note",
		title: "A package with only a source distribution",
		docs: `Its setup runs in the build and may need a compiler. ${needsIndex}`,
		check: sourceOnly,
	},
	{
		id: "yanked-version",
		scope: "service",
		severity: "warning",
		title: "A version that was yanked",
		docs: `Its maintainers withdrew it, usually as broken or unsafe; pip installs it only because it is pinned. ${needsIndex}`,
		check: yanked,
	},
];
