import { z } from "zod";
import type { Infer } from "../../util/json.ts";

/** The result of one probe. */
const probeResultSchema = z.object({
	/**
	 * `healthcheck`: the image's HEALTHCHECK. `negative`: a path that cannot exist must not look healthy.
	 * `discovery`: the names of its needs resolve inside the container. `stable`: it still answers, or runs, after
	 * its stable time. `exit`: a job's exit code.
	 */
	kind: z.enum(["http", "tcp", "grpc", "command", "healthcheck", "negative", "discovery", "stable", "exit"]),
	/** `GET http://127.0.0.1:49153/health`, `tcp 127.0.0.1:49154`, `HEALTHCHECK`. */
	target: z.string(),
	/** Port of the container. */
	port: z.number().exactOptional(),
	ok: z.boolean(),
	status: z.number().exactOptional(),
	/** Of the last attempt. */
	latencyMs: z.number().exactOptional(),
	attempts: z.number(),
	error: z.string().exactOptional(),
});
export type ProbeResult = Infer<typeof probeResultSchema>;

/** `not tried`: a need has no image, neither in this run nor published. */
export const smokeVerdictSchema = z.enum(["healthy", "unhealthy", "skipped", "not tried", "unknown"]);
export type SmokeVerdict = Infer<typeof smokeVerdictSchema>;

/** The phase in which a service failed. */
const smokePhaseSchema = z.enum(["pull", "start", "ready", "stable", "stop"]);
export type SmokePhase = Infer<typeof smokePhaseSchema>;

/** One run of a HEALTHCHECK. */
const healthLogEntrySchema = z.object({
	exitCode: z.number(),
	/** The end of its output, sanitized. */
	output: z.string(),
});
export type HealthLogEntry = Infer<typeof healthLogEntrySchema>;

/** A port of a container, its port on the host, and the address on which a process listens, if known. */
const portRowSchema = z.object({
	container: z.number(),
	published: z.number().exactOptional(),
	listens: z.string().exactOptional(),
});
export type PortRow = Infer<typeof portRowSchema>;

const smokeFailureSchema = z.object({
	phase: smokePhaseSchema,
	/** The likely cause, in one line. */
	guess: z.string(),
	/** Error of the last probe. */
	lastProbe: z.string().exactOptional(),
	exitCode: z.number().exactOptional(),
	/** `SIGSEGV: segmentation fault`. */
	exitMeaning: z.string().exactOptional(),
	/** Runs of the HEALTHCHECK, oldest first; at most five. */
	healthLog: z.array(healthLogEntrySchema).exactOptional(),
	ports: z.array(portRowSchema).exactOptional(),
	/** Relevant fields of `docker inspect`. */
	inspect: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).exactOptional(),
	/** Last lines, sanitized. */
	log: z.array(z.string()),
	/** Path of a text file with all of this. */
	file: z.string().exactOptional(),
});
export type SmokeFailure = Infer<typeof smokeFailureSchema>;

export const smokedServiceSchema = z.object({
	service: z.string(),
	platform: z.string(),
	/** `repository@sha256:...` of the image that ran. */
	ref: z.string(),
	digest: z.string(),
	verdict: smokeVerdictSchema,
	/** Hash of its smoke criteria. */
	trial: z.string().exactOptional(),
	/** Images of its needs: digests of services, images of externals. Absent if not all are known. */
	needsImages: z.record(z.string(), z.string()).exactOptional(),
	/** Why it was skipped or is unknown; for a healthy service, remarks, or skipped checks. */
	reason: z.string().exactOptional(),
	/** Problems of a healthy service that its policy allows. */
	warnings: z.array(z.string()).exactOptional(),
	/** If skipped: the commit for which this digest passed before. */
	passedBefore: z.string().exactOptional(),
	/** What its hardening denies it: `writable /var/lib/x`. Without hardening it is healthy. */
	needs: z.array(z.string()).exactOptional(),
	/** Architecture that the process reports: `aarch64`. */
	architecture: z.string().exactOptional(),
	/** It ran under emulation, which disables some checks (docs/smoke.md). */
	emulated: z.literal(true).exactOptional(),
	/** RFC 3339: start of its container, by the clock of the machine that ran smoke. */
	startedAt: z.string().exactOptional(),
	/** Name of the machine that ran smoke, if it has one. */
	runner: z.string().exactOptional(),
	/** From the container's start to the verdict. */
	durationMs: z.number().exactOptional(),
	/** From the container's start to the first good answer. */
	readyMs: z.number().exactOptional(),
	stopMs: z.number().exactOptional(),
	/** It did not exit in time after SIGTERM and was killed. */
	killed: z.literal(true).exactOptional(),
	/** The catalog's health check first. */
	probes: z.array(probeResultSchema),
	failure: smokeFailureSchema.exactOptional(),
	logFile: z.string().exactOptional(),
});
export type SmokedService = Infer<typeof smokedServiceSchema>;

export const smokeResultSchema = z.object({
	kind: z.literal("lucid.smoke"),
	version: z.literal(1),
	revision: z.string(),
	/** The created network; `note` says why its subnet differs from the catalog's. */
	network: z.object({ name: z.string(), subnet: z.string().exactOptional(), note: z.string().exactOptional() }),
	services: z.array(smokedServiceSchema),
	/** Path of the Compose file of the first platform's stack. */
	composeFile: z.string().exactOptional(),
	/** What the engine failed to remove. The next run tries again. */
	leftovers: z.array(z.string()).exactOptional(),
	durationMs: z.number(),
});
export type SmokeResult = Infer<typeof smokeResultSchema>;
