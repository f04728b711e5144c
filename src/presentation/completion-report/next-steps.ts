import type { ServiceRow } from "../../model/documents/report.ts";
import { plural } from "../../util/format.ts";
import { markdownTable, markdownText } from "../markdown/markdown.ts";
import { toProgress } from "../run/plan-progress.ts";
import type { Run } from "../run/run.ts";
import { isDone } from "../run/run-verdict.ts";
import { remarkTexts } from "../text/plan-notes.ts";

const marks = { complete: "✅ complete", "in progress": "🔄 in progress", pending: "⏳ pending" } as const;

/** Progress per phase. Completed images are in the registry as they would be built now. */
export function progressSection(run: Run): string {
	const progress = toProgress(run);
	if (progress === undefined)
		return run.plan.phases.length === 0
			? "The catalog has no phases."
			: "Unknown: this run covered a part of the plan, and the registry could not be read for the rest.";
	const { phases, required, complete, percent } = progress;
	return [
		`**${complete} of ${required} images, ${percent} %**`,
		markdownTable(
			["phase", "category", "required:", "completed:", "status"],
			[
				...phases.map((phase) => [
					`Phase ${markdownText(phase.id)}`,
					markdownText(phase.title),
					phase.required,
					phase.complete,
					marks[phase.status],
				]),
				["**total**", "**all phases**", `**${required}**`, `**${complete}**`, `**${percent} % complete**`],
			],
		),
	].join("\n\n");
}

/** Failures, held tags, and what the plan still contains. */
export function nextSection(run: Run, rows: readonly ServiceRow[]): string {
	const open = rows.filter((row) => !isDone(row));
	const toFix = open.map(
		({ service, outcome, problem }) =>
			`- **${markdownText(service)}** (${outcome})${problem === undefined ? "" : `: ${markdownText(problem)}`}`,
	);
	const warnings = run.lint?.findings.filter(({ severity }) => severity !== "note") ?? [];
	const remarks = remarkTexts(run.plan).map(markdownText);
	const planned = plannedByPhase(run);
	return [
		...(toFix.length === 0 ? ["Nothing is left to fix."] : ["**To fix**", toFix.join("\n")]),
		...(warnings.length === 0 ? [] : [`**To check**: ${plural(warnings.length, "lint finding")}, below.`]),
		...(remarks.length === 0 ? [] : ["**Remarks of the plan**", remarks.map((text) => `- ${text}`).join("\n")]),
		...(planned.length === 0 ? ["Nothing else is planned."] : ["**Still planned**", planned.join("\n")]),
	].join("\n\n");
}

function plannedByPhase({ plan }: Run): readonly string[] {
	const named = plan.phases.flatMap(({ id, title }) => {
		const own = plan.planned.filter(({ phase }) => phase === id);
		if (own.length === 0) return [];
		const names = own.map(({ title }) => markdownText(title)).join(", ");
		return [`- Phase ${markdownText(id)}, ${markdownText(title)}: ${plural(own.length, "image")} (${names})`];
	});
	const others = plan.planned.filter(({ phase }) => phase === undefined);
	return others.length === 0
		? named
		: [...named, `- without a phase: ${others.map(({ title }) => markdownText(title)).join(", ")}`];
}
