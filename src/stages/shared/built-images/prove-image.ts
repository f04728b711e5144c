import type { PlannedImage } from "../../../model/documents/plan.ts";
import { repositoryOf } from "../../../model/oci/reference.ts";
import { fingerprintAnnotation } from "../../../model/service/image-identity.ts";
import { whyUnlisted } from "../../../model/signing/listed.ts";
import type { Proof, Signatures } from "../signatures.ts";
import type { StatedImage } from "./foreign-image.ts";

type ContentImage = Pick<PlannedImage, "service" | "platform" | "fingerprint" | "contentRef">;

/** The signed statement of the run that built or kept the image under a content tag, or why none counts. */
export function proveImage(
	signatures: Signatures,
	{ service, platform, fingerprint, contentRef }: ContentImage,
	{ digest, annotations }: StatedImage,
): Promise<Proof | { readonly why: string }> {
	const isKept = annotations[fingerprintAnnotation] !== fingerprint;
	const expected = { service, platform, fingerprint, digest, ...(isKept && { as: "kept" as const }) };
	return signatures.find({ repository: repositoryOf(contentRef), digest }, (statement, by) =>
		whyUnlisted(statement, by, expected),
	);
}

/** Why no run of ours is proven to have built a published image, of any inputs; undefined if one is. */
export async function whyUnproven(
	signatures: Signatures,
	{ service, platform }: Pick<PlannedImage, "service" | "platform">,
	{ ref, digest }: { readonly ref: string; readonly digest: string },
): Promise<string | undefined> {
	const proof = await signatures.find({ repository: repositoryOf(ref), digest }, (statement, by) =>
		whyUnlisted(statement, by, { service, platform, digest }),
	);
	return "why" in proof ? proof.why : undefined;
}
