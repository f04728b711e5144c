import { z } from "zod";
import type { Infer } from "../../util/json.ts";

const publishOutcomeSchema = z.enum([
	"published",
	"unchanged",
	"failed",
	"skipped",
	"cancelled",
	"superseded",
	"held",
	"not part of this release",
]);
export type PublishOutcome = Infer<typeof publishOutcomeSchema>;

/** One tag after the publish stage. */
const publishedTagSchema = z.object({
	tag: z.string(),
	kind: z.enum(["immutable", "floating"]),
	/** `present`: existed with this digest. `held`: not moved. `kept`: names an earlier build (`previous`). */
	state: z.enum(["written", "present", "moved", "held", "kept"]),
	previous: z.string().exactOptional(),
	/** It comes from a version and names the release's index. */
	release: z.literal(true).exactOptional(),
	why: z.string().exactOptional(),
});
export type PublishedTag = Infer<typeof publishedTagSchema>;

/** The index of a release, beside the index of all other tags. */
const publishedReleaseSchema = z.object({
	version: z.string(),
	digest: z.string(),
	/** Images with the version in a label: `from` was built and smoked, `digest` has the same layers. */
	relabelled: z.array(z.object({ platform: z.string(), from: z.string(), digest: z.string() })).exactOptional(),
	/** Attestations name the built digest, so relabelled images have none. */
	attestations: z.literal("left out").exactOptional(),
});
export type PublishedRelease = Infer<typeof publishedReleaseSchema>;

/** A user published a service although smoke failed or did not run. */
export const publishExceptionSchema = z.object({
	/** GitHub login, else e-mail address or name of the user. */
	who: z.string(),
	/** RFC 3339, by the machine's clock. */
	when: z.string(),
	why: z.string(),
	/** The smoke verdict, or why there is none. */
	smoke: z.string().exactOptional(),
});
export type PublishException = Infer<typeof publishExceptionSchema>;

const publishedPlatformSchema = z.object({
	platform: z.string(),
	digest: z.string(),
	/** Config and layers, compressed bytes. */
	size: z.number().exactOptional(),
	layers: z.number().exactOptional(),
});

/** The same index in another repository. */
const publishedCopySchema = z.object({
	image: z.string(),
	outcome: publishOutcomeSchema,
	tags: z.array(publishedTagSchema),
	reason: z.string().exactOptional(),
});

const publishedServiceSchema = z.object({
	service: z.string(),
	image: z.string(),
	outcome: publishOutcomeSchema,
	/** Digest of the index that the tags name; if all tags come from a version, of the release's index. */
	digest: z.string().exactOptional(),
	release: publishedReleaseSchema.exactOptional(),
	platforms: z.array(publishedPlatformSchema),
	tags: z.array(publishedTagSchema),
	/** The same index under other names. */
	copies: z.array(publishedCopySchema).exactOptional(),
	/** Who signed the index, for people; the signature was verified. */
	signer: z.string().exactOptional(),
	/** Why it failed, was skipped, or floating tags were held. */
	reason: z.string().exactOptional(),
	exception: publishExceptionSchema.exactOptional(),
	/** Warnings without a failure, such as a rewritten branch. */
	warnings: z.array(z.string()).exactOptional(),
	/** Code of the problem: `registry/unreachable`. */
	code: z.string().exactOptional(),
	durationMs: z.number().exactOptional(),
});
export type PublishedService = Infer<typeof publishedServiceSchema>;

export const publishResultSchema = z.object({
	kind: z.literal("lucid.publish"),
	version: z.literal(1),
	revision: z.string(),
	services: z.array(publishedServiceSchema),
	/** Path of the Compose file with the published digests. */
	composeFile: z.string().exactOptional(),
	durationMs: z.number(),
});
export type PublishResult = Infer<typeof publishResultSchema>;

/** `published despite smoke by octocat at 2026-11-30T15:40:00Z: the fix for #12 (smoke: unhealthy)`. */
export const formatException = ({ who, when, why, smoke }: PublishException): string =>
	`published despite smoke by ${who} at ${when}: ${why}${smoke === undefined ? "" : ` (${smoke})`}`;
