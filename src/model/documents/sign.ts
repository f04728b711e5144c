import { z } from "zod";
import type { Infer } from "../../util/json.ts";

const signOutcomeSchema = z.enum(["signed", "skipped", "failed"]);
export type SignOutcome = Infer<typeof signOutcomeSchema>;

/** One service after the sign stage. */
const signedServiceSchema = z.object({
	service: z.string(),
	/** Its repository: `ghcr.io/acme/api`. */
	image: z.string(),
	outcome: signOutcomeSchema,
	/** Why it failed, or why there was nothing to sign. */
	reason: z.string().exactOptional(),
	/** Code of the problem: `registry/unreachable`. */
	code: z.string().exactOptional(),
	/** Who signed its indexes, for people, if an earlier run did. */
	signer: z.string().exactOptional(),
	/** Manifests and indexes that the bundle is attached to, and indexes that an earlier run signed. */
	digests: z.array(z.string()),
});
export type SignedService = Infer<typeof signedServiceSchema>;

export const signResultSchema = z.object({
	kind: z.literal("lucid.sign"),
	version: z.literal(1),
	revision: z.string(),
	/** Who signed, for people; absent if nothing was signed. */
	signer: z.string().exactOptional(),
	/** Digest of the bundle with the signed statement; absent if nothing was signed. */
	statement: z.string().exactOptional(),
	services: z.array(signedServiceSchema),
	durationMs: z.number(),
});
export type SignResult = Infer<typeof signResultSchema>;
