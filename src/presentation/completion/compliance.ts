import { markdownTable, markdownText } from "../markdown/markdown.ts";
import { type Criteria, criteria } from "./criteria.ts";
import type { Criterion, Subject, Verdict } from "./verdicts.ts";

/** How one expectation came out over all services. */
export interface Judged {
	readonly criterion: Criterion;
	readonly met: readonly string[];
	readonly failed: readonly (readonly [service: string, why: string])[];
	readonly unchecked: readonly (readonly [service: string, why: string])[];
}

export function judgeAll(criterion: Criterion, subjects: readonly Subject[]): Judged {
	const verdicts = subjects.map((subject) => [subject.service.name, criterion.judge(subject)] as const);
	const of = <K extends Verdict["kind"]>(kind: K) =>
		verdicts.flatMap(([name, verdict]) =>
			verdict.kind === kind ? [[name, verdict as Extract<Verdict, { kind: K }>] as const] : [],
		);
	return {
		criterion,
		met: of("met").map(([name]) => name),
		failed: of("failed").map(([name, { why }]) => [name, why] as const),
		unchecked: of("unchecked").map(([name, { why }]) => [name, why] as const),
	};
}

/** ✅ only where every service that it can be expected of was looked at and met it. */
export function mark({ met, failed, unchecked }: Judged): string {
	if (failed.length > 0) return "❌";
	if (met.length === 0 || unchecked.length > 0) return "➖";
	return "✅";
}

/** `6 of 6`, `5 of 6, 1 not checked`, `not checked`. */
export function countWords({ met, failed, unchecked }: Judged): string {
	const asked = met.length + failed.length + unchecked.length;
	if (asked === 0) return "does not apply";
	if (unchecked.length === asked) return "not checked";
	return `${met.length} of ${asked}${unchecked.length === 0 ? "" : `, ${unchecked.length} not checked`}`;
}

/** A table for each group of expectations, then who does not meet them, and who was not looked at. */
export function complianceSection(subjects: readonly Subject[]): string {
	return criteria.map((group) => groupSection(group, subjects)).join("\n\n");
}

function groupSection({ title, all }: Criteria, subjects: readonly Subject[]): string {
	const judged = all.map((criterion) => judgeAll(criterion, subjects));
	const exceptions = [
		...told(judged, "failed").map((line) => `- ❌ ${line}`),
		...told(judged, "unchecked").map((line) => `- ➖ not checked: ${line}`),
	];
	return [
		`### ${title}`,
		markdownTable(
			["", "expected", "services", "checked by"],
			judged.map((one) => [
				mark(one),
				markdownText(one.criterion.title),
				countWords(one),
				markdownText(one.criterion.by),
			]),
		),
		...(exceptions.length === 0 ? [] : [exceptions.join("\n")]),
	].join("\n\n");
}

/** `api, web (the reason): No shell; No package manager`: what has one reason for the same services stands in one line. */
function told(judged: readonly Judged[], kind: "failed" | "unchecked"): readonly string[] {
	const lines = judged.flatMap((one) =>
		[...Map.groupBy(one[kind], ([, why]) => why)].map(([why, all]) => ({
			who: `${all.map(([name]) => markdownText(name)).join(", ")} (${markdownText(why)})`,
			title: markdownText(one.criterion.title),
		})),
	);
	return [...Map.groupBy(lines, ({ who }) => who)].map(
		([who, all]) => `${who}: ${all.map(({ title }) => title).join("; ")}`,
	);
}
