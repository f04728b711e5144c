import type { Plan } from "./plan.ts";

/** One expectation and how it turned out; every tick in a report is one of these. */
export interface Check {
	/** Stable: what docs/verify.md and the catalog's `verify.checks` call it. Several of one image may share it: a port each, say. */
	readonly id: string;
	readonly name: string;
	readonly ok: boolean;
	readonly expected: string;
	readonly actual: string;
	/** Where a failure is only told. */
	readonly level?: "warning";
}

/** An expectation that was not looked at, and why: never a tick. */
export interface Unchecked {
	readonly id: string;
	readonly reason: string;
}

/** The checks that stand between an image and its tags; what is only told is not among them. */
export function failedChecks(checks: readonly Check[]): readonly Check[] {
	return checks.filter(({ ok, level }) => !ok && level !== "warning");
}

/** A check that failed, in words: `port 8080/tcp: expected exposed, found none`. */
export const formatFailedCheck = ({ name, expected, actual }: Pick<Check, "name" | "expected" | "actual">): string =>
	`${name}: expected ${expected}, found ${actual}`;

/** One step of a build: `[builder 3/6] RUN pip install`. */
export interface BuildStep {
	readonly name: string;
	readonly durationMs: number;
	readonly cached: boolean;
}

/** What an image is started with, and what it is made of, as the registry holds it. Values that look secret by their name are `***`. */
export interface ImageSpec {
	readonly user?: string;
	readonly workingDir?: string;
	readonly env: Readonly<Record<string, string>>;
	readonly entrypoint?: readonly string[];
	readonly command?: readonly string[];
	/** `8080/tcp`. */
	readonly exposedPorts: readonly string[];
	/** Durations in milliseconds. */
	readonly healthcheck?: {
		readonly test: readonly string[];
		readonly interval?: number;
		readonly timeout?: number;
		readonly startPeriod?: number;
		readonly retries?: number;
	};
	/** From the base up: compressed bytes, and the instruction that made it where the image's history tells. */
	readonly layers: readonly { readonly size: number; readonly by?: string }[];
}

export type BuildOutcome = "built" | "unchanged" | "failed" | "skipped" | "cancelled";

/** One service on one platform, after the build stage. */
export interface BuiltImage {
	readonly service: string;
	readonly platform: string;
	readonly fingerprint: string;
	readonly outcome: BuildOutcome;
	readonly contentRef: string;
	/** Of the platform's manifest, as the registry holds it. */
	readonly digest?: string;
	/** Why it is unchanged although the plan meant to build it. */
	readonly reason?: string;
	/** Compressed: config and layers, bytes. */
	readonly size?: number;
	readonly layers?: number;
	readonly spec?: ImageSpec;
	/** RFC 3339, by the clock of the engine. */
	readonly startedAt?: string;
	readonly durationMs?: number;
	/** The machine, where it has a name: GitHub's runners have. */
	readonly runner?: string;
	/** What BuildKit did for it, in the order it was begun; a step that two images share is told of one. */
	readonly steps?: readonly BuildStep[];
	/** Digests of the manifests that attest something of it (provenance, SBOM), beside it under its content reference. Never compared. */
	readonly attestations?: readonly string[];
	/** What went wrong without failing it, a cache that could not be written say. */
	readonly warnings?: readonly string[];
	/** What verification found; empty when nothing was checked. */
	readonly checks: readonly Check[];
	/** Python packages that are installed in it, where its layers were read: `fastapi 0.110.0`, sorted. */
	readonly packages?: readonly string[];
	/** Left out when everything was looked at, or nothing. */
	readonly unchecked?: readonly Unchecked[];
	/** Why it failed or was skipped: the cause, then the last lines of the step that failed. */
	readonly error?: {
		readonly message: string;
		/** Of the problem, where it has one: `registry/unreachable`. */
		readonly code?: string;
		readonly log?: readonly string[];
		readonly file?: string;
		readonly line?: number;
	};
}

export interface BuildResult {
	readonly kind: "lucid.build";
	readonly version: 1;
	readonly revision: string;
	readonly images: readonly BuiltImage[];
	/** What does the same in one go, as one could type it in the catalog's folder. Empty when nothing had to be built. */
	readonly command: readonly string[];
	readonly durationMs: number;
}

/** The image of a service on one platform, by digest: as it was built, else as the plan found it. */
export function plannedOrBuiltDigest(
	{ images }: Pick<Plan, "images">,
	build: Pick<BuildResult, "images"> | undefined,
	name: string,
	platform: string,
): string | undefined {
	const isIt = (one: { readonly service: string; readonly platform: string }) =>
		one.service === name && one.platform === platform;
	const built = build?.images.find(isIt)?.digest;
	const decision = images.find(isIt)?.decision;
	return built ?? (decision?.kind === "unchanged" ? decision.digest : undefined);
}
