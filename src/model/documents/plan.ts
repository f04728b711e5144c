import { z } from "zod";
import type { Infer } from "../../util/json.ts";
import { externalSchema, networkSchema, phaseSchema, plannedServiceSchema, serviceSchema } from "../service/service.ts";
import { reuseSources } from "../signing/reuse-source.ts";
import { problemSchema } from "./lint.ts";
import { sourceSchema } from "./source.ts";

/** One input of an image. The fingerprint is the hash of all of them. */
const fingerprintComponentSchema = z.object({
	/**
	 * `files`: files of one COPY, ADD or bind mount. `base`: an external image. `image`: an image of this catalog.
	 * `age`: the period of its time-to-live. `baked`: a volatile build arg of a release.
	 */
	kind: z.enum(["dockerfile", "files", "args", "base", "image", "settings", "url", "age", "baked"]),
	/** Unique within an image: `COPY blockchain/api/`, `python:3.11-slim`, `args`. */
	name: z.string(),
	/** First 16 hex digits of a SHA-256. */
	hash: z.string(),
});
export type FingerprintComponent = Infer<typeof fingerprintComponentSchema>;

/** Why an image is built or not. `detail` is ready to print: `COPY api/ -> 1 file changed (main.py)`. */
const reasonSchema = z.object({
	kind: z.enum(["never-built", "changed", "forced", "stale", "already-built", "foreign", "smoke", "blocked"]),
	component: z.string().exactOptional(),
	detail: z.string(),
});
export type Reason = Infer<typeof reasonSchema>;

/** The published image, if only base images of this catalog changed. It stays if their content stays the same. */
const conditionalKeepSchema = z.object({
	digest: z.string(),
	/** By service: the content of the base image that it was built on. */
	on: z.record(z.string(), z.string()),
});
export type ConditionalKeep = Infer<typeof conditionalKeepSchema>;

const decisionSchema = z.discriminatedUnion("kind", [
	z.object({
		kind: z.literal("build"),
		reasons: z.array(reasonSchema),
		keep: conditionalKeepSchema.exactOptional(),
		/** The published image that it would replace. Compressed bytes. */
		before: z
			.object({
				digest: z.string(),
				size: z.number(),
			})
			.exactOptional(),
	}),
	z.object({ kind: z.literal("unchanged"), reasons: z.array(reasonSchema), digest: z.string(), size: z.number() }),
	z.object({ kind: z.literal("blocked"), reasons: z.array(reasonSchema), problems: z.array(problemSchema) }),
]);
export type Decision = Infer<typeof decisionSchema>;

/** An external image, resolved once per plan. */
const pinnedBaseSchema = z.object({
	/** As in the Dockerfile. */
	ref: z.string(),
	/** `registry/repository@sha256:...`, in a mirror if one is configured. */
	pinned: z.string(),
});
export type PinnedBase = Infer<typeof pinnedBaseSchema>;

/** What one COPY, ADD or bind mount takes from a build context, as in the Dockerfile. */
const contextInputSchema = z.object({
	kind: z.enum(["copy", "add", "mount", "base", "context"]),
	/** Ready to print: `COPY blockchain/api/`. */
	label: z.string(),
	/** Name of the context; empty for the main context. */
	context: z.string(),
	/** Relative to the root of the context, with wildcards. */
	sources: z.array(z.string()),
	excludes: z.array(z.string()),
	parents: z.boolean(),
	/** Every file gets the same mode (`--chmod=0755`). */
	oneMode: z.boolean(),
	line: z.number(),
	stage: z.number(),
});
export type ContextInput = Infer<typeof contextInputSchema>;

/** One service on one platform. */
const plannedImageSchema = z.object({
	service: z.string(),
	platform: z.string(),
	/** 64 hex digits. */
	fingerprint: z.string(),
	/** `repository:tag` of the content tag. */
	contentRef: z.string(),
	components: z.array(fingerprintComponentSchema),
	bases: z.array(pinnedBaseSchema),
	/** The external base image of its final stage, in full, and its digest for this platform. */
	base: z
		.object({
			name: z.string(),
			digest: z.string(),
		})
		.exactOptional(),
	/** Services of the catalog that it is built from, by the names in its Dockerfile. */
	from: z.record(z.string(), z.string()),
	/** Non-volatile build args of the catalog that its Dockerfile declares. */
	args: z.record(z.string(), z.string()),
	/** Whether its Dockerfile (`own`) or its base image has a command. A bare interpreter is not `own`. */
	command: z.enum(["own", "inherited"]).exactOptional(),
	/** Volatile build args (date, revision, ...) that its Dockerfile declares. */
	volatileArgs: z.array(z.string()),
	/** This run's values of volatile build args that affect a layer or a setting, not only a label. */
	baked: z.record(z.string(), z.string()).exactOptional(),
	/** The version that this run releases. Only then baked values count in the fingerprint. */
	version: z.string().exactOptional(),
	/** What its instructions take from build contexts; only for an image to build. */
	takes: z.array(contextInputSchema).exactOptional(),
	decision: decisionSchema,
});
export type PlannedImage = Infer<typeof plannedImageSchema>;

