import { z } from "zod";
import { defined } from "../../util/defined.ts";
import type { Infer } from "../../util/json.ts";
import { type BuildResult, checkSchema, uncheckedSchema } from "./build.ts";

/** The verification of one service on one platform. */
export const verifiedImageSchema = z.object({
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

/** The build result with the checks of verification for the same digests. */
export function withVerification(build: BuildResult, { images }: Pick<VerifyResult, "images">): BuildResult {
	const looks = new Map(images.map((image) => [`${image.service} ${image.platform} ${image.digest}`, image]));
	return {
		...build,
		images: build.images.map((row) => {
			const verified = row.digest === undefined ? undefined : looks.get(`${row.service} ${row.platform} ${row.digest}`);
			if (verified === undefined) return row;
			const { checks, unchecked, packages } = verified;
			return { ...row, checks, unchecked, ...defined({ packages }) };
		}),
	};
}
