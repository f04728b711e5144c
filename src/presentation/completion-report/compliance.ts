import { markdownTable, markdownText } from "../markdown/markdown.ts";
import { type CriteriaGroup, criteriaGroups } from "./criteria.ts";
import type { Criterion, CriterionResult, ServiceEvidence } from "./criterion.ts";

/** One criterion's results for all services. */
export interface CriterionSummary {
	readonly criterion: Criterion;
	readonly met: readonly string[];
	readonly failed: readonly (readonly [service: string, why: string])[];
	readonly unchecked: readonly (readonly [service: string, why: string])[];
}

export function evaluateAll(criterion: Criterion, subjects: readonly ServiceEvidence[]): CriterionSummary {
	const verdicts = subjects.map((subject) => [subject.service.name, criterion.evaluate(subject)] as const);
	const of = <K extends CriterionResult["kind"]>(kind: K) =>
		verdicts.flatMap(([name, verdict]) =>
			verdict.kind === kind ? [[name, verdict as Extract<CriterionResult, { kind: K }>] as const] : [],
		);
	return {
		criterion,
		met: of("met").map(([name]) => name),
		failed: of("failed").map(([name, { why }]) => [name, why] as const),
		unchecked: of("unchecked").map(([name, { why }]) => [name, why] as const),
	};
}

/** ✅ only if every service to which it applies was checked and meets it. */
export function criterionMark({ met, failed, unchecked }: CriterionSummary): string {
	if (failed.length > 0) return "❌";
	if (met.length === 0 || unchecked.length > 0) return "➖";
	return "✅";
}

/** `6 of 6`, `5 of 6, 1 not checked`, `not checked`. */
export function formatCounts({ met, failed, unchecked }: CriterionSummary): string {
	const total = met.length + failed.length + unchecked.length;
	if (total === 0) return "does not apply";
	if (unchecked.length === total) return "not checked";
	return `${met.length} of ${total}${unchecked.length === 0 ? "" : `, ${unchecked.length} not checked`}`;
}

/** One table per group of criteria, then the services that fail or were not checked. */
export function complianceSection(subjects: readonly ServiceEvidence[]): string {
	return criteriaGroups.map((group) => groupSection(group, subjects)).join("\n\n");
}

function groupSection({ title, criteria: all }: CriteriaGroup, subjects: readonly ServiceEvidence[]): string {
	const summaries = all.map((criterion) => evaluateAll(criterion, subjects));
	const exceptions = [
		...exceptionLines(summaries, "failed").map((line) => `- ❌ ${line}`),
		...exceptionLines(summaries, "unchecked").map((line) => `- ➖ not checked: ${line}`),
	];
	return [
		`### ${title}`,
		markdownTable(
			["", "expected", "services", "checked by"],
			summaries.map((summary) => [
				criterionMark(summary),
				markdownText(summary.criterion.title),
				formatCounts(summary),
				markdownText(summary.criterion.source),
			]),
		),
		...(exceptions.length === 0 ? [] : [exceptions.join("\n")]),
	].join("\n\n");
}

/** `api, web (the reason): No shell; No package manager`: grouped by reason and services. */
function exceptionLines(summaries: readonly CriterionSummary[], kind: "failed" | "unchecked"): readonly string[] {
	const lines = summaries.flatMap((summary) =>
		[...Map.groupBy(summary[kind], ([, why]) => why)].map(([why, all]) => ({
			who: `${all.map(([name]) => markdownText(name)).join(", ")} (${markdownText(why)})`,
			title: markdownText(summary.criterion.title),
		})),
	);
	return [...Map.groupBy(lines, ({ who }) => who)].map(
		([who, all]) => `${who}: ${all.map(({ title }) => title).join("; ")}`,
	);
}