const plannedTagsSchema = z.object({
	/** Never moved. */
	immutable: z.array(z.string()),
	/** Moved after smoke. Empty on pull requests. */
	floating: z.array(z.string()),
	/** The released version, without the rest of the git tag: `1.2.0`. */
	version: z.string().exactOptional(),
	/** The tags of both lists that come from the version or git tag. */
	versioned: z.array(z.string()).exactOptional(),
	/** Existing immutable tags of a commit that is built again. They stay with the first build. */
	kept: z.array(z.string()).exactOptional(),
});
export type PlannedTags = Infer<typeof plannedTagsSchema>;

/** A `note` is often fine, a `warning` rarely. */
const planRemarkSchema = z.object({ ...problemSchema.shape, severity: z.enum(["warning", "note"]) });
export type PlanRemark = Infer<typeof planRemarkSchema>;

/** One leg of `strategy.matrix.include`. */
const matrixLegSchema = z.object({
	/** Job name on GitHub. */
	name: z.string(),
	/** Comma-separated names for the input `service`. */
	service: z.string(),
	platform: z.string(),
	/** For `runs-on`: one label, or all labels of a self-hosted runner. */
	runner: z.union([z.string(), z.array(z.string())]),
	phase: z.string(),
	/** Wave of its first image. Base images are in earlier legs, or earlier in this one. */
	wave: z.number(),
});
export type MatrixLeg = Infer<typeof matrixLegSchema>;

/** Estimated cost on GitHub. */
const costSchema = z.object({
	jobs: z.number(),
	/** From the start of the first job to the end of the last, in seconds. */
	wallSeconds: z.number(),
	/** Each job is rounded up to the minute. */
	billedMinutes: z.number(),
});
export type Cost = Infer<typeof costSchema>;

/** Compares the plan's matrix with one job per selected image. */
const costEstimateSchema = z.object({
	matrix: costSchema,
	jobEach: costSchema,
	/** The best source of build times that any image has. */
	by: z.enum(["times", "sizes", "guess"]),
});
export type CostEstimate = Infer<typeof costEstimateSchema>;

/** All inputs of an image (`--inputs`). Paths are relative to the catalog's folder. */
const listedInputsSchema = z.object({
	service: z.string(),
	platform: z.string(),
	dockerfile: z.string(),
	/** Files of each COPY, ADD and bind mount. */
	files: z.array(
		z.object({
			instruction: z.string(),
			line: z.number(),
			/** Absent for the main context. */
			context: z.string().exactOptional(),
			paths: z.array(z.string()),
		}),
	),
	images: z.array(
		z.object({
			ref: z.string(),
			use: z.string(),
			line: z.number(),
			/** `build` is the builder's platform. */
			platform: z.string(),
			/** Absent if it could not be resolved. */
			pinned: z.string().exactOptional(),
		}),
	),
	/** Images of this catalog, by the name in its Dockerfile. */
	catalogImages: z.record(z.string(), z.string()),
	urls: z.array(z.object({ url: z.string(), line: z.number(), pinned: z.boolean() })),
	/** Named contexts of the catalog that it uses. */
	contexts: z.record(z.string(), z.string()),
	args: z.record(z.string(), z.string()),
	volatileArgs: z.array(z.string()),
	secrets: z.array(z.string()),
	ssh: z.array(z.string()),
	/** Why the whole context counts; empty if it does not. */
	wholeContext: z.array(z.object({ reason: z.string(), line: z.number().exactOptional() })),
});
export type ListedInputs = Infer<typeof listedInputsSchema>;

/** Whose images and verdicts this run counts: the catalog's `reuse`, with the default of `require-signed`. */
const plannedReuseSchema = z.object({
	from: z.enum(reuseSources),
	/** Public keys as PEM text. */
	keys: z.array(z.string()),
	/** Patterns of the branches that are protected, besides the default branch. */
	branches: z.array(z.string()),
});
export type PlannedReuse = Infer<typeof plannedReuseSchema>;

/** What to build and why: a pure function of tree, catalog and registry. Every later stage reads it. */
export const planSchema = z.object({
	kind: z.literal("lucid.plan"),
	version: z.literal(1),
	project: z.string(),
	/** Absolute path on the machine of the plan stage. */
	root: z.string(),
	source: sourceSchema,
	network: networkSchema,
	phases: z.array(phaseSchema),
	services: z.array(serviceSchema),
	planned: z.array(plannedServiceSchema),
	externals: z.array(externalSchema),
	/** Absent if neither the catalog nor an option sets it: then images of any origin count. */
	reuse: plannedReuseSchema.exactOptional(),
	/** Names of the selected services. */
	selected: z.array(z.string()),
	images: z.array(plannedImageSchema),
	/** Names of the services that others of the catalog are built from, as far as known. */
	parents: z.array(z.string()).exactOptional(),
	/** By service: its tags in this run, validated. */
	tags: z.record(z.string(), plannedTagsSchema),
	/** Service names in build order; the members of one wave do not depend on each other. */
	waves: z.array(z.array(z.string())),
	matrix: z.object({ include: z.array(matrixLegSchema) }),
	/** Smoke jobs, if requested. */
	smokeMatrix: z
		.object({
			include: z.array(matrixLegSchema),
		})
		.exactOptional(),
	/** On GitHub, or if requested. */
	estimate: costEstimateSchema.exactOptional(),
	/** Possible mistakes that stop nothing. */
	remarks: z.array(planRemarkSchema).exactOptional(),
	/** Inputs of the selected services, if requested. */
	inputs: z.array(listedInputsSchema).exactOptional(),
});
export type Plan = Infer<typeof planSchema>;
