import type { Location, Problem } from "../../util/errors.ts";
import type { Severity } from "../documents/lint.ts";
import type { RuleId } from "./lint-rule-ids.ts";

/** A container port and, when published, its port on the host. */
export interface Port {
	readonly container: number;
	readonly published?: number;
	readonly protocol: "tcp" | "udp";
}

/** How often and how long a health check tries. Milliseconds; names as in Compose. */
export interface HealthTiming {
	/** Failures in this time after the start do not count. */
	readonly startPeriod: number;
	readonly interval: number;
	readonly timeout: number;
	/** Failures after the start period, or after the first good answer, that make it unhealthy. */
	readonly retries: number;
	/** Good answers in a row that make it healthy. */
	readonly successes: number;
	/** It must then stay up, and answer again at the end. */
	readonly stable: number;
	/** How long it has to end after SIGTERM. */
	readonly stopGracePeriod: number;
	/** From the container's start until it must be healthy, whatever the rest says. */
	readonly deadline?: number;
	/** How long a running server may give the same wrong answer; once the start period is over it has failed then. */
	readonly wrongAnswerPeriod: number;
}

export type Health =
	| {
			readonly kind: "http";
			readonly path: string;
			readonly port: number;
			readonly method: "GET" | "HEAD" | "POST";
			readonly headers: Readonly<Record<string, string>>;
			/** Inclusive ranges, e.g. [[200, 399]]. */
			readonly status: readonly (readonly [number, number])[];
			/** The answer must contain this. */
			readonly body?: string;
			/** This regular expression, JavaScript's with the flag `u`, must match the answer. */
			readonly bodyMatches?: string;
			/** This must hold of the answer as JSON: `$.status == "healthy"`; see src/model/service/json-test.ts. */
			readonly json?: string;
			/** False: it may answer a path that cannot exist as well as its own. */
			readonly negative: boolean;
			readonly timing: HealthTiming;
	  }
	| { readonly kind: "tcp"; readonly port: number; readonly timing: HealthTiming }
	/** grpc.health.v1: SERVING, for the whole server where `service` is undefined. */
	| {
			readonly kind: "grpc";
			readonly port: number;
			readonly service?: string;
			readonly negative: boolean;
			readonly timing: HealthTiming;
	  }
	| { readonly kind: "command"; readonly command: readonly string[]; readonly timing: HealthTiming }
	/** The image's own HEALTHCHECK. */
	| { readonly kind: "healthcheck"; readonly timing: HealthTiming };

/** A build secret: forwarded by name, never as a build argument. */
export type BuildSecret =
	| { readonly id: string; readonly from: "env"; readonly env: string }
	| { readonly id: string; readonly from: "file"; readonly file: string };

/** An SSH agent, or a key, that `RUN --mount=type=ssh` may use. Without `env` it is the usual agent, SSH_AUTH_SOCK's. */
export interface SshAgent {
	readonly id: string;
	/** The environment variable that holds the path of its socket, or of a key. */
	readonly env?: string;
}

/** What an additional build context stands for. */
export type NamedContext =
	| { readonly kind: "service"; readonly service: string }
	| { readonly kind: "image"; readonly ref: string }
	| { readonly kind: "path"; readonly path: string }
	| { readonly kind: "url"; readonly url: string };

/** What a pushed image must satisfy. */
export interface VerifySettings {
	/** Numeric `uid:gid` or `uid` the image must run as. */
	readonly user?: string;
	/** Compressed size, bytes. */
	readonly maxSize?: number;
	/** How much it may be larger than what is published last: a share (0.25), or bytes. */
	readonly maxGrowth?: { readonly kind: "share" | "bytes"; readonly most: number };
	/** Label keys that must be there and filled. */
	readonly labels: readonly string[];
	/** Images it may be FROM; `*` stands for any text without a slash, `**` for any. Without it, any. */
	readonly base?: readonly string[];
	/** Absolute paths that must be there. */
	readonly files?: readonly string[];
	/** Python modules that must import, in the container. */
	readonly imports?: readonly string[];
	/** Paths, with the same wildcards, in which shells, foreign binaries and secrets are no matter. */
	readonly allow?: readonly string[];
	/** By check: another level than its own, or none. */
	readonly checks?: Readonly<Record<string, CheckLevel>>;
}

/** What lint makes of its rules: another severity than their own, or none at all. */
export interface LintSettings {
	readonly rules: Readonly<Partial<Record<RuleId, Severity | "off">>>;
}

export type CheckLevel = "error" | "warning" | "off";

/** Which checks stand between an image and its floating tags. */
export interface Policy {
	readonly smoke: "required" | "advisory" | "off";
	readonly verify: "required" | "advisory";
	/** What a service that runs only without its hardening comes to. */
	readonly hardening: "required" | "advisory";
	/** What a service that does not end on SIGTERM comes to. */
	readonly stop: "required" | "warn";
	/** Where a release says its version: beside the image that was smoked (identical, also if left out), or in a label of it, too. */
	readonly version?: "identical" | "relabel";
}

