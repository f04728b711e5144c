import type { Finding } from "../documents/finding.ts";
import type { Hold } from "../documents/source.ts";
import { headline } from "./headline.ts";
import { type PlanProgress, toProgress } from "./progress.ts";
import { type Row, toRows } from "./rows.ts";
import type { Run } from "./run.ts";
import { type Bar, timeline } from "./timeline.ts";
import { type Color, runVerdict } from "./verdict.ts";

/** All that a report tells, for programs. */
export interface ReportResult {
	readonly kind: "lucid.report";
	readonly version: 1;
	readonly project: string;
	readonly revision: string;
	/** RFC 3339, of the commit. */
	readonly committedAt: string;
	readonly url?: string;
	/** Why no floating tag moves and no version is written. */
	readonly hold?: Hold;
	readonly headline: string;
	/** The verdict on the run: `green`, `yellow` where tags were held, `red`. */
	readonly verdict: Color;
	/** Whether the verdict is not red. */
	readonly ok: boolean;
	/** One for each service, whatever became of it. */
	readonly services: readonly Row[];
	readonly progress?: PlanProgress;
	readonly timeline: readonly Bar[];
	readonly findings: readonly Finding[];
	readonly durationMs?: number;
	/** Absolute paths of what was written, by kind: `page` (HTML), `summary` (Markdown), ... */
	readonly files: Readonly<Record<string, string>>;
}

export function reportDocument(run: Run, files: ReportResult["files"]): ReportResult {
	const { plan, lint, url, durationMs } = run;
	const rows = toRows(run);
	const progress = toProgress(run);
	const { color } = runVerdict(run, rows);
	return {
		...{ kind: "lucid.report", version: 1, project: plan.project },
		...{ revision: plan.source.revision, committedAt: plan.source.committedAt },
		...(url !== undefined && { url }),
		...(plan.source.hold && { hold: plan.source.hold }),
		...{ headline: headline(run, rows), verdict: color, ok: color !== "red", services: rows },
		...(progress !== undefined && { progress }),
		...{ timeline: timeline(run), findings: lint?.findings ?? [] },
		...(durationMs !== undefined && { durationMs: Math.round(durationMs) }),
		files,
	};
}
