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
import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";

const installsIn = (context: RuleContext) => pipInstalls(context, context.service, context.request);

/** What surely holds: a requirement whose condition is not known may be for another machine. */
const certain = (install: PipInstall) => install.requirements.filter((one) => markerApplies(one, install) === "yes");

function* refused(context: RuleContext): Iterable<RuleFinding> {
	for (const { problems } of installsIn(context))
		for (const { message, at, why, fix } of problems)
			if (at !== undefined) yield { message, at, ...defined({ why, fix }) };
}

function* development(context: RuleContext): Iterable<RuleFinding> {
	// An image that is made to run tests, or load, is not a service.
	const { entrypoint, cmd } = context.trace.finalStage;
	const words = [entrypoint, cmd].flatMap((one) => one?.value.words ?? []).flatMap((word) => word.split(/[\s/]+/));
	if (words.some((word) => isDevelopmentPackage(word))) return;
	for (const install of installsIn(context).filter(({ conditional }) => !conditional))
		for (const { name, key, at } of certain(install))
			if (isDevelopmentPackage(key))
				yield {
					message: `${name} serves development, and ends in the image`,
					at,
					why: "it makes the build longer and the image larger, and no service needs it to run",
					fix: "move it to a requirements-dev.txt that this image does not install",
				};
}

function* unpinned(context: RuleContext): Iterable<RuleFinding> {
	for (const install of installsIn(context))
		for (const requirement of certain(install)) {
			const { name, key, url, versions, at } = requirement;
			if (url !== undefined || isInstallerPackage(key)) continue;
			if (specifiersOf(requirement, install).some(isExactSpecifier)) continue;
			yield {
				message:
					versions === undefined
						? `${name} has no version: every build may bring another one`
						: `${name}${versions} leaves the version open: every build may bring another one`,
				at,
				fix: `pin it: ${name}==VERSION`,
			};
		}
}

function* duplicates(context: RuleContext): Iterable<RuleFinding> {
	for (const install of installsIn(context)) {
		for (const [first, other] of pairs(certain(install))) {
			if (contradiction(first, other) !== undefined) continue;
			// A second line with other extras adds to the first.
			if (first.extras.join() !== other.extras.join()) continue;
			yield {
				message: `${other.name} is asked for twice, first in ${formatLocation(first.at)}`,
				at: other.at,
				fix: "keep one of the two lines",
			};
		}
	}
}

function* conflicts(context: RuleContext): Iterable<RuleFinding> {
	for (const install of installsIn(context)) {
		const wanted = certain(install);
		const limits = install.constraints.filter((one) => markerApplies(one, install) === "yes");
		const againstLimits = wanted.flatMap((one) =>
			limits.filter(({ key }) => key === one.key).map((limit) => [limit, one] as const),
		);
		for (const [first, other] of [...pairs(wanted), ...againstLimits]) {
			const why = contradiction(first, other);
			if (why === undefined) continue;
			yield {
				message: `${other.name}${other.versions ?? ""} contradicts ${first.name}${first.versions ?? ""} in ${formatLocation(first.at)}`,
				at: other.versionsAt,
				why,
				fix: "keep one of the two",
			};
		}
	}
}

/** A requirement and the first one of the same package before it. */
function pairs(list: readonly Requirement[]): readonly (readonly [Requirement, Requirement])[] {
	const first = new Map<string, Requirement>();
	return list.flatMap((one) => {
		const before = first.get(one.key);
		if (before === undefined) first.set(one.key, one);
		// The same line again: a file that is read twice.
		if (before === undefined || formatLocation(before.at) === formatLocation(one.at)) return [];
		return [[before, one] as const];
	});
}

/** Why no version can be both; undefined when one can, or nobody knows. */
function contradiction(a: Requirement, b: Requirement): string | undefined {
	if (a.versions === undefined || b.versions === undefined) return undefined;
	for (const [one, other] of [
		[a.versions, b.versions],
		[b.versions, a.versions],
	] as const) {
		const pinned = /(?:^|,)={2,3}([^,*]+)(?:,|$)/.exec(one)?.[1];
		if (pinned !== undefined && !satisfiesSpecifier(pinned, other))
			return `pip finds no version: ${pinned} is not ${other}`;
	}
	return undefined;
}

function* rivals(context: RuleContext): Iterable<RuleFinding> {
	const all = installsIn(context).flatMap(certain);
	const keys = [...new Set(all.map(({ key }) => key))];
	const told = new Set<string>();
	for (const { name, key, at } of all) {
		const others = conflictingPackages(key, keys).filter((other) => keys.indexOf(other) < keys.indexOf(key));
		if (others.length === 0 || told.has(key)) continue;
		told.add(key);
		yield {
			message: `${name} beside ${others.join(" and ")}: they are rivals`,
			at,
			why: "both bring modules of the same name; which one is imported depends on what was installed last",
			fix: "keep the one that the code was written for",
		};
	}
}

/** What a requirements file says of itself; no index is asked. */
export const requirementRules: readonly LintRule[] = [
	{
		id: "requirements-error",
		scope: "service",
		severity: "error",
		title: "A requirements file that pip refuses",
		docs: "A line that is not a requirement, or a file that `-r` or `-c` names, in the RUN or in another file, and that nothing brings into the image. Which files are read: those that a `pip install -r` (or `uv pip install -r`) of a needed stage names, found through the `COPY` that brings them, with all they include.",
		check: refused,
	},
	{
		id: "dev-package",
		scope: "service",
		severity: "warning",
		title: "A package for development in a production image",
		docs: "pytest, black, flake8, mypy and their like make the build longer and the image larger, and give an intruder more to work with. Keep them in a file of their own that the image does not install. A stage that only runs tests is not looked at unless the image needs it.",
		check: development,
	},
	{
		id: "unpinned-package",
		scope: "service",
		severity: "note",
		title: "A requirement that leaves the version open",
		docs: "The same commit gives another image tomorrow, perhaps one that does not work. Pin with `==`, or by a constraints file (`-c`).",
		check: unpinned,
	},
	{
		id: "duplicate-package",
		scope: "service",
		severity: "warning",
		title: "A package that is asked for twice",
		docs: "Names are compared as pip does: `PyYAML`, `pyyaml` and `py_yaml` differ only where their letters do. When one line is raised, the other holds the old version fast.",
		check: duplicates,
	},
	{
		id: "package-conflict",
		scope: "service",
		severity: "error",
		title: "Requirements that contradict each other",
		docs: "Two lines, or a line and a constraint, that no version can satisfy together: pip gives up. What packages ask of each other is not looked at.",
		check: conflicts,
	},
	{
		id: "rival-packages",
		scope: "service",
		severity: "warning",
		title: "Packages that stand in each other's way",
		docs: "`python-consul` and `python-consul2` both bring the module `consul`, and whichever is installed last wins. The same goes for `psycopg2` and `psycopg2-binary`, `pyjwt` and `jwt`, and others that are known.",
		check: rivals,
	},
];
