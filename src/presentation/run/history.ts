import type { Finding } from "../../model/documents/lint.ts";
import type { PastRun, PastService, ServiceRow } from "../../model/documents/report.ts";
import { defined } from "../../util/defined.ts";
import { headline } from "./headline.ts";
import type { Run } from "./run.ts";

/** Earlier runs, oldest first. */
export interface History {
	readonly kind: "lucid.history";
	readonly version: 1;
	readonly runs: readonly PastRun[];
}

export const emptyHistory: History = { kind: "lucid.history", version: 1, runs: [] };

/** Kept runs. */
const mostRuns = 90;
/** Of the JSON file. A thousand services take about 150 KB per run. */
const mostBytes = 2_000_000;
const mostFindings = 500;
const longestText = 300;

export function pastRun(run: Run, rows: readonly ServiceRow[], id: string, at: string): PastRun {
	const { plan, lint, url, durationMs } = run;
	return {
		...{ id, at, revision: plan.source.revision, headline: headline(run, rows) },
		...defined({ url }),
		...(durationMs !== undefined && { durationMs: Math.round(durationMs) }),
		services: Object.fromEntries(rows.map((row) => [row.service, pastService(row)])),
		...(lint !== undefined && { findings: lint.findings.slice(0, mostFindings).map(findingLine) }),
	};
}

function pastService({ outcome, digest, size, buildMs, readyMs, latencyMs, health, problem }: ServiceRow): PastService {
	return {
		outcome,
		...defined({ digest, size, buildMs, readyMs, latencyMs, health, problem: problem?.slice(0, longestText) }),
	};
}

/** The same finding gives the same line in later runs, even if its line number moved. */
export function findingLine({ code, message, at }: Finding): string {
	return `${at === undefined ? "" : `${at.file}: `}${message} (${code})`.slice(0, longestText);
}

/** The runs reported before this one. */
export function earlierRuns({ runs }: History, id: string): readonly PastRun[] {
	const at = runs.findIndex((run) => run.id === id);
	return at === -1 ? runs : runs.slice(0, at);
}

/** Adds a run, or replaces an earlier report of it unless that had more services. Drops runs over the limits. */
export function appendRun(history: History, run: PastRun): History {
	const earlier = history.runs.find(({ id }) => id === run.id);
	if (earlier !== undefined && Object.keys(earlier.services).length > Object.keys(run.services).length) return history;
	const extended =
		earlier === undefined
			? [...history.runs, run]
			: history.runs.map((past) => (past === earlier ? { ...run, at: past.at } : past));
	let runs = extended.slice(-mostRuns);
	const sizes = runs.map((past) => Buffer.byteLength(JSON.stringify(past)));
	let bytes = sizes.reduce((sum, size) => sum + size, 0);
	let left = 0;
	while (bytes > mostBytes && left < runs.length - 1) bytes -= sizes[left++] ?? 0;
	runs = runs.slice(left);
	return { ...history, runs };
}
