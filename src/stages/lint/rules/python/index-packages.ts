import { isExactSpecifier, nearestVersions, newestVersion } from "../../../../model/requirements/choose-release.ts";
import { wellKnownPackages } from "../../../../model/requirements/known-packages.ts";
import type { PackageRelease } from "../../../../model/requirements/package-release.ts";
import type { PipInstall } from "../../../../model/requirements/pip-installs.ts";
import type { Requirement } from "../../../../model/requirements/requirement.ts";
import { type InstallTarget, isCompatibleWheel, isPureWheel } from "../../../../model/requirements/wheel.ts";
import { closestMatch } from "../../../../util/closest-match.ts";
import {
	packageFactsOf,
	pipChoice,
	pipInstalls,
	requirementsToLookUp,
	specifiersOf,
} from "../../analysis/pip-installs.ts";
import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";

/** Every requirement that was looked up in an index. */
function* askedIn(context: RuleContext): Iterable<{ readonly install: PipInstall; readonly requirement: Requirement }> {
	if (context.request.packageFacts === undefined) return;
	for (const install of pipInstalls(context, context.service, context.request))
		for (const requirement of requirementsToLookUp(install)) yield { install, requirement };
}

function* unknownPackage(context: RuleContext): Iterable<RuleFinding> {
	for (const { install, requirement } of askedIn(context)) {
		if (packageFactsOf(requirement, install, context.request).kind !== "missing") continue;
		const { name, key, at } = requirement;
		const meant = meantName(key);
		yield {
			message: `the index has no package ${name}`,
			at,
			why: "pip finds no matching distribution, and the build fails",
			...(meant !== undefined && { fix: `did you mean ${meant}?` }),
		};
	}
}

/** A well-known package with a similar name, also without words such as `python-` and `aio`. */
function meantName(key: string): string | undefined {
	const near = closestMatch(key, wellKnownPackages);
	if (near !== undefined) return near;
	const core = coreOf(key);
	return core.length < 3 ? undefined : wellKnownPackages.find((one) => coreOf(one) === core);
}

const coreOf = (key: string) =>
	key.replace(/^(?:python3?-|py-|py(?=[a-z]{3})|aio|async-|asyncio-)/, "").replace(/(?:-python|-py|-client|[23])$/, "");

