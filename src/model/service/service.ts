import { z } from "zod";
import type { Problem } from "../../util/errors.ts";
import type { Infer } from "../../util/json.ts";
import { locationSchema, problemSchema, severitySchema } from "../documents/lint.ts";
import type { ReuseSource } from "../signing/reuse-source.ts";
import { ruleIds } from "./lint-rule-ids.ts";

/** A container port and, if published, its port on the host. */
const portSchema = z.object({
	container: z.number(),
	published: z.number().exactOptional(),
	protocol: z.enum(["tcp", "udp"]),
});
export type Port = Infer<typeof portSchema>;

/** Timing of a health check, in milliseconds. Names as in Compose. */
const healthTimingSchema = z.object({
	/** Failures within this time after the start do not count. */
	startPeriod: z.number(),
	interval: z.number(),
	timeout: z.number(),
	/** Failures after the start period, or after the first good answer, that make it unhealthy. */
	retries: z.number(),
	/** Successive good answers that make it healthy. */
	successes: z.number(),
	/** Time that it must then stay up, and answer again at the end. */
	stable: z.number(),
	/** Time to exit after SIGTERM. */
	stopGracePeriod: z.number(),
	/** Limit from the container's start until it is healthy. */
	deadline: z.number().exactOptional(),
	/** Time that a running server may give the same wrong answer, once the start period is over. */
	wrongAnswerPeriod: z.number(),
});
export type HealthTiming = Infer<typeof healthTimingSchema>;

const healthSchema = z.discriminatedUnion("kind", [
	z.object({
		kind: z.literal("http"),
		path: z.string(),
		port: z.number(),
		method: z.enum(["GET", "HEAD", "POST"]),
		headers: z.record(z.string(), z.string()),
		/** Inclusive ranges, e.g. [[200, 399]]. */
		status: z.array(z.tuple([z.number(), z.number()])),
		/** Text that the response must contain. */
		body: z.string().exactOptional(),
		/** JavaScript regular expression with the flag `u` that the response must match. */
		bodyMatches: z.string().exactOptional(),
		/** Condition on the JSON response, `$.status == "healthy"`: json-test.ts. */
		json: z.string().exactOptional(),
		/** Whether a path that cannot exist must not look healthy. */
		negative: z.boolean(),
		timing: healthTimingSchema,
	}),
	z.object({ kind: z.literal("tcp"), port: z.number(), timing: healthTimingSchema }),
	z.object({
		kind: z.literal("grpc"),
		port: z.number(),
		service: z.string().exactOptional(),
		negative: z.boolean(),
		timing: healthTimingSchema,
	}),
	z.object({ kind: z.literal("command"), command: z.array(z.string()), timing: healthTimingSchema }),
	z.object({ kind: z.literal("healthcheck"), timing: healthTimingSchema }),
]);
export type Health = Infer<typeof healthSchema>;

/** A build secret, passed by name. */
const buildSecretSchema = z.discriminatedUnion("from", [
	z.object({ id: z.string(), from: z.literal("env"), env: z.string() }),
	z.object({ id: z.string(), from: z.literal("file"), file: z.string() }),
]);
export type BuildSecret = Infer<typeof buildSecretSchema>;

/** An SSH agent or key for `RUN --mount=type=ssh`. Without `env`, the agent of SSH_AUTH_SOCK. */
const sshAgentSchema = z.object({
	id: z.string(),
	/** Environment variable with the path of its socket, or of a key. */
	env: z.string().exactOptional(),
});
export type SshAgent = Infer<typeof sshAgentSchema>;

/** The source of a named build context. */
const namedContextSchema = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("service"), service: z.string() }),
	z.object({ kind: z.literal("image"), ref: z.string() }),
	z.object({ kind: z.literal("path"), path: z.string() }),
	z.object({ kind: z.literal("url"), url: z.string() }),
]);
export type NamedContext = Infer<typeof namedContextSchema>;

const checkLevelSchema = z.enum(["error", "warning", "off"]);
export type CheckLevel = Infer<typeof checkLevelSchema>;

