import { isExactSpecifier, satisfiesSpecifier } from "../../../../model/requirements/choose-release.ts";
import {
	conflictingPackages,
	isDevelopmentPackage,
	isInstallerPackage,
} from "../../../../model/requirements/known-packages.ts";
import type { PipInstall } from "../../../../model/requirements/pip-installs.ts";
import type { Requirement } from "../../../../model/requirements/requirement.ts";
import { defined } from "../../../../util/defined.ts";
import { formatLocation } from "../../../../util/errors.ts";
import { markerApplies, pipInstalls, specifiersOf } from "../../analysis/pip-installs.ts";
import { commandWords } from "../../analysis/python-paths.ts";
import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";

const installsOf = (context: RuleContext) => pipInstalls(context, context.service, context.request);

/** Requirements that apply for certain: one with an unknown condition may be for another machine. */
const certainOf = (install: PipInstall, list = install.requirements) =>
	list.filter((requirement) => markerApplies(requirement, install) === "yes");

function* invalidRequirements(context: RuleContext): Iterable<RuleFinding> {
	for (const { problems } of installsOf(context))
		for (const { message, at, why, fix } of problems)
			if (at !== undefined) yield { message, at, ...defined({ why, fix }) };
}

function* developmentPackages(context: RuleContext): Iterable<RuleFinding> {
	// An image that runs tests or load tests needs such packages.
	if (commandWords(context).some((word) => word.split("/").some(isDevelopmentPackage))) return;
	for (const install of installsOf(context).filter(({ conditional }) => !conditional))
		for (const { name, key, at } of certainOf(install))
			if (isDevelopmentPackage(key))
				yield {
					message: `${name} is a development package, and the image installs it`,
					at,
					why: "it makes the build longer and the image larger, and the service does not need it",
					fix: "move it to a requirements-dev.txt that this image does not install",
				};
}

function* unpinnedPackages(context: RuleContext): Iterable<RuleFinding> {
	for (const install of installsOf(context))
		for (const requirement of certainOf(install)) {
			const { name, key, url, versions, at } = requirement;
			if (url !== undefined || isInstallerPackage(key)) continue;
			if (specifiersOf(requirement, install).some(isExactSpecifier)) continue;
			const fault = versions === undefined ? "has no version" : "allows several versions";
			yield {
				message: `${name}${versions ?? ""} ${fault}: every build may install a different one`,
				at,
				fix: `pin it: ${name}==VERSION`,
			};
		}
}

function* duplicatePackages(context: RuleContext): Iterable<RuleFinding> {
	for (const install of installsOf(context))
		for (const [first, other] of repeated(certainOf(install))) {
			// A second line with other extras adds to the first.
			if (contradiction(first, other) !== undefined || first.extras.join() !== other.extras.join()) continue;
			yield {
				message: `${other.name} is required twice, first in ${formatLocation(first.at)}`,
				at: other.at,
				fix: "keep one of the two lines",
			};
		}
}

function* contradictions(context: RuleContext): Iterable<RuleFinding> {
	for (const install of installsOf(context)) {
		const requirements = certainOf(install);
		const constraints = certainOf(install, install.constraints);
		const constrained = requirements.flatMap((requirement) =>
			constraints.filter(({ key }) => key === requirement.key).map((constraint) => [constraint, requirement] as const),
		);
		for (const [first, other] of [...repeated(requirements), ...constrained]) {
			const why = contradiction(first, other);
			if (why === undefined) continue;
			const specifier = `${first.name}${first.versions ?? ""}`;
			yield {
				message: `${other.name}${other.versions ?? ""} contradicts ${specifier} in ${formatLocation(first.at)}`,
				at: other.versionsAt,
				why,
				fix: "keep one of the two",
			};
		}
	}
}

/** Each repeated requirement with the first one of the same package. */
function repeated(requirements: readonly Requirement[]): readonly (readonly [Requirement, Requirement])[] {
	const groups = Map.groupBy(requirements, ({ key }) => key);
	return requirements.flatMap((other) => {
		const first = groups.get(other.key)?.[0];
		// The same line again: its file is included twice.
		if (first === undefined || formatLocation(first.at) === formatLocation(other.at)) return [];
		return [[first, other] as const];
	});
}

/** Why no version satisfies both; undefined if one may. */
function contradiction(a: Requirement, b: Requirement): string | undefined {
	if (a.versions === undefined || b.versions === undefined) return undefined;
	for (const [one, other] of [
		[a.versions, b.versions],
		[b.versions, a.versions],
	] as const) {
		const pinned = /(?:^|,)={2,3}([^,*]+)(?:,|$)/.exec(one)?.[1];
		if (pinned !== undefined && !satisfiesSpecifier(pinned, other))
			return `pip finds no version: ${pinned} does not satisfy ${other}`;
	}
	return undefined;
}

function* rivalPackages(context: RuleContext): Iterable<RuleFinding> {
	const requirements = installsOf(context).flatMap((install) => certainOf(install));
	const first = Map.groupBy(requirements, ({ key }) => key);
	const keys = [...first.keys()];
	for (const [key, [requirement]] of first) {
		const others = conflictingPackages(key, keys).filter((other) => keys.indexOf(other) < keys.indexOf(key));
		if (requirement === undefined || others.length === 0) continue;
		yield {
			message: `${requirement.name} conflicts with ${others.join(" and ")}`,
			at: requirement.at,
			why: "both install a module with the same name, and the last one installed wins",
			fix: "keep the one that the code uses",
		};
	}
}

/** Rules that only read the requirements files, without an index. */
export const requirementRules: readonly LintRule[] = [
	{
		id: "requirements-error",
		scope: "service",
		severity: "error",
		title: "A requirements file that pip rejects",
		docs: "A line that is not a requirement, or a file of `-r` or `-c` that no instruction brings into the image. See [which files are read](#requirements).",
		check: invalidRequirements,
	},
	{
		id: "dev-package",
		scope: "service",
		severity: "warning",
		title: "A development package in a production image",
		docs: "pytest, black, flake8, mypy and similar packages. Keep them in a file that the image does not install. Stages that the image does not need are not checked.",
		check: developmentPackages,
	},
	{
		id: "unpinned-package",
		scope: "service",
		severity: "note",
		title: "A requirement without an exact version",
		docs: "The same commit may give another image tomorrow. Pin with `==`, or with a constraints file (`-c`).",
		check: unpinnedPackages,
	},
	{
		id: "duplicate-package",
		scope: "service",
		severity: "warning",
		title: "A package that is required twice",
		docs: "Names are compared as pip does: `PyYAML` and `pyyaml` are one package, `py_yaml` is another.",
		check: duplicatePackages,
	},
	{
		id: "package-conflict",
		scope: "service",
		severity: "error",
		title: "Requirements that contradict each other",
		docs: "No version satisfies two lines, or a line and a constraint: pip fails. Dependencies of packages are not checked.",
		check: contradictions,
	},
	{
		id: "rival-packages",
		scope: "service",
		severity: "warning",
		title: "Packages that overwrite each other",
		docs: "The last one installed wins: `python-consul` and `python-consul2`, `psycopg2` and `psycopg2-binary`, `pyjwt` and `jwt`, and other known pairs.",
		check: rivalPackages,
	},
];