function* unknownVersion(context: RuleContext): Iterable<RuleFinding> {
	for (const { install, requirement } of askedIn(context)) {
		const facts = packageFactsOf(requirement, install, context.request);
		if (facts.kind !== "known" || facts.all === "some") continue;
		if (pipChoice(requirement, install, install.targets[0], context.request)?.kind !== "no-version") continue;
		const wanted = specifiersOf(requirement, install).join(",");
		const exact = isExactSpecifier(wanted) ? /(?:^|,)={2,3}([^,*]+)/.exec(wanted)?.[1] : undefined;
		yield {
			message:
				exact === undefined
					? `no version of ${requirement.name} matches ${wanted}`
					: `the index has no ${requirement.name} ${exact}`,
			at: requirement.versionsAt,
			why: "pip finds no matching distribution, and the build fails",
			...suggestVersions(facts.releases, exact),
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
	for (const { install, requirement } of askedIn(context)) {
		const { name, versionsAt: at } = requirement;
		const facts = packageFactsOf(requirement, install, context.request);
		if (facts.kind !== "known" || facts.all === "some") continue;
		const targets = install.targets.length === 0 ? [undefined] : install.targets;
		for (const target of targets) {
			const choice = pipChoice(requirement, install, target, context.request);
			const newest = newestVersion(choice?.kind === "python" || choice?.kind === "no-file" ? choice.releases : []);
			if (choice?.kind === "python" && install.python !== undefined) {
				const wants = choice.releases.find(({ version }) => version === newest) ?? choice.releases[0];
				yield {
					message: `${name} ${wants?.version ?? ""} requires Python ${wants?.requiresPython ?? ""}, this stage has Python ${install.python}`,
					at,
					why: "pip skips such versions and finds no other, so the build fails",
					fix: "use a version for this Python, or a base image with another Python",
				};
				break;
			}
			if (choice?.kind === "no-file" && target !== undefined)
				yield {
					message: `${name} ${newest ?? choice.releases[0]?.version ?? ""} has neither a wheel for ${targetWords(target)} nor a source distribution`,
					at,
					why: "pip finds nothing to install, so the build fails",
					...withWheel(facts.releases, requirement, target),
				};
		}
	}
}

function* noWheel(context: RuleContext): Iterable<RuleFinding> {
	for (const { install, requirement, target, release } of builtFromSource(context)) {
		if (release.wheels.every(isPureWheel)) continue;
		const facts = packageFactsOf(requirement, install, context.request);
		yield {
			message: `${requirement.name} ${release.version} has no wheel for ${targetWords(target)}: the build compiles it`,
			at: requirement.versionsAt,
			why: "this needs a compiler and headers in the stage, and takes minutes under emulation",
			...withWheel(facts.kind === "known" ? facts.releases : [], requirement, target),
		};
	}
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

function* builtFromSource(context: RuleContext): Iterable<{
	readonly install: PipInstall;
	readonly requirement: Requirement;
	readonly target: InstallTarget;
	readonly release: PackageRelease;
}> {
	for (const { install, requirement } of askedIn(context))
		for (const target of install.targets) {
			const choice = pipChoice(requirement, install, target, context.request);
			if (choice?.kind === "taken" && choice.as === "source")
				yield { install, requirement, target, release: choice.release };
		}
}

/** `linux/arm64, Python 3.11 and musl` */
function targetWords({ platform, python, libc }: InstallTarget): string {
	const parts = [
		platform,
		...(python === undefined ? [] : [`Python ${python}`]),
		...(libc?.kind === "musl" ? ["musl"] : []),
	];
	return parts.length === 1 ? platform : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** A fix with the nearest version that has a wheel for the target. */
function withWheel(
	releases: readonly PackageRelease[],
	requirement: Requirement,
	target: InstallTarget,
): { readonly fix?: string } {
	const good = releases.filter(({ wheels }) => wheels.some((tags) => isCompatibleWheel(tags, target)));
	const exact = /={2,3}([^,*]+)/.exec(requirement.versions ?? "")?.[1];
	const near = exact === undefined ? newestVersion(good) : (nearestVersions(good, exact).at(-1) ?? newestVersion(good));
	return near === undefined ? {} : { fix: `use ${near}, which has one` };
}

function* yanked(context: RuleContext): Iterable<RuleFinding> {
	for (const { install, requirement } of askedIn(context)) {
		const choice = pipChoice(requirement, install, install.targets[0], context.request);
		if (choice?.kind !== "taken" || choice.release.yanked === undefined) continue;
		const { version, yanked: reason } = choice.release;
		const facts = packageFactsOf(requirement, install, context.request);
		const near = facts.kind === "known" ? nearestVersions(facts.releases, version) : [];
		yield {
			message: `${requirement.name} ${version} was yanked by its maintainers`,
			at: requirement.versionsAt,
			...(reason !== "" && { why: reason }),
			...(near.length > 0 && { fix: `use ${near.join(" or ")}` }),
		};
	}
}

const asks = "Needs a [package index](#requirements).";

/** Rules that need the package index. */
export const packageRules: readonly LintRule[] = [
	{
		id: "unknown-package",
		scope: "service",
		severity: "error",
		title: "A package that the index does not have",
		docs: `\`aioconsul==0.1.0\`: pip finds no matching distribution, after minutes of build. ${asks}`,
		check: unknownPackage,
	},
	{
		id: "unknown-version",
		scope: "service",
		severity: "error",
		title: "A version that the index does not have",
		docs: `\`cryptography==41.0.8\`: the version after 41.0.7 is 42.0.0. The fix names the nearest versions. ${asks}`,
		check: unknownVersion,
	},
	{
		id: "not-installable",
		scope: "service",
		severity: "error",
		title: "A version that this Python or platform cannot install",
		docs: `It requires another Python than the base image has, or has neither a wheel for the platform nor a source distribution. ${asks}`,
		check: notInstallable,
	},
	{
		id: "no-wheel",
		scope: "service",
		severity: "warning",
		title: "No wheel for the platform and Python, so the build compiles it",
		docs: `A wheel must fit the stage's Python, platform and C library: manylinux for Debian and similar, musllinux for Alpine. Without one, pip compiles the source: slow, very slow under emulation, and only with a compiler. Stages on \`$BUILDPLATFORM\` are not checked. ${asks}`,
		check: noWheel,
	},
	{
		id: "source-only",
		scope: "service",
		severity: "note",
		title: "A package with only a source distribution",
		docs: `Usually pure Python and quick to build, but its setup runs in the build and may need a compiler. ${asks}`,
		check: sourceOnly,
	},
	{
		id: "yanked-version",
		scope: "service",
		severity: "warning",
		title: "A version that was yanked",
		docs: `Its maintainers withdrew it, usually because it is broken or unsafe. pip installs it only because it is pinned. ${asks}`,
		check: yanked,
	},
];
