import { z } from "zod";
import type { Infer } from "../../util/json.ts";
import { builderFactsSchema } from "../signing/run-statement.ts";

/** One requirement and its result. */
export const checkSchema = z.object({
	/** The id in docs/verify.md. Several checks of an image may share it, such as one per port. */
	id: z.string(),
	name: z.string(),
	ok: z.boolean(),
	expected: z.string(),
	actual: z.string(),
	/** Set if a failure is only reported. */
	level: z.literal("warning").exactOptional(),
});
export type Check = Infer<typeof checkSchema>;

/** A requirement that was not checked, and why. */
export const uncheckedSchema = z.object({ id: z.string(), reason: z.string() });
export type Unchecked = Infer<typeof uncheckedSchema>;

/** One step of a build: `[builder 3/6] RUN pip install`. */
const buildStepSchema = z.object({ name: z.string(), durationMs: z.number(), cached: z.boolean() });
export type BuildStep = Infer<typeof buildStepSchema>;

/** Settings and layers of an image in the registry. Values with names of credentials are `***`. */
const imageSpecSchema = z.object({
	user: z.string().exactOptional(),
	workingDir: z.string().exactOptional(),
	env: z.record(z.string(), z.string()),
	entrypoint: z.array(z.string()).exactOptional(),
	command: z.array(z.string()).exactOptional(),
	/** `8080/tcp`. */
	exposedPorts: z.array(z.string()),
	/** Durations in milliseconds. */
	healthcheck: z
		.object({
			test: z.array(z.string()),
			interval: z.number().exactOptional(),
			timeout: z.number().exactOptional(),
			startPeriod: z.number().exactOptional(),
			retries: z.number().exactOptional(),
		})
		.exactOptional(),
	/** From the base up: compressed bytes, and the instruction, if the image's history has it. */
	layers: z.array(z.object({ size: z.number(), by: z.string().exactOptional() })),
});
export type ImageSpec = Infer<typeof imageSpecSchema>;

const buildOutcomeSchema = z.enum(["built", "unchanged", "failed", "skipped", "cancelled"]);
export type BuildOutcome = Infer<typeof buildOutcomeSchema>;

/** One service on one platform, after the build stage. */
export const builtImageSchema = z.object({
	service: z.string(),
	platform: z.string(),
	fingerprint: z.string(),
	outcome: buildOutcomeSchema,
	contentRef: z.string(),
	/** Digest of the platform's manifest in the registry. */
	digest: z.string().exactOptional(),
	/** Why it is unchanged although the plan wanted to build it. */
	reason: z.string().exactOptional(),
	/** Compressed: config and layers, bytes. */
	size: z.number().exactOptional(),
	layers: z.number().exactOptional(),
	spec: imageSpecSchema.exactOptional(),
	/** RFC 3339, by the engine's clock. */
	startedAt: z.string().exactOptional(),
	durationMs: z.number().exactOptional(),
	/** Name of the machine, if it has one. */
	runner: z.string().exactOptional(),
	/** How it was built; absent if it was not built now, or by an older version. */
	builder: builderFactsSchema.exactOptional(),
	/** BuildKit's steps in the order of their start. A step that two images share is listed once. */
	steps: z.array(buildStepSchema).exactOptional(),
	/** Digests of its attestation manifests (provenance, SBOM). Never compared. */
	attestations: z.array(z.string()).exactOptional(),
	/** Problems that did not fail it, such as a cache that could not be written. */
	warnings: z.array(z.string()).exactOptional(),
	/** Results of verification; empty if nothing was checked. */
	checks: z.array(checkSchema),
	/** Installed Python packages, sorted, if its layers were read: `fastapi 0.110.0`. */
	packages: z.array(z.string()).exactOptional(),
	/** Absent if everything was checked, or nothing. */
	unchecked: z.array(uncheckedSchema).exactOptional(),
	/** Why it failed or was skipped: the cause, and the last lines of the failed step. */
	error: z
		.object({
			message: z.string(),
			/** Code of the problem: `registry/unreachable`. */
			code: z.string().exactOptional(),
			log: z.array(z.string()).exactOptional(),
			file: z.string().exactOptional(),
			line: z.number().exactOptional(),
		})
		.exactOptional(),
});
export type BuiltImage = Infer<typeof builtImageSchema>;

export const buildResultSchema = z.object({
	kind: z.literal("lucid.build"),
	version: z.literal(1),
	revision: z.string(),
	images: z.array(builtImageSchema),
	/** One command that does the same in the catalog's folder. Empty if there was nothing to build. */
	command: z.array(z.string()),
	durationMs: z.number(),
});
export type BuildResult = Infer<typeof buildResultSchema>;
