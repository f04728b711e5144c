/** One probe of one endpoint, with the attempt that decided. */
export interface ProbeResult {
	/**
	 * `healthcheck`: the image's own HEALTHCHECK. `negative`: what cannot exist must not look healthy. `discovery`: the names it needs lead somewhere,
	 * asked from inside. `stable`: it still answers after the time it had to stay up, or, where there is nothing to ask, is still up. `exit`: a job's exit code.
	 */
	readonly kind: "http" | "tcp" | "grpc" | "command" | "healthcheck" | "negative" | "discovery" | "stable" | "exit";
	/** `GET http://127.0.0.1:49153/health`, `tcp 127.0.0.1:49154`, `HEALTHCHECK`. */
	readonly target: string;
	/** The container's, where one was asked. */
	readonly port?: number;
	readonly ok: boolean;
	readonly status?: number;
	/** Of the deciding attempt. */
	readonly latencyMs?: number;
	readonly attempts: number;
	readonly error?: string;
}

/** `not tried`: what it needs has no image, neither of this run nor a published one. */
export type SmokeVerdict = "healthy" | "unhealthy" | "skipped" | "not tried" | "unknown";

/** Of several verdicts the one with the highest rank counts. `skipped` says nothing, so anything counts for more. */
export const verdictRank: Readonly<Record<SmokeVerdict, number>> = {
	...{ skipped: 0, healthy: 1, "not tried": 2, unknown: 3, unhealthy: 4 },
};

/** Where a failing service got to. */
export type SmokePhase = "pull" | "start" | "ready" | "stable" | "stop";

/** One run of a HEALTHCHECK. */
export interface HealthLogEntry {
	readonly exitCode: number;
	/** The end of what it printed, made harmless. */
	readonly output: string;
}

/** A port of a container: on which port of the host it is published, and on which address something listens inside, where that can be seen. */
export interface PortRow {
	readonly container: number;
	readonly published?: number;
	readonly listens?: string;
}

export interface SmokeFailure {
	readonly phase: SmokePhase;
	/** One line: the likely cause. */
	readonly guess: string;
	/** What the last probe said. */
	readonly lastProbe?: string;
	readonly exitCode?: number;
	/** What the exit code tells: `SIGSEGV: segmentation fault`. */
	readonly exitMeaning?: string;
	/** Of its own HEALTHCHECK, oldest first; at most five. */
	readonly healthLog?: readonly HealthLogEntry[];
	readonly ports?: readonly PortRow[];
	/** What `docker inspect` said that matters, by the engine's words. */
	readonly inspect?: Readonly<Record<string, string | number | boolean>>;
	/** Last lines, made harmless. */
	readonly log: readonly string[];
	/** Path of all this as text. */
	readonly file?: string;
}

export interface SmokedService {
	readonly service: string;
	readonly platform: string;
	/** `repository@sha256:...` that ran; the verdict is about these bytes and no others. */
	readonly ref: string;
	readonly digest: string;
	readonly verdict: SmokeVerdict;
	/** The checks that it was put to, as a hash; see trial.ts. */
	readonly trial?: string;
	/** Why it was skipped or is unknown; of a healthy one, what was odd all the same, or not judged. */
	readonly reason?: string;
	/** Of a healthy one: what it does wrong and its policy lets pass. */
	readonly warnings?: readonly string[];
	/** Of one that was skipped: the commit for which these very bytes passed before. */
	readonly passedBefore?: string;
	/** What it lacks to run as it is held: `writable /var/lib/x`. It is well without its hardening. */
	readonly needs?: readonly string[];
	/** What the process says it runs on: `aarch64`. */
	readonly architecture?: string;
	/** Its programs ran under emulation, which leaves some checks without a verdict (docs/smoke.md). */
	readonly emulated?: true;
	/** RFC 3339: when its container was started, by the clock of the machine that asked for it. */
	readonly startedAt?: string;
	/** The machine that asked, where it has a name: GitHub's runners have. */
	readonly runner?: string;
	/** From the container's start to the verdict. */
	readonly durationMs?: number;
	/** From the container's start to the first good answer. */
	readonly readyMs?: number;
	readonly stopMs?: number;
	/** It did not end in time after SIGTERM, and was killed. */
	readonly killed?: true;
	/** The one of the catalog first. */
	readonly probes: readonly ProbeResult[];
	readonly failure?: SmokeFailure;
	readonly logFile?: string;
}

export interface SmokeResult {
	readonly kind: "lucid.smoke";
	readonly version: 1;
	readonly revision: string;
	/** As the engine made it; `note` says why the subnet is not the catalog's. */
	readonly network: { readonly name: string; readonly subnet?: string; readonly note?: string };
	readonly services: readonly SmokedService[];
	/** The stack as it ran; the first platform's. */
	readonly composeFile?: string;
	/** What the engine would not remove, and the next run will try again. */
	readonly leftovers?: readonly string[];
	readonly durationMs: number;
}
