import { z } from "zod";
import type { Infer } from "../../util/json.ts";
import type { Finding } from "./lint.ts";
import { type SmokedService, smokeVerdictSchema } from "./smoke.ts";
import type { Hold } from "./source.ts";

/**
 * The result of a service. `built` and `planned` are final only without a publication. `skipped`: a base image failed.
 * `unknown`: its job ended without a result.
 */
const serviceOutcomeSchema = z.enum([
	"published",
	"unchanged",
	"superseded",
	"not part of this release",
	"built",
	"planned",
	"held",
	"failed",
	"blocked",
	"skipped",
	"cancelled",
	"unknown",
]);
export type ServiceOutcome = Infer<typeof serviceOutcomeSchema>;

/** A service in the history. */
const pastServiceSchema = z.object({
	outcome: serviceOutcomeSchema,
	digest: z.string().exactOptional(),
	/** Compressed bytes. */
	size: z.number().exactOptional(),
	buildMs: z.number().exactOptional(),
	readyMs: z.number().exactOptional(),
	latencyMs: z.number().exactOptional(),
	health: smokeVerdictSchema.exactOptional(),
	problem: z.string().exactOptional(),
});
export type PastService = Infer<typeof pastServiceSchema>;

/** A run in the history. */
export const pastRunSchema = z.object({
	/** The same for every report of the same results. */
	id: z.string(),
	/** RFC 3339: time of its first report. */
	at: z.string(),
	revision: z.string(),
	url: z.string().exactOptional(),
	headline: z.string(),
	durationMs: z.number().exactOptional(),
	services: z.record(z.string(), pastServiceSchema),
	/** Findings of lint, one line each; undefined if lint did not run. */
	findings: z.array(z.string()).exactOptional(),
});
export type PastRun = Infer<typeof pastRunSchema>;

export interface PhaseProgress {
	readonly id: string;
	readonly title: string;
	readonly required: number;
	readonly complete: number;
	readonly status: "complete" | "in progress" | "pending";
}

/** Progress of the whole plan. */
export interface PlanProgress {
	readonly phases: readonly PhaseProgress[];
	readonly required: number;
	readonly complete: number;
	readonly percent: number;
}

/** A bar of the timeline: the build of an image, or the smoke test of a service. */
export interface TimelineBar {
	readonly kind: "build" | "smoke";
	readonly service: string;
	readonly platform: string;
	/** From 1. Base images are in earlier waves. */
	readonly wave: number;
	/** Name of the machine, if it has one. */
	readonly runner?: string;
	/** Milliseconds since 1970, by the clock of its machine. */
	readonly start: number;
	readonly end: number;
	readonly good: boolean;
}

/** One service in the tables: decision, reason and results. */
export interface ServiceRow {
	readonly service: string;
	readonly title: string;
	readonly phase?: string;
	readonly decision: "build" | "unchanged" | "blocked";
	readonly why: string;
	readonly outcome: ServiceOutcome;
	/** Planned as a build, but unchanged after its base image was built. */
	readonly kept?: true;
	readonly platforms: readonly string[];
	/** Digest of the published index, else of the first platform's image. */
	readonly digest?: string;
	/** Compressed bytes, sum of the platforms. */
	readonly size?: number;
	/** Change in bytes since the last publication; undefined if unknown. */
	readonly change?: number;
	/** Sum of the platforms. */
	readonly layers?: number;
	readonly buildMs?: number;
	/** Verification: number of passed checks, names of the others. */
	readonly checks?: { readonly passed: number; readonly failed: readonly string[]; readonly warned: readonly string[] };
	readonly health?: SmokedService["verdict"];
	/** Warnings of smoke, then why it was skipped or what it did not check. */
	readonly healthNote?: string;
	/** The commit for which this digest passed smoke before, if smoke was skipped for that. */
	readonly passedBefore?: string;
	readonly latencyMs?: number;
	readonly readyMs?: number;
	readonly architecture?: string;
	readonly tags: readonly string[];
	/** The first failure in the order of the stages, in one line. */
	readonly problem?: string;
	/** It failed only because a registry does not answer. */
	readonly away?: true;
}

/** The file of the history, with runs of any version. */
export const historySchema = z.object({
	kind: z.literal("lucid.history"),
	version: z.literal(1),
	runs: z.array(z.unknown()),
});

/** The report as data. */
export interface ReportResult {
	readonly kind: "lucid.report";
	readonly version: 1;
	readonly project: string;
	readonly revision: string;
	/** RFC 3339, of the commit. */
	readonly committedAt: string;
	readonly url?: string;
	/** Why no floating tag moves and no version is published. */
	readonly hold?: Hold;
	readonly headline: string;
	/** `yellow`: tags were held. */
	readonly verdict: RunColor;
	/** Whether the verdict is not red. */
	readonly ok: boolean;
	/** One per service. */
	readonly services: readonly ServiceRow[];
	readonly progress?: PlanProgress;
	readonly timeline: readonly TimelineBar[];
	readonly findings: readonly Finding[];
	readonly durationMs?: number;
	/** Absolute paths of the written files, by kind: `page` (HTML), `summary` (Markdown), ... */
	readonly files: Readonly<Record<string, string>>;
}

export type RunColor = "green" | "yellow" | "red";