/** What the smoke stack gives a container. */
export interface Hardening {
	readonly readOnly: boolean;
	readonly tmpfs: readonly string[];
	readonly capDrop: readonly string[];
	readonly noNewPrivileges: boolean;
	/** Bytes. */
	readonly memory?: number;
	readonly pids?: number;
}

/** One service of the catalog with every default applied. Paths are relative to the catalog's folder, in POSIX form, never leaving it. */
export interface Service {
	readonly name: string;
	readonly title: string;
	readonly description?: string;
	readonly phase?: string;
	/** Host, path and name without a tag, as it will be pushed (a registry given on the command line is in it): `127.0.0.1:5000/pickme/lucid-api-gateway`. */
	readonly image: string;
	/** The same as the catalog itself names it: `docker.io/pickme/lucid-api-gateway`; what a Dockerfile's FROM means. */
	readonly declaredImage: string;
	/** Other names, with their hosts, that the same index is published under. */
	readonly copies?: readonly string[];
	readonly dockerfile: string;
	readonly context: string;
	readonly target?: string;
	readonly platforms: readonly string[];
	/** GitHub's runner for a platform, where it is another than the plan's own choice: a label, or all that it must have. */
	readonly runners?: Readonly<Record<string, string | readonly string[]>>;
	/** Rebuilt when asked for what is stale, once in this time. Milliseconds. */
	readonly ttl?: number;
	readonly args: Readonly<Record<string, string>>;
	readonly secrets: readonly BuildSecret[];
	readonly ssh?: readonly SshAgent[];
	readonly contexts: Readonly<Record<string, NamedContext>>;
	/** Tag rules in docker/metadata-action's words: written once, never moved. */
	readonly tags: readonly string[];
	/** Tag rules whose tags move, after smoke only. */
	readonly floating: readonly string[];
	/** What holds for all tags, in docker/metadata-action's words; without it no tag is given that no rule names. */
	readonly flavor?: readonly string[];
	/** Values are templates: `{{name}}`, `{{phase}}`, ... */
	readonly labels: Readonly<Record<string, string>>;
	/** `commit`: the image's files and config carry the commit's date; without it, the same date for every commit. */
	readonly created?: "commit";
	/** How the layers that are built are packed; by gzip without it. */
	readonly compression?: "zstd";
	/** Whether the files in its layers get one date, so that a rebuild gives the same digest; without it, in CI only. */
	readonly rewriteTimestamp?: boolean;
	/** `job`: it ends by itself, and its exit code is its health. `never`: it is not started. Without it, see kind.ts. */
	readonly run?: "job" | "never";
	/** What to run in its container, in place of the image's own CMD. */
	readonly command?: readonly string[];
	readonly ports: readonly Port[];
	readonly health?: Health;
	/** Of one without `health`, where the catalog sets any of it. */
	readonly timing?: HealthTiming;
	/** Services and externals that must be healthy before this one starts. */
	readonly needs: readonly string[];
	readonly env: Readonly<Record<string, string>>;
	readonly hardening: Hardening;
	readonly verify: VerifySettings;
	readonly policy: Policy;
	readonly lint?: LintSettings;
	/** What keeps it, and no other, from being built: a Dockerfile that is not there. */
	readonly problems?: readonly Problem[];
	/** Where the catalog names it. */
	readonly at: Location;
}

/** A service of the plan that has no Dockerfile yet; it only counts in the progress. */
export interface PlannedService {
	readonly name: string;
	readonly title: string;
	readonly phase?: string;
	readonly at: Location;
}

/** A run-time need that is not built here: any image. */
export interface External {
	readonly name: string;
	readonly image: string;
	/** It ends by itself, and its exit code is its health. */
	readonly run?: "job";
	readonly command?: readonly string[];
	readonly env: Readonly<Record<string, string>>;
	readonly ports: readonly Port[];
	readonly health?: Health;
	/** Of one without `health`, where the catalog sets any of it. */
	readonly timing?: HealthTiming;
	readonly needs: readonly string[];
	readonly at: Location;
}

export interface Phase {
	readonly id: string;
	readonly title: string;
}

export interface Network {
	readonly name: string;
	/** CIDR, e.g. 172.20.0.0/16. */
	readonly subnet?: string;
}

/** The service catalog, read, checked and resolved. */
export interface Catalog {
	readonly version: 1;
	readonly project: string;
	/** The file it came from, as given. */
	readonly file: string;
	/** Absolute folder that every path in it is relative to. */
	readonly root: string;
	readonly network: Network;
	/** The template that names images below the registry; undefined where each is its service's name. */
	readonly imageTemplate?: string;
	/** For what is found in no service: the settings of `defaults`. */
	readonly lint?: LintSettings;
	readonly phases: readonly Phase[];
	readonly services: readonly Service[];
	readonly planned: readonly PlannedService[];
	readonly externals: readonly External[];
}
