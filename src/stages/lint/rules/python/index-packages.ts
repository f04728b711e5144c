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

/** Every requirement that an index was asked about. */
function* askedIn(context: RuleContext): Iterable<{ readonly install: PipInstall; readonly requirement: Requirement }> {
	if (context.request.packages === undefined) return;
	for (const install of pipInstalls(context, context.service, context.request))
		for (const requirement of requirementsToLookUp(install)) yield { install, requirement };
}

function* unknownPackage(context: RuleContext): Iterable<RuleFinding> {
	for (const { install, requirement } of askedIn(context)) {
		if (packageFactsOf(requirement, install, context.request).kind !== "missing") continue;
		const { name, key, at } = requirement;
		const meant = meantName(key);
		yield {
			message: `there is no package ${name} on the index`,
			at,
			why: "pip finds no matching distribution, and the build fails",
			...(meant !== undefined && { fix: `did you mean ${meant}?` }),
		};
	}
}

/** A well-known package of a similar name, or of the same one but for words such as `python-` and `aio`. */
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
					? `no version of ${requirement.name} is ${wanted}`
					: `there is no ${requirement.name} ${exact}`,
			at: requirement.versionsAt,
			why: "pip finds no matching distribution, and the build fails",
			...fixOf(facts.releases, exact),
		};
	}
}

function fixOf(releases: readonly PackageRelease[], exact: string | undefined): { readonly fix?: string } {
	const near = exact === undefined ? [] : nearestVersions(releases, exact);
	const newest = newestVersion(releases);
	if (near.length > 0) {
		const more = newest === undefined || near.includes(newest) ? "" : `; the newest is ${newest}`;
		return { fix: `the nearest ${near.length === 1 ? "is" : "are"} ${near.join(" and ")}${more}` };
	}
	return newest === undefined ? {} : { fix: `the newest is ${newest}` };
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
					message: `${name} ${wants?.version ?? ""} wants Python ${wants?.requiresPython ?? ""}, this stage has ${install.python}`,
					at,
					why: "pip passes such versions over, finds no other, and the build fails",
					fix: "take a version for this Python, or a base image with another one",
				};
				break;
			}
			if (choice?.kind === "no-file" && target !== undefined)
				yield {
					message: `${name} ${newest ?? choice.releases[0]?.version ?? ""} has neither a wheel for ${targetWords(target)} nor a source`,
					at,
					why: "pip finds nothing to install, and the build fails",
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
			message: `${requirement.name} ${release.version} has no wheel for ${targetWords(target)}: it is compiled in the build`,
			at: requirement.versionsAt,
			why: "that needs a compiler and headers in the stage, and takes minutes under emulation",
			...withWheel(facts.kind === "known" ? facts.releases : [], requirement, target),
		};
	}
}

function* sourceOnly(context: RuleContext): Iterable<RuleFinding> {
	for (const { requirement, release } of builtFromSource(context))
		if (release.wheels.every(isPureWheel))
			yield {
				message: `${requirement.name} ${release.version} comes as source only`,
				at: requirement.versionsAt,
				why: "pip runs its setup in the build; whether that needs a compiler, no index tells",
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

/** The nearest version that has a wheel there. */
function withWheel(
	releases: readonly PackageRelease[],
	requirement: Requirement,
	target: InstallTarget,
): { readonly fix?: string } {
	const good = releases.filter(({ wheels }) => wheels.some((tags) => isCompatibleWheel(tags, target)));
	const exact = /={2,3}([^,*]+)/.exec(requirement.versions ?? "")?.[1];
	const near = exact === undefined ? newestVersion(good) : (nearestVersions(good, exact).at(-1) ?? newestVersion(good));
	return near === undefined ? {} : { fix: `${near} has one` };
}

function* yanked(context: RuleContext): Iterable<RuleFinding> {
	for (const { install, requirement } of askedIn(context)) {
		const choice = pipChoice(requirement, install, install.targets[0], context.request);
		if (choice?.kind !== "taken" || choice.release.yanked === undefined) continue;
		const { version, yanked: reason } = choice.release;
		const facts = packageFactsOf(requirement, install, context.request);
		const near = facts.kind === "known" ? nearestVersions(facts.releases, version) : [];
		yield {
			message: `${requirement.name} ${version} was taken back by those who made it`,
			at: requirement.versionsAt,
			...(reason !== "" && { why: reason }),
			...(near.length > 0 && { fix: `the nearest ${near.length === 1 ? "is" : "are"} ${near.join(" and ")}` }),
		};
	}
}

const asks =
	"The index is asked, PyPI or the one that `index-url`, the requirements file or the Dockerfile names; not with `offline`.";

/** What an index knows of the packages. */
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
		docs: `\`cryptography==41.0.8\`: after 41.0.7 comes 42.0.0. The nearest versions are in the fix. ${asks}`,
		check: unknownVersion,
	},
	{
		id: "not-installable",
		scope: "service",
		severity: "error",
		title: "A version that this Python or platform cannot install",
		docs: `It wants another Python than the base image has, or has neither a wheel for the platform nor a source. The Python is read from the name of the base image: \`python:3.11-slim\`, \`gcr.io/distroless/python3-debian12\`. ${asks}`,
		check: notInstallable,
	},
	{
		id: "no-wheel",
		scope: "service",
		severity: "warning",
		title: "No wheel for the platform and Python: it is compiled",
		docs: `A wheel has to fit the Python, the platform and the C library of the stage: manylinux for Debian and its like, musllinux for Alpine. Without one, pip compiles the source: slow, very slow under emulation, and only with a compiler. A stage on \`$BUILDPLATFORM\` is not judged here. ${asks}`,
		check: noWheel,
	},
	{
		id: "source-only",
		scope: "service",
		severity: "note",
		title: "A package without any compiled wheel",
		docs: `Mostly pure Python, and quick to build; but its setup runs in the build, and may ask for a compiler. ${asks}`,
		check: sourceOnly,
	},
	{
		id: "yanked-version",
		scope: "service",
		severity: "warning",
		title: "A version that was taken back",
		docs: `Its makers yanked it: mostly broken or unsafe. pip installs it only because it is pinned. ${asks}`,
		check: yanked,
	},
];
