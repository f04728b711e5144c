/** One probe of one endpoint, with the attempt that decided. */
export interface ProbeResult {
	readonly kind: "http" | "tcp" | "command" | "healthcheck" | "negative";
	/** `GET http://127.0.0.1:49153/health`, `tcp 127.0.0.1:49154`, `HEALTHCHECK`. */
	readonly target: string;
	readonly ok: boolean;
	readonly status?: number;
	/** Of the deciding attempt. */
	readonly latencyMs?: number;
	readonly attempts: number;
	readonly error?: string;
}

export type Verdict = "healthy" | "unhealthy" | "skipped" | "unknown";

/** Where a failing service got to. */
export type SmokePhase = "pull" | "start" | "ready" | "stable" | "stop";

export interface SmokedService {
	readonly service: string;
	readonly platform: string;
	/** `repository@sha256:...` that ran; the verdict is about these bytes and no others. */
	readonly ref: string;
	readonly digest: string;
	readonly verdict: Verdict;
	/** Why it was skipped or is unknown; of a healthy one, what was odd all the same. */
	readonly reason?: string;
	/** What the process says it runs on: `aarch64`. */
	readonly architecture?: string;
	/** From the container's start to the first good answer. */
	readonly readyMs?: number;
	readonly stopMs?: number;
	readonly probes: readonly ProbeResult[];
	readonly failure?: {
		readonly phase: SmokePhase;
		/** One line: the likely cause. */
		readonly guess: string;
		readonly exitCode?: number;
		/** Last lines, made harmless. */
		readonly log: readonly string[];
	};
	readonly logFile?: string;
}

export interface SmokeResult {
	readonly kind: "lucid.smoke";
	readonly version: 1;
	readonly revision: string;
	readonly network: { readonly name: string; readonly subnet?: string; readonly note?: string };
	readonly services: readonly SmokedService[];
	readonly composeFile?: string;
	readonly durationMs: number;
}
