import type { ServiceRow } from "../../model/documents/report.ts";
import { formatLocation } from "../../util/errors.ts";
import { plural } from "../../util/format.ts";
import { inlineCode, markdownTable, markdownText } from "../markdown/markdown.ts";
import { headline, healthCounts } from "../run/headline.ts";
import { toProgress } from "../run/plan-progress.ts";
import type { Run } from "../run/run.ts";
import { isDone } from "../run/run-verdict.ts";
import { toRows } from "../run/service-rows.ts";
import { complianceSection } from "./compliance.ts";
import { collectEvidence, type ServiceEvidence } from "./criterion.ts";
import { commandsSection, deploymentSection } from "./deployment.ts";
import { fixesSection } from "./fixes.ts";
import { imageTable, specification } from "./images.ts";
import { nextSection, progressSection } from "./next-steps.ts";
import { imageStatistics, stageTable, statistics } from "./statistics.ts";

/** The completion report, made from the run's documents. A tick stands for a check that ran. `at` is RFC 3339. */
export function completionReport(run: Run, at: string): string {
	const rows = toRows(run);
	const commit = run.plan.source.revision.slice(0, 12);
	const byName = new Map(rows.map((row) => [row.service, row]));
	const order = new Map(run.plan.services.map(({ name }, i) => [name, i]));
	const subjects = collectEvidence(run).toSorted(
		(a, b) => (order.get(a.service.name) ?? 0) - (order.get(b.service.name) ?? 0),
	);
	const stages = stageTable(subjects);
	const sections: readonly (readonly [string, string])[] = [
		["Images", imageTable(subjects, byName)],
		["Fixes", fixesSection(run, subjects, rows)],
		["Build statistics", statistics(run, subjects, rows)],
		["Image by image", imageStatistics(subjects, byName)],
		...(stages === "" ? [] : [["Build stages", stages] as const]),
		["Commands executed", commandsSection(run, subjects)],
		[
			"Verification",
			`✅ the check passed; ❌ it failed; ➖ not everything was checked.\n\n${complianceSection(subjects)}`,
		],
		[
			"Specifications",
			subjects.map((subject) => specification(subject, byName.get(subject.service.name))).join("\n\n"),
		],
		["Deployment", deploymentSection(run, subjects)],
		["Findings", findings(run)],
		["Progress of the plan", progressSection(run)],
		["Next steps", nextSection(run, rows)],
	];
	return [
		`# ${titleOf(run, subjects)}: completion report`,
		facts(run, rows, at),
		...sections.map(([title, body]) => `## ${title}\n\n${body}`),
		`---\n\n_Made by \`lucid report --completion\` on ${at} from the results of commit ${commit}. Every tick is a check that ran._`,
	].join("\n\n");
}

/** The title of a single service or phase, else the project. */
function titleOf({ plan }: Run, subjects: readonly ServiceEvidence[]): string {
	const [first] = subjects;
	if (subjects.length === 1 && first !== undefined) return markdownText(first.service.title);
	const phases = new Set(subjects.map(({ service }) => service.phase));
	const phase = plan.phases.find(({ id }) => phases.size === 1 && phases.has(id));
	return phase === undefined
		? markdownText(plan.project)
		: `Phase ${markdownText(phase.id)} ${markdownText(phase.title)}`;
}

function facts(run: Run, rows: readonly ServiceRow[], at: string): string {
	const { plan, build, smoke } = run;
	const { revision, committedAt, dirty } = plan.source;
	const done = rows.filter(isDone);
	const { healthy, tried } = healthCounts(rows);
	const complete = done.length === rows.length && rows.length > 0;
	const progress = toProgress(run);
	const platforms = [...new Set(plan.images.map(({ platform }) => platform))];
	const runners = [...new Set((build?.images ?? []).flatMap(({ runner }) => runner ?? []))];
	const registries = [...new Set(plan.services.map(({ image }) => image.split("/").slice(0, -1).join("/")))];
	const architectures = [...new Set((smoke?.services ?? []).flatMap(({ architecture = [] }) => architecture))];
	const reported = architectures.length === 0 ? "" : ` (reported by its processes: ${architectures.join(", ")})`;
	const lines: readonly (readonly [string, string | undefined])[] = [
		["Status", complete ? "✅ complete" : `❌ ${done.length} of ${rows.length} complete`],
		["Summary", markdownText(headline(run, rows))],
		["Date", at.slice(0, 10)],
		["Commit", `${inlineCode(revision)} of ${committedAt}${dirty ? ", with uncommitted changes" : ""}`],
		["Images", `${done.length} of ${rows.length}`],
		["Healthy", tried === 0 ? "➖ none started in this run" : `${healthy} of ${tried}`],
		["Target architecture", platforms.join(", ") + reported],
		["Registry", registries.map(inlineCode).join(", ")],
		["Built on", runners.length === 0 ? undefined : markdownText(runners.join(", "))],
		["Workflow run", run.url],
		["Plan", progress && `${progress.complete} of ${progress.required}, ${progress.percent} %`],
	];
	return lines
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => `- **${name}**: ${value}`)
		.join("\n");
}

/** All lint findings, worst first. */
function findings({ lint }: Run): string {
	if (lint === undefined) return "➖ Lint did not run.";
	const notChecked = (lint.skipped ?? []).map(({ why }) => `- ➖ not checked: ${markdownText(why)}`).join("\n");
	if (lint.findings.length === 0) return ["✅ No lint findings.", notChecked].filter(Boolean).join("\n\n");
	const shown = lint.findings.slice(0, 200);
	const left = lint.findings.length - shown.length;
	return [
		markdownTable(
			["severity", "where", "what", "rule"],
			shown.map(({ severity, at, message, fix, code }) => [
				severity,
				at === undefined ? "" : inlineCode(formatLocation(at)),
				`${markdownText(message)}${fix === undefined ? "" : `. Fix: ${markdownText(fix)}`}`,
				inlineCode(code),
			]),
		),
		...(left > 0 ? [`${plural(left, "more finding")}.`] : []),
		...(notChecked === "" ? [] : [notChecked]),
	].join("\n\n");
}
