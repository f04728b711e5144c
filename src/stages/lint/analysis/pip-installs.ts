import type { Trace } from "../../../model/dockerfile/dockerfile.ts";
import { chooseRelease, type ReleaseChoice } from "../../../model/requirements/choose-release.ts";
import { evaluateMarker } from "../../../model/requirements/marker.ts";
import type { PackageFacts, PackageRelease } from "../../../model/requirements/package-release.ts";
import { findPipInstalls, type PipInstall } from "../../../model/requirements/pip-installs.ts";
import { type PythonRuntime, pythonRuntimeOf } from "../../../model/requirements/python-runtime.ts";
import type { Requirement } from "../../../model/requirements/requirement.ts";
import { type InstallTarget, pythonMachineOf } from "../../../model/requirements/wheel.ts";
import type { Service } from "../../../model/service/service.ts";
import { defined } from "../../../util/defined.ts";
import { isLintSubject, type LintRequest, type LintSubject } from "../rule.ts";
import { maxDepth } from "./final-image.ts";
import { isSurelyAbsent } from "./stage-contents.ts";

const installsByTrace = new WeakMap<Trace, readonly PipInstall[]>();

/** Every `pip install` of the stages that a service's image needs; cached. */
export function pipInstalls(subject: LintSubject, service: Service, request: LintRequest): readonly PipInstall[] {
	const cached = installsByTrace.get(subject.trace);
	if (cached !== undefined) return cached;
	const installs = findPipInstalls({
		...subject,
		platforms: service.platforms,
		runtime: (stage) => stageRuntime(stage, subject, request),
		text: request.around.text,
		isAbsent: (step, path) => isSurelyAbsent(subject, step, path, /\b(?:pip[\d.]*|uv)\s/),
	});
	installsByTrace.set(subject.trace, installs);
	return installs;
}

/** The Python and C library of a stage's base, also through catalog images. */
export function stageRuntime(stage: number, subject: LintSubject, request: LintRequest, depth = 0): PythonRuntime {
	const base = subject.trace.stages.find(({ index }) => index === stage)?.base;
	if (base === undefined || depth > maxDepth) return {};
	switch (base.kind) {
		case "image":
			return pythonRuntimeOf(base.ref);
		case "stage":
			return stageRuntime(base.stage, subject, request, depth + 1);
		case "named": {
			const below = request.subjects.get(subject.from[base.name] ?? "");
			if (!isLintSubject(below)) return pythonRuntimeOf(base.ref);
			return stageRuntime(below.trace.finalStage.stage, below, request, depth + 1);
		}
		case "scratch":
			return {};
		default:
			return base satisfies never;
	}
}

/** Whether a requirement's marker is true for any of the platforms. */
export function markerApplies({ marker }: Requirement, { targets, python }: PipInstall): "yes" | "no" | "unknown" {
	if (marker === undefined) return "yes";
	const machines = targets.length === 0 ? [undefined] : targets.map(({ platform }) => pythonMachineOf(platform));
	const answers = machines.map((machine) => evaluateMarker(marker, defined({ python, machine })));
	return answers.includes("yes") ? "yes" : answers.includes("unknown") ? "unknown" : "no";
}

/** The requirements of an install to look up in an index: those by name whose marker may be true. */
export const requirementsToLookUp = (install: PipInstall): readonly Requirement[] =>
	install.choice.none
		? []
		: install.requirements.filter((one) => one.url === undefined && markerApplies(one, install) !== "no");

/** The version specifiers of a requirement and of its constraints. */
export function specifiersOf(requirement: Requirement, install: PipInstall): readonly string[] {
	const constraints = install.constraints.filter(
		(one) => one.key === requirement.key && markerApplies(one, install) === "yes",
	);
	return [requirement, ...constraints].flatMap(({ versions }) => versions ?? []);
}

/** The index's facts about a required package. */
export const packageFactsOf = (requirement: Requirement, install: PipInstall, request: LintRequest): PackageFacts =>
	request.packageFacts?.(requirement.key, install.choice) ?? { kind: "unknown" };

/** Choices are cached: several rules need the same, for requirements that services share. */
const choicesByReleases = new WeakMap<readonly PackageRelease[], Map<string, ReleaseChoice>>();

/** The release that pip would choose on one platform; undefined if the package is unknown. */
export function pipChoice(
	requirement: Requirement,
	install: PipInstall,
	target: InstallTarget | undefined,
	request: LintRequest,
): ReleaseChoice | undefined {
	const facts = packageFactsOf(requirement, install, request);
	if (facts.kind !== "known") return undefined;
	const { choice, python } = install;
	const query = { key: requirement.key, versions: specifiersOf(requirement, install), choice, target, python };
	const key = JSON.stringify(query);
	const choices = choicesByReleases.get(facts.releases) ?? new Map<string, ReleaseChoice>();
	const release = choices.get(key) ?? chooseRelease(facts.releases, query);
	choicesByReleases.set(facts.releases, choices.set(key, release));
	return release;
}

/** A package to look up in an index. */
export interface PackageQuery {
	readonly key: string;
	readonly choice: PipInstall["choice"];
}

/** The packages of every `pip install` of the linted services. */
export function packageQueries(request: LintRequest): readonly PackageQuery[] {
	return request.catalog.services.flatMap((service) => {
		const subject = request.subjects.get(service.name);
		if (!isLintSubject(subject)) return [];
		return pipInstalls(subject, service, request).flatMap((install) =>
			requirementsToLookUp(install).map(({ key }) => ({ key, choice: install.choice })),
		);
	});
}
