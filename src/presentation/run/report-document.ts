import type { ReportResult } from "../../model/documents/report.ts";
import { defined } from "../../util/defined.ts";
import { headline } from "./headline.ts";
import { toProgress } from "./plan-progress.ts";
import type { Run } from "./run.ts";
import { runVerdict } from "./run-verdict.ts";
import { toRows } from "./service-rows.ts";
import { timeline } from "./timeline.ts";

export function reportDocument(run: Run, files: ReportResult["files"]): ReportResult {
	const { plan, lint, url, durationMs } = run;
	const rows = toRows(run);
	const progress = toProgress(run);
	const { color } = runVerdict(run, rows);
	return {
		...{ kind: "lucid.report", version: 1, project: plan.project },
		...{ revision: plan.source.revision, committedAt: plan.source.committedAt },
		...defined({ url, hold: plan.source.hold }),
		...{ headline: headline(run, rows), verdict: color, ok: color !== "red", services: rows },
		...defined({ progress }),
		...{ timeline: timeline(run), findings: lint?.findings ?? [] },
		...(durationMs !== undefined && { durationMs: Math.round(durationMs) }),
		files,
	};
}
