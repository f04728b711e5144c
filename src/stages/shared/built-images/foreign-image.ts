import type { Registry } from "../../../adapters/registry/registry.ts";
import type { PlannedImage } from "../../../model/documents/plan.ts";
import {
	identityMismatch,
	identityOf,
	originMismatch,
	type SourceRepository,
} from "../../../model/service/image-identity.ts";
import { isKept } from "../records/kept-record.ts";

/** What an image in a registry states about itself. */
export interface StatedImage {
	/** Digest of the platform's manifest. */
	readonly digest: string;
	/** Of the platform's manifest. */
	readonly annotations: Readonly<Record<string, string>>;
}

/**
 * Why the image under a content tag is not the planned one: a clause, ready to print. Undefined if it states the same
 * fingerprint, recipe, service, platform and source repository, or if a record says why it is kept there.
 */
export async function whyForeign(
	registry: Pick<Registry, "manifest">,
	image: Pick<PlannedImage, "service" | "platform" | "fingerprint" | "contentRef">,
	repository: SourceRepository,
	{ digest, annotations }: StatedImage,
): Promise<string | undefined> {
	const identity = identityOf(image, repository);
	const mismatch = identityMismatch(identity, annotations);
	// A kept image differs only in its inputs.
	if (mismatch === undefined || originMismatch(identity, annotations) !== undefined) return mismatch;
	return (await isKept(registry, image.contentRef, identity, digest)) ? undefined : mismatch;
}
