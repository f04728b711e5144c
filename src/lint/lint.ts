import type { Finding, Severity } from "../documents/finding.ts";
import type { Service } from "../documents/service.ts";
import { readSwitches } from "./ignore.ts";
import { type Found, isSubject, type LintRequest, type Rule } from "./rule.ts";
import { rules } from "./rules.ts";

export type { LintRequest, Subject } from "./rule.ts";

const order: readonly Severity[] = ["error", "warning", "note"];
const ids: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

/**
 * Every rule over the catalog and its Dockerfiles. Worst first, then by file and line; what several services share is told once. A comment
 * `# lucid-ignore: rule` above an instruction switches a rule off there, `# lucid-ignore-file: rule` in the whole file.
 */
export function lint(request: LintRequest): readonly Finding[] {
	const findings: Finding[] = [];
	for (const rule of rules)
		if (rule.scope === "catalog")
			for (const found of rule.check(request.catalog)) findings.push(toFinding(rule, found, found.service));
	for (const service of request.catalog.services) findings.push(...lintService(service, request));
	const unique = new Map(findings.map((finding) => [keyOf(finding), finding]));
	return [...unique.values()].sort(compare);
}

function lintService(service: Service, request: LintRequest): readonly Finding[] {
	const subject = request.subjects.get(service.name);
	if (subject === undefined) return [];
	const readable = isSubject(subject);
	const problems = readable ? subject.problems : subject;
	const switches = readable ? readSwitches(subject.dockerfile, ids) : undefined;
	return rules.flatMap((rule) => {
		const found =
			rule.scope === "problems"
				? rule.check(problems, service)
				: rule.scope === "service" && readable
					? rule.check({ ...subject, service, request })
					: [];
		return [...found]
			.filter(({ at }) => !(readable && at.file === subject.dockerfile.file && switches?.isOff(rule.id, at.line)))
			.map((one) => toFinding(rule, one, service.name));
	});
}

function toFinding({ id, severity }: Rule, { message, at, why, fix, edits }: Found, service: string | undefined): Finding {
	return {
		code: id,
		severity,
		message,
		at,
		...(why !== undefined && { why }),
		...(fix !== undefined && { fix }),
		...(service !== undefined && { service }),
		...(edits !== undefined && { edits }),
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
