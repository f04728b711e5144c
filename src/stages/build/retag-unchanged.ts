import type { Registry } from "../../adapters/registry/registry.ts";
import type { PlannedImage } from "../../model/documents/plan.ts";
import type { ImageFacts } from "../../model/oci/image-facts.ts";
import { repositoryOf } from "../../model/oci/reference.ts";
import { describeStaleValues, readBaked } from "../../model/tags/volatile-values.ts";

/** A published image that stays, although its base images were built again. */
export interface RetaggedImage {
	readonly facts: ImageFacts;
	/** A clause, ready to print. */
	readonly reason: string;
}

/**
 * Retags a published image whose base images were built again with the same content. Undefined if it has to be built.
 */
export async function retagUnchanged(
	{ contentRef, platform, decision, baked = {} }: PlannedImage,
	parentHashes: Readonly<Record<string, string>>,
	registry: Pick<Registry, "imageFacts" | "manifest" | "putManifest">,
): Promise<RetaggedImage | undefined> {
	if (decision.kind !== "build" || decision.keep === undefined) return undefined;
	const { digest, on } = decision.keep;
	if (Object.entries(parentHashes).some(([service, hash]) => on[service] !== hash)) return undefined;
	const published = `${repositoryOf(contentRef)}@${digest}`;
	const [manifest, facts] = await Promise.all([registry.manifest(published), registry.imageFacts(published, platform)]);
	// Deleted since it was published.
	if (manifest === undefined || facts === undefined) return undefined;
	await registry.putManifest(contentRef, manifest.bytes, manifest.descriptor.mediaType);
	const bases = Object.keys(parentHashes);
	const same = `${bases.join(", ")} ${bases.length === 1 ? "has" : "have"} the same content as before`;
	return { facts, reason: [same, ...describeStaleValues(readBaked(facts.annotations), baked)].join("; ") };
}
