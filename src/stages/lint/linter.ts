import type { Finding, Severity } from "../../model/documents/lint.ts";
import { ruleIds } from "../../model/service/lint-rule-ids.ts";
import type { Service } from "../../model/service/service.ts";
import { verifyCheckLevel } from "../../model/service/verify-checks.ts";
import { defined } from "../../util/defined.ts";
import { type IgnoredRules, ignoresInDockerfile, ignoresInText } from "./results/ignore-comments.ts";
import { isLintSubject, type LintRequest, type LintRule, type RuleFinding } from "./rule.ts";
import { rules } from "./rules/all.ts";

export { packageQueries } from "./analysis/pip-installs.ts";
export type { BuildCheck, LintRequest, LintSubject } from "./rule.ts";

/** Worst first. */
const severities: readonly Severity[] = ["error", "warning", "note"];
const ids: ReadonlySet<string> = new Set(ruleIds);

/**
 * Runs every rule. Sorted by severity, file and line; a finding that several services share is listed once. A comment
 * `# lucid-ignore: rule` above an instruction switches a rule off there, `# lucid-ignore-file: rule` in the whole file.
 * The catalog's `lint.rules` sets its severity or switches it off, for a service or for all.
 */
export function lintCatalog(request: LintRequest): readonly Finding[] {
	const settings = new RuleSettings(request);
	const enabled = rules.filter((rule) => settings.isNeeded(rule));
	const catalogFindings = enabled.flatMap((rule) =>
		rule.scope === "catalog" ? settings.apply(rule, rule.check(request), undefined) : [],
	);
	const serviceFindings = request.catalog.services.flatMap((service) => {
		const subject = request.subjects.get(service.name);
		if (subject === undefined) return [];
		const problems = isLintSubject(subject) ? subject.problems : subject;
		return enabled.flatMap((rule) => {
			if (rule.scope === "problems") return settings.apply(rule, rule.check(problems, service), service);
			if (rule.scope !== "service" || !isLintSubject(subject)) return [];
			return settings.apply(rule, rule.check({ ...subject, service, request }), service);
		});
	});
	return sortFindings(withoutDuplicates([...catalogFindings, ...serviceFindings]));
}

/** Drops findings of a rule for lines that a rule in its `sameAs` reports. */
function withoutDuplicates(findings: readonly Finding[]): readonly Finding[] {
	const sameRules = new Map<string, readonly string[]>(rules.map(({ id, sameAs = [] }) => [id, sameAs]));
	return findings.filter(({ code, at }) => {
		const others = sameRules.get(code) ?? [];
		const [first = 0, last = first] = [at?.line, at?.endLine];
		const isSame = (other: Finding) =>
			others.includes(other.code) &&
			other.at?.file === at?.file &&
			first <= (other.at?.endLine ?? other.at?.line ?? 0) &&
			(other.at?.line ?? 0) <= last;
		return others.length === 0 || !findings.some(isSame);
	});
}

/** Sorts by severity, file and line, and merges findings that differ only in their service. */
function sortFindings(findings: readonly Finding[]): readonly Finding[] {
	const groups = Map.groupBy(findings, ({ code, at, message }) => JSON.stringify([code, at?.file, at?.line, message]));
	const merged = [...groups.values()].flatMap(([first, ...others]): Finding[] => {
		if (first === undefined) return [];
		const services = [...new Set([first, ...others].flatMap(({ service }) => service ?? []))];
		return [{ ...first, ...(services.length > 1 && { services }) }];
	});
	return merged.sort(compareFindings);
}

function compareFindings(a: Finding, b: Finding): number {
	const severity = severities.indexOf(a.severity) - severities.indexOf(b.severity);
	if (severity !== 0) return severity;
	const [fileA, fileB] = [a.at?.file ?? "", b.at?.file ?? ""];
	if (fileA !== fileB) return fileA < fileB ? -1 : 1;
	return (a.at?.line ?? 0) - (b.at?.line ?? 0);
}

/** Sets the severity of findings, and drops those of rules that are off. */
class RuleSettings {
	readonly #request: LintRequest;
	readonly #services: ReadonlyMap<string, Service>;
	readonly #ignored = new Map<string, IgnoredRules>();

	constructor(request: LintRequest) {
		this.#request = request;
		this.#services = new Map(request.catalog.services.map((service) => [service.name, service]));
	}

	/** Whether a rule can give findings of the minimum severity, with the catalog's settings. */
	isNeeded({ id, severity, verifiedBy }: LintRule): boolean {
		const { minSeverity, catalog } = this.#request;
		// The severity of such a finding depends on the service.
		if (minSeverity === undefined || verifiedBy !== undefined) return true;
		const levels = [severity, catalog.lint?.rules[id], ...catalog.services.map(({ lint }) => lint?.rules[id])];
		const limit = severities.indexOf(minSeverity);
		return levels.some((level) => level !== undefined && level !== "off" && severities.indexOf(level) <= limit);
	}

	apply(rule: LintRule, findings: Iterable<RuleFinding>, ruleService: Service | undefined): readonly Finding[] {
		return [...findings].flatMap((finding) => {
			const { message, at, why, fix, edits } = finding;
			const service = finding.service === undefined ? ruleService : this.#services.get(finding.service);
			const settings = (service ?? this.#request.catalog).lint?.rules;
			const check = finding.check ?? rule.verifiedBy;
			const verified = service && check && verifyCheckLevel(service, check);
			const severity = settings?.[rule.id] ?? finding.severity ?? verified ?? rule.severity;
			const isOff = [rule.id, ...(rule.sameAs ?? [])].some(
				(id) => settings?.[id] === "off" || this.#ignoredIn(at.file).isIgnored(id, at.line),
			);
			if (severity === "off" || isOff) return [];
			return [{ code: rule.id, severity, message, at, ...defined({ why, fix, service: service?.name, edits }) }];
		});
	}

	#ignoredIn(file: string): IgnoredRules {
		const cached = this.#ignored.get(file);
		if (cached !== undefined) return cached;
		const { subjects, around, catalog } = this.#request;
		const subject = [...subjects.values()].find((one) => isLintSubject(one) && one.dockerfile.file === file);
		const name = file === catalog.file ? (file.split("/").at(-1) ?? file) : file;
		const ignored = isLintSubject(subject)
			? ignoresInDockerfile(subject.dockerfile, ids)
			: ignoresInText(around.text(name) ?? "", ids);
		this.#ignored.set(file, ignored);
		return ignored;
	}
}
