import type { Finding, Severity } from "../../model/documents/lint.ts";
import { ruleIds } from "../../model/service/lint-rule-ids.ts";
import type { Service } from "../../model/service/service.ts";
import { verifyCheckLevel } from "../../model/service/verify-level.ts";
import { defined } from "../../util/defined.ts";
import { type IgnoredRules, ignoresInDockerfile, ignoresInText } from "./results/ignore-comments.ts";
import { isLintSubject, type LintRequest, type LintRule, type RuleFinding } from "./rule.ts";
import { rules } from "./rules/all.ts";

export { packageQueries } from "./analysis/pip-installs.ts";
export type { BuildCheck, LintRequest, LintSubject } from "./rule.ts";

const order: readonly Severity[] = ["error", "warning", "note"];
const ids: ReadonlySet<string> = new Set(ruleIds);

/**
 * Runs every rule. Sorted by severity, file and line; a finding that several services share is listed once. A comment
 * `# lucid-ignore: rule` above an instruction switches a rule off there, `# lucid-ignore-file: rule` in the whole file. The
 * catalog's `lint.rules` sets its severity or switches it off, for a service or for all.
 */
export function lintCatalog(request: LintRequest): readonly Finding[] {
	const judge = new Judge(request);
	const findings: Finding[] = [];
	const wanted = rules.filter((rule) => judge.wants(rule));
	for (const rule of wanted)
		if (rule.scope === "catalog") findings.push(...judge.judge(rule, rule.check(request), undefined));
	for (const service of request.catalog.services) findings.push(...lintService(wanted, service, request, judge));
	return sortFindings(withoutDoubles(findings));
}

/** Drops findings of a rule for lines that a rule in its `sameAs` reports. */
function withoutDoubles(findings: readonly Finding[]): readonly Finding[] {
	const same = new Map(rules.flatMap(({ id, sameAs }) => (sameAs === undefined ? [] : [[id as string, sameAs]])));
	return findings.filter(({ code, at }) => {
		const others: readonly string[] = same.get(code) ?? [];
		const [first = 0, last = first] = [at?.line, at?.endLine];
		const isSame = (other: Finding) =>
			others.includes(other.code) &&
			other.at?.file === at?.file &&
			first <= (other.at?.endLine ?? other.at?.line ?? 0) &&
			(other.at?.line ?? 0) <= last;
		return others.length === 0 || !findings.some(isSame);
	});
}

/** Sorts by severity, file and line, and merges findings that several services share. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
	const unique = Map.groupBy(findings, keyOf);
	return [...unique.values()].flatMap(shared).sort(compare);
}

/** Merges findings that differ only in their service. */
function shared([first, ...others]: readonly Finding[]): readonly Finding[] {
	if (first === undefined) return [];
	const services = [...new Set([first, ...others].flatMap(({ service }) => service ?? []))];
	return [{ ...first, ...(services.length > 1 && { services }) }];
}

function lintService(
	wanted: readonly LintRule[],
	service: Service,
	request: LintRequest,
	judge: Judge,
): readonly Finding[] {
	const subject = request.subjects.get(service.name);
	if (subject === undefined) return [];
	const problems = isLintSubject(subject) ? subject.problems : subject;
	return wanted.flatMap((rule) => {
		if (rule.scope === "problems") return judge.judge(rule, rule.check(problems, service), service);
		if (rule.scope !== "service" || !isLintSubject(subject)) return [];
		return judge.judge(rule, rule.check({ ...subject, service, request }), service);
	});
}

/** Sets the severity of findings, and drops those of rules that are off. */
class Judge {
	private readonly request: LintRequest;
	private readonly services: ReadonlyMap<string, Service>;
	private readonly switches = new Map<string, IgnoredRules>();

	constructor(request: LintRequest) {
		this.request = request;
		this.services = new Map(request.catalog.services.map((service) => [service.name, service]));
	}

	/** Whether a rule can give findings of the minimum severity, with the catalog's settings. */
	wants({ id, severity, verifiedBy }: LintRule): boolean {
		const { least, catalog } = this.request;
		// The severity of such a finding depends on the service.
		if (least === undefined || verifiedBy !== undefined) return true;
		const levels = [severity, catalog.lint?.rules[id], ...catalog.services.map(({ lint }) => lint?.rules[id])];
		return levels.some(
			(level) => level !== undefined && level !== "off" && order.indexOf(level) <= order.indexOf(least),
		);
	}

	judge(rule: LintRule, found: Iterable<RuleFinding>, service: Service | undefined): readonly Finding[] {
		return [...found].flatMap((one) => {
			const named = one.service === undefined ? service : this.services.get(one.service);
			const check = one.check ?? rule.verifiedBy;
			const verified = named && check && verifyCheckLevel(named, check);
			const level = (named ?? this.request.catalog).lint?.rules[rule.id] ?? one.severity ?? verified ?? rule.severity;
			const names = [rule.id, ...(rule.sameAs ?? [])];
			const isOff = names.some(
				(name) =>
					(named ?? this.request.catalog).lint?.rules[name] === "off" ||
					this.switchesIn(one.at.file).isIgnored(name, one.at.line),
			);
			if (level === "off" || isOff) return [];
			return [toFinding(rule, level, one, named?.name)];
		});
	}

	private switchesIn(file: string): IgnoredRules {
		const known = this.switches.get(file);
		if (known !== undefined) return known;
		const { subjects, around, catalog } = this.request;
		const subject = [...subjects.values()].find((one) => isLintSubject(one) && one.dockerfile.file === file);
		const name = file === catalog.file ? (file.split("/").at(-1) ?? file) : file;
		const made = isLintSubject(subject)
			? ignoresInDockerfile(subject.dockerfile, ids)
			: ignoresInText(around.text(name) ?? "", ids);
		this.switches.set(file, made);
		return made;
	}
}

function toFinding(
	{ id }: LintRule,
	severity: Severity,
	{ message, at, why, fix, edits }: RuleFinding,
	service: string | undefined,
): Finding {
	return {
		code: id,
		severity,
		message,
		at,
		...defined({ why, fix, service, edits }),
	};
}

const keyOf = ({ code, at, message }: Finding) => JSON.stringify([code, at?.file, at?.line, message]);

function compare(a: Finding, b: Finding): number {
	const severity = order.indexOf(a.severity) - order.indexOf(b.severity);
	if (severity !== 0) return severity;
	const [fileA, fileB] = [a.at?.file ?? "", b.at?.file ?? ""];
	if (fileA !== fileB) return fileA < fileB ? -1 : 1;
	return (a.at?.line ?? 0) - (b.at?.line ?? 0);
}
