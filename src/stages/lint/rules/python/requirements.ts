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

/** Requirements that apply for certain: one with an unknown condition may be for another machine. */
const certain = (install: PipInstall) => install.requirements.filter((one) => markerApplies(one, install) === "yes");

function* refused(context: RuleContext): Iterable<RuleFinding> {
	for (const { problems } of installsIn(context))
		for (const { message, at, why, fix } of problems)
			if (at !== undefined) yield { message, at, ...defined({ why, fix }) };
}

function* development(context: RuleContext): Iterable<RuleFinding> {
	// An image that runs tests or load tests needs such packages.
	const { entrypoint, cmd } = context.trace.final;
	const words = [entrypoint, cmd].flatMap((one) => one?.value.words ?? []).flatMap((word) => word.split(/[\s/]+/));
	if (words.some((word) => isDevelopmentPackage(word))) return;
	for (const install of installsIn(context).filter(({ conditional }) => !conditional))
		for (const { name, key, at } of certain(install))
			if (isDevelopmentPackage(key))
				yield {
					message: `${name} is a development package, and the image installs it`,
					at,
					why: "it makes the build longer and the image larger, and the service does not need it",
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
						? `${name} has no version: every build may install a different one`
						: `${name}${versions} allows several versions: every build may install a different one`,
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
				message: `${other.name} is required twice, first in ${formatLocation(first.at)}`,
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

/** Each repeated requirement with the first one of the same package. */
function pairs(list: readonly Requirement[]): readonly (readonly [Requirement, Requirement])[] {
	const first = new Map<string, Requirement>();
	return list.flatMap((one) => {
		const before = first.get(one.key);
		if (before === undefined) first.set(one.key, one);
		// The same line again: its file is included twice.
		if (before === undefined || formatLocation(before.at) === formatLocation(one.at)) return [];
		return [[before, one] as const];
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

function* rivals(context: RuleContext): Iterable<RuleFinding> {
	const all = installsIn(context).flatMap(certain);
	const keys = [...new Set(all.map(({ key }) => key))];
	const told = new Set<string>();
	for (const { name, key, at } of all) {
		const others = conflictingPackages(key, keys).filter((other) => keys.indexOf(other) < keys.indexOf(key));
		if (others.length === 0 || told.has(key)) continue;
		told.add(key);
		yield {
			message: `${name} conflicts with ${others.join(" and ")}`,
			at,
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
		docs: "A line that is not a requirement, or a file of `-r` or `-c`, in the RUN or in another file, that no instruction brings into the image. See [which files are read](#requirements).",
		check: refused,
	},
	{
		id: "dev-package",
		scope: "service",
		severity: "warning",
		title: "A development package in a production image",
		docs: "pytest, black, flake8, mypy and similar packages make the build longer, the image larger and the attack surface bigger. Keep them in a file that the image does not install. A stage that the image does not need, such as a test stage, is not checked.",
		check: development,
	},
	{
		id: "unpinned-package",
		scope: "service",
		severity: "note",
		title: "A requirement without an exact version",
		docs: "The same commit may give a different image tomorrow, perhaps a broken one. Pin with `==`, or with a constraints file (`-c`).",
		check: unpinned,
	},
	{
		id: "duplicate-package",
		scope: "service",
		severity: "warning",
		title: "A package that is required twice",
		docs: "Names are compared as pip does: `PyYAML` and `pyyaml` are one package, `py_yaml` is another. If one line is updated, the other still requires the old version.",
		check: duplicates,
	},
	{
		id: "package-conflict",
		scope: "service",
		severity: "error",
		title: "Requirements that contradict each other",
		docs: "Two lines, or a line and a constraint, that no version satisfies: pip fails. Dependencies of packages are not checked.",
		check: conflicts,
	},
	{
		id: "rival-packages",
		scope: "service",
		severity: "warning",
		title: "Packages that overwrite each other",
		docs: "`python-consul` and `python-consul2` both install the module `consul`, and the last one installed wins. The same holds for `psycopg2` and `psycopg2-binary`, `pyjwt` and `jwt`, and other known pairs.",
		check: rivals,
	},
];
