import { createHash } from "node:crypto";
import path from "node:path";
import { runLink } from "../../adapters/github/run-event.ts";
import type { Documents } from "../../model/documents/documents.ts";
import type { ReportResult } from "../../model/documents/report.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { stepSummary } from "../../presentation/markdown/step-summary.ts";
import { badge } from "../../presentation/run/badge.ts";
import { appendRun, earlierRuns, pastRun } from "../../presentation/run/history.ts";
import { parseJobResults } from "../../presentation/run/jobs.ts";
import { coversAllServices, toProgress } from "../../presentation/run/plan-progress.ts";
import { reportDocument } from "../../presentation/run/report-document.ts";
import type { Run } from "../../presentation/run/run.ts";
import { toRows } from "../../presentation/run/service-rows.ts";
import { runSpan } from "../../presentation/run/timeline.ts";
import { defined } from "../../util/defined.ts";
import { loadOrMakePlan, narrowPlan } from "../plan/load-plan.ts";
import { plan as makePlan } from "../plan/stage.ts";
import type { StageContext } from "../shared/context.ts";
import { writeFileAtomically } from "../shared/documents-folder.ts";
import { loadJobResults } from "../shared/records/job-results.ts";
import { RunDocuments } from "./gather-documents.ts";
import { readHistory, writeHistory } from "./history-file.ts";

type Planned = Documents & { readonly plan: NonNullable<Documents["plan"]> };

/** Reports on the documents in the run's folder and in `results`, by the given plan, theirs or a new one. */
export async function report(options: StageOptions, context: StageContext): Promise<Documents> {
	const jobs = parseJobResults(options.jobResults);
	const existing = await RunDocuments.read(options, context);
	const wholePlan = options.plan === undefined ? existing.plan : undefined;
	const plan =
		wholePlan === undefined ? await loadOrMakePlan(options, context) : narrowPlan(wholePlan, "the plan", options);
	if (options.recall) await loadJobResults(options, context, plan);
	const gathered = options.recall ? await RunDocuments.read(options, context) : existing;
	const documents = { ...gathered.ofRevision(plan.source.revision), ...(jobs.length > 0 && { jobs }) };
	const durationMs = runSpan({ plan, ...documents });
	const progress = await progressOf(options, context, { plan: wholePlan ?? plan, ...documents });
	const run = { plan, ...documents, ...defined({ durationMs }) };
	return { ...run, report: await writeReport(options, context, { ...run, ...defined({ progress }) }) };
}

/** A completion report covers the whole plan. If this run covers a part, the registry shows the state of the rest. */
async function progressOf(options: StageOptions, context: StageContext, run: Run): Promise<Run["progress"]> {
	if (!options.completion || coversAllServices(run.plan)) return toProgress(run);
	const everything = { ...options, service: ["*"], phase: [], platform: [] };
	const fullPlan = await makePlan(everything, context, { scope: "to-build", keep: "aside" }).catch(() => undefined);
	return toProgress(run, fullPlan);
}

/** Writes the report of the given documents. */
export async function writeReport(
	options: Pick<StageOptions, "out" | "history" | "completion">,
	context: Pick<StageContext, "cwd" | "env" | "log" | "date">,
	documents: Planned & Pick<Run, "progress">,
): Promise<ReportResult> {
	// Loaded only when they are written: most runs of other stages never need them.
	const { reportPage } = await import("../../presentation/page/page.ts");
	const { completionReport } = options.completion
		? await import("../../presentation/completion-report/completion-report.ts")
		: {};
	const { out } = options;
	const { report: _, verifyHost: _host, ...documentsOfRun } = documents;
	const id = runIdentity(documentsOfRun);
	const history = await readHistory(options, context);
	const run: Run = { ...documentsOfRun, history: earlierRuns(history, id), ...runLink(context.env) };
	const at = new Date((context.date ?? Date.now)()).toISOString();
	const rows = toRows(run);
	const series = appendRun(history, pastRun(run, rows, id, at));
	const json = path.join(out, "report.json");
	const files = {
		page: await writeFileAtomically(path.join(out, "report.html"), reportPage(run)),
		summary: await writeFileAtomically(path.join(out, "summary.md"), `${stepSummary(run)}\n`),
		badge: await writeFileAtomically(path.join(out, "badge.json"), text(badge(run, rows))),
		history: await writeHistory(options, context, series),
		...(completionReport && {
			completion: await writeFileAtomically(path.join(out, "completion.md"), `${completionReport(run, at)}\n`),
		}),
		json,
	};
	const result = reportDocument(run, files);
	await writeFileAtomically(json, text(result));
	return result;
}

const text = (value: unknown) => `${JSON.stringify(value, undefined, "\t")}\n`;

/** Two reports of the same results have the same id: they are one run of the history. */
function runIdentity({ plan, build, smoke, publish, jobs }: Run): string {
	const { revision } = plan.source;
	return createHash("sha256")
		.update(JSON.stringify([revision, build, smoke, publish, jobs]))
		.digest("hex")
		.slice(0, 16);
}