/** Requirements for a pushed image. */
const verifySettingsSchema = z.object({
	/** Numeric `uid:gid` or `uid`. */
	user: z.string().exactOptional(),
	/** Compressed bytes. */
	maxSize: z.number().exactOptional(),
	/** How much larger than the published image it may be: a share (0.25), or bytes. */
	maxGrowth: z
		.object({
			kind: z.enum(["share", "bytes"]),
			most: z.number(),
		})
		.exactOptional(),
	/** Labels that must have a value. */
	labels: z.array(z.string()),
	/** Allowed base images; `*` matches any text without a slash, `**` any text. */
	base: z.array(z.string()).exactOptional(),
	/** Absolute paths that must be in the image. */
	files: z.array(z.string()).exactOptional(),
	/** Python modules that must import. */
	imports: z.array(z.string()).exactOptional(),
	/** Paths, with the same wildcards, where shells, foreign binaries and secrets are allowed. */
	allow: z.array(z.string()).exactOptional(),
	/** Levels by check id. */
	checks: z.record(z.string(), checkLevelSchema).exactOptional(),
});
export type VerifySettings = Infer<typeof verifySettingsSchema>;

/** Severities by lint rule. */
const lintSettingsSchema = z.object({
	rules: z.partialRecord(z.enum(ruleIds), z.enum([...severitySchema.options, "off"])),
});
export type LintSettings = Infer<typeof lintSettingsSchema>;

/** Checks that must pass before floating tags move. */
const policySchema = z.object({
	smoke: z.enum(["required", "advisory", "off"]),
	verify: z.enum(["required", "advisory"]),
	/** For a service that is healthy only without its hardening. */
	hardening: z.enum(["required", "advisory"]),
	/** For a service that does not exit on SIGTERM. */
	stop: z.enum(["required", "warn"]),
	/** Whether a release keeps the smoked image (identical, the default) or gets a version label. */
	version: z.enum(["identical", "relabel"]).exactOptional(),
});
export type Policy = Infer<typeof policySchema>;

/** Restrictions of a container in the smoke stack. */
const hardeningSchema = z.object({
	readOnly: z.boolean(),
	tmpfs: z.array(z.string()),
	capDrop: z.array(z.string()),
	noNewPrivileges: z.boolean(),
	/** Bytes. */
	memory: z.number().exactOptional(),
	pids: z.number().exactOptional(),
});
export type Hardening = Infer<typeof hardeningSchema>;

/** A service of the catalog with all defaults applied. Paths are POSIX paths inside the catalog's folder. */
export const serviceSchema = z.object({
	name: z.string(),
	title: z.string(),
	description: z.string().exactOptional(),
	phase: z.string().exactOptional(),
	/** The name to push to, without a tag: `127.0.0.1:5000/pickme/lucid-api-gateway`. */
	image: z.string(),
	/** The name in the catalog's registry, which Dockerfiles use: `docker.io/pickme/lucid-api-gateway`. */
	declaredImage: z.string(),
	/** Additional names, with hosts, for the same index. */
	copies: z.array(z.string()).exactOptional(),
	dockerfile: z.string(),
	context: z.string(),
	target: z.string().exactOptional(),
	platforms: z.array(z.string()),
	/** GitHub runner by platform: a label, or all labels that it must have. Overrides the plan's choice. */
	runners: z.record(z.string(), z.union([z.string(), z.array(z.string())])).exactOptional(),
	/** Time-to-live in milliseconds, for `stale`. */
	ttl: z.number().exactOptional(),
	args: z.record(z.string(), z.string()),
	secrets: z.array(buildSecretSchema),
	ssh: z.array(sshAgentSchema).exactOptional(),
	contexts: z.record(z.string(), namedContextSchema),
	/** Rules for immutable tags, in the syntax of docker/metadata-action. */
	tags: z.array(z.string()),
	/** Rules for floating tags. */
	floating: z.array(z.string()),
	/** Settings for all tags, in the syntax of docker/metadata-action. */
	flavor: z.array(z.string()).exactOptional(),
	/** Values are templates: `{{name}}`, `{{phase}}`, ... */
	labels: z.record(z.string(), z.string()),
	/** `commit`: files and config have the commit's date. By default, a fixed date. */
	created: z.literal("commit").exactOptional(),
	/** Compression of built layers; gzip by default. */
	compression: z.literal("zstd").exactOptional(),
	/** Whether files in layers get one date, so that a rebuild gives the same digest. By default, in CI only. */
	rewriteTimestamp: z.boolean().exactOptional(),
	/** `job`: exits by itself, and its exit code is its health. `never`: not started. By default, see service-kind.ts. */
	run: z.enum(["job", "never"]).exactOptional(),
	/** Overrides the image's CMD. */
	command: z.array(z.string()).exactOptional(),
	ports: z.array(portSchema),
	health: healthSchema.exactOptional(),
	/** For a service without `health`, if the catalog sets any. */
	timing: healthTimingSchema.exactOptional(),
	/** Services and externals that must be healthy before this one starts. */
	needs: z.array(z.string()),
	env: z.record(z.string(), z.string()),
	hardening: hardeningSchema,
	verify: verifySettingsSchema,
	policy: policySchema,
	lint: lintSettingsSchema.exactOptional(),
	/** Problems that block only this service, such as a missing Dockerfile. */
	problems: z.array(problemSchema).exactOptional(),
	/** Its location in the catalog. */
	at: locationSchema,
});
export type Service = Infer<typeof serviceSchema>;

