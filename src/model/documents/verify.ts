import { z } from "zod";
import type { Infer } from "../../util/json.ts";
import { checkSchema, uncheckedSchema } from "./build.ts";

/** The verification of one service on one platform. */
const verifiedImageSchema = z.object({
	service: z.string(),
	platform: z.string(),
	contentRef: z.string(),
	/** Undefined if the registry does not have it. Then nothing was checked. */
	digest: z.string().exactOptional(),
	checks: z.array(checkSchema),
	unchecked: z.array(uncheckedSchema),
	/** Installed Python packages, sorted: `fastapi 0.110.0`. */
	packages: z.array(z.string()).exactOptional(),
});
export type VerifiedImage = Infer<typeof verifiedImageSchema>;

export const verifyResultSchema = z.object({
	kind: z.literal("lucid.verify"),
	version: z.literal(1),
	revision: z.string(),
	images: z.array(verifiedImageSchema),
	/** Layers read from the registry, each once. */
	layers: z.object({ read: z.number(), bytes: z.number() }),
	durationMs: z.number(),
});
export type VerifyResult = Infer<typeof verifyResultSchema>;
