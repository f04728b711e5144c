import type { Finding } from "./lint.ts";
import type { SmokedService } from "./smoke.ts";
import type { Hold } from "./source.ts";

/**
 * How a service's run ended. `built` and `planned` are the last word only where nothing was to be published. `skipped`: something it is made from failed.
 * `unknown`: its job ended without a result.
 */
export type ServiceOutcome =
	| "published"
	| "unchanged"
	| "superseded"
	| "not part of this release"
	| "built"
	| "planned"
	| "held"
	| "failed"
	| "blocked"
	| "skipped"
	| "cancelled"
	| "unknown";

export interface PhaseProgress {
	readonly id: string;
	readonly title: string;
	readonly required: number;
	readonly complete: number;
	readonly status: "complete" | "in progress" | "pending";
}

/** How much of the whole plan is done. */
export interface PlanProgress {
	readonly phases: readonly PhaseProgress[];
	readonly required: number;
	readonly complete: number;
	readonly percent: number;
}

/** One piece of work on the clock: an image that was built, or a service that was tried. */
export interface TimelineBar {
	readonly kind: "build" | "smoke";
	readonly service: string;
	readonly platform: string;
	/** From 1: what it is FROM stands in earlier waves. */
	readonly wave: number;
	/** The machine, where it has a name. */
	readonly runner?: string;
	/** Milliseconds since 1970, by the clock of the machine that it ran on. */
	readonly start: number;
	readonly end: number;
	readonly good: boolean;
}

/** One service in every table: what was decided and why, and what came of it. */
export interface ServiceRow {
	readonly service: string;
	readonly title: string;
	readonly phase?: string;
	readonly decision: "build" | "unchanged" | "blocked";
	readonly why: string;
	readonly outcome: ServiceOutcome;
	/** Meant to be built, and found to be unchanged once what it is FROM was built. */
	readonly kept?: true;
	readonly platforms: readonly string[];
	/** Of the published index, else of the first platform's image. */
	readonly digest?: string;
	/** Bytes, compressed, the platforms added up. */
	readonly size?: number;
	/** Bytes more, or less, than what was published before; undefined where that is not known. */
	readonly change?: number;
	/** The platforms added up. */
	readonly layers?: number;
	readonly buildMs?: number;
	/** What verification found: how many checks passed, and the names of those that did not. */
	readonly checks?: { readonly passed: number; readonly failed: readonly string[]; readonly warned: readonly string[] };
	readonly health?: SmokedService["verdict"];
	/** What smoke says beside its verdict: warnings first, then why it was skipped or what it did not judge. */
	readonly healthNote?: string;
	/** The commit for which these very bytes passed smoke before, where it was skipped for that. */
	readonly passedBefore?: string;
	readonly latencyMs?: number;
	readonly readyMs?: number;
	readonly architecture?: string;
	readonly tags: readonly string[];
	/** What went wrong, one line; the first failure in the order of the stages. */
	readonly problem?: string;
	/** It failed, for no other reason than a registry that does not answer. */
	readonly away?: true;
}

/** What is kept of a service, to see how it goes over time. */
export interface PastService {
	readonly outcome: ServiceOutcome;
	readonly digest?: string;
	/** Compressed, bytes. */
	readonly size?: number;
	readonly buildMs?: number;
	readonly readyMs?: number;
	readonly latencyMs?: number;
	readonly health?: ServiceRow["health"];
	readonly problem?: string;
}

/** A run that was reported. */
export interface PastRun {
	/** The same for every report of the same results. */
	readonly id: string;
	/** RFC 3339, when it was first reported. */
	readonly at: string;
	readonly revision: string;
	readonly url?: string;
	readonly headline: string;
	readonly durationMs?: number;
	readonly services: Readonly<Record<string, PastService>>;
	/** What lint found, a line each; undefined where it was not asked. */
	readonly findings?: readonly string[];
}

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
	readonly verdict: RunColor;
	/** Whether the verdict is not red. */
	readonly ok: boolean;
	/** One for each service, whatever became of it. */
	readonly services: readonly ServiceRow[];
	readonly progress?: PlanProgress;
	readonly timeline: readonly TimelineBar[];
	readonly findings: readonly Finding[];
	readonly durationMs?: number;
	/** Absolute paths of what was written, by kind: `page` (HTML), `summary` (Markdown), ... */
	readonly files: Readonly<Record<string, string>>;
}

export type RunColor = "green" | "yellow" | "red";