/** A service without a Dockerfile yet. It counts only in the progress. */
export const plannedServiceSchema = z.object({
	name: z.string(),
	title: z.string(),
	phase: z.string().exactOptional(),
	at: locationSchema,
});
export type PlannedService = Infer<typeof plannedServiceSchema>;

/** An image that services need at runtime and that is not built here. */
export const externalSchema = z.object({
	name: z.string(),
	image: z.string(),
	/** It exits by itself, and its exit code is its health. */
	run: z.literal("job").exactOptional(),
	command: z.array(z.string()).exactOptional(),
	env: z.record(z.string(), z.string()),
	ports: z.array(portSchema),
	health: healthSchema.exactOptional(),
	/** For a service without `health`, if the catalog sets any. */
	timing: healthTimingSchema.exactOptional(),
	needs: z.array(z.string()),
	at: locationSchema,
});
export type External = Infer<typeof externalSchema>;

export const phaseSchema = z.object({ id: z.string(), title: z.string() });
export type Phase = Infer<typeof phaseSchema>;

export const networkSchema = z.object({
	name: z.string(),
	/** CIDR: `172.20.0.0/16`. */
	subnet: z.string().exactOptional(),
});
export type Network = Infer<typeof networkSchema>;

/** The catalog's `reuse`. */
export interface ReuseSettings {
	readonly from?: ReuseSource;
	/** Public keys as PEM text. */
	readonly keys: readonly string[];
}

/** The resolved service catalog. */
export interface Catalog {
	readonly version: 1;
	readonly project: string;
	/** Its file, as given. */
	readonly file: string;
	/** Absolute folder of its relative paths. */
	readonly root: string;
	readonly network: Network;
	/** Where image names without a host belong: the option `registry`, or the catalog's. */
	readonly registry: string;
	/** Template of image names; undefined if each is the service's name. */
	readonly imageTemplate?: string;
	/** Patterns of branches, besides the default branch, whose commits a git tag may release. */
	readonly publishOn?: readonly string[];
	/** Whose images and verdicts count. */
	readonly reuse?: ReuseSettings;
	/** Settings of `defaults`, for findings outside of services. */
	readonly lint?: LintSettings;
	readonly phases: readonly Phase[];
	readonly services: readonly Service[];
	readonly planned: readonly PlannedService[];
	readonly externals: readonly External[];
	/** The services as the file has them, if settings of them come from the default branch's catalog. */
	readonly written?: ReadonlyMap<string, Service>;
	/** What the run reports about settings that come from there. */
	readonly remarks?: readonly CatalogRemark[];
}

export type CatalogRemark = Problem & { readonly severity: "warning" | "note" };

/** Default timing of a health check. */
export const defaultTiming: HealthTiming = {
	...{ startPeriod: 60_000, interval: 1_000, timeout: 5_000, retries: 3 },
	...{ successes: 2, stable: 1_000, stopGracePeriod: 10_000, wrongAnswerPeriod: 15_000 },
};

/** Default `deadline` of a job, in milliseconds. */
export const defaultJobDeadline = 600_000;

/** The timing of a service, with or without a health check. */
export const healthTiming = ({
	health,
	timing,
}: {
	readonly health?: Health;
	readonly timing?: HealthTiming;
}): HealthTiming => health?.timing ?? timing ?? defaultTiming;

/** Values that builds may read besides files of the repository. */
export interface SecretSource {
	/** Values from the workflow, by name. They override the environment. */
	readonly values: ReadonlyMap<string, string>;
	/** The only names that builds may read; undefined for all. */
	readonly names?: ReadonlySet<string>;
}
