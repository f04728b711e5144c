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

/**
 * Writes the report of whatever documents the run's folder, and that of its legs, hold. It goes by the plan that is named, else by the one that lies there;
 * a new one is only made where there is none.
 */
export async function report(options: StageOptions, world: StageContext): Promise<Documents> {
	const jobs = parseJobResults(options.jobResults);
	const lying = await RunDocuments.read(options, world);
	const whole = options.plan === undefined ? lying.plan : undefined;
	const plan = whole === undefined ? await loadOrMakePlan(options, world) : narrowPlan(whole, "the plan", options);
	if (options.recall) await loadJobResults(options, world, plan);
	const left = options.recall ? await RunDocuments.read(options, world) : lying;
	const documents = { ...left.ofRevision(plan.source.revision), ...(jobs.length > 0 && { jobs }) };
	const durationMs = runSpan({ plan, ...documents });
	const progress = await progressOf(options, world, { plan: whole ?? plan, ...documents });
	const run = { plan, ...documents, ...defined({ durationMs }) };
	return { ...run, report: await writeReport(options, world, { ...run, ...defined({ progress }) }) };
}

/** A completion report tells of the whole plan; where the run was about a part of it, the registry says what else there is. */
async function progressOf(options: StageOptions, world: StageContext, run: Run): Promise<Run["progress"]> {
	if (!options.completion || coversAllServices(run.plan)) return toProgress(run);
	const everything = { ...options, service: ["*"], phase: [], platform: [] };
	const there = await makePlan(everything, world, undefined, "to-build", "aside").catch(() => undefined);
	return toProgress(run, there);
}

/** The report of documents at hand. */
export async function writeReport(
	options: Pick<StageOptions, "out" | "history" | "completion">,
	world: Pick<StageContext, "cwd" | "env" | "log" | "date">,
	documents: Planned & Pick<Run, "progress">,
): Promise<ReportResult> {
	// What writes the page, or a completion report, is only loaded where one is written.
	const { reportPage } = await import("../../presentation/page/page.ts");
	const { completionReport } = options.completion
		? await import("../../presentation/completion-report/completion-report.ts")
		: {};
	const { out } = options;
	const { report: _, verifyHost: _host, ...known } = documents;
	const id = identity(known);
	const kept = await readHistory(options, world);
	const history = earlierRuns(kept, id);
	const run: Run = { ...known, history, ...runLink(world.env) };
	const at = new Date((world.date ?? Date.now)()).toISOString();
	const rows = toRows(run);
	const series = appendRun(kept, pastRun(run, rows, id, at));
	const json = path.join(out, "report.json");
	const files = {
		page: await writeFileAtomically(path.join(out, "report.html"), reportPage(run)),
		summary: await writeFileAtomically(path.join(out, "summary.md"), `${stepSummary(run)}\n`),
		badge: await writeFileAtomically(path.join(out, "badge.json"), text(badge(run, rows))),
		history: await writeHistory(options, world, series),
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

/** Two reports of the same results are one run. */
function identity({ plan, build, smoke, publish, jobs }: Run): string {
	const { revision } = plan.source;
	return createHash("sha256")
		.update(JSON.stringify([revision, build, smoke, publish, jobs]))
		.digest("hex")
		.slice(0, 16);
}
