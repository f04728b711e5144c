import type { Registry } from "../../adapters/registry/registry.ts";
import type { PlannedImage } from "../../model/documents/plan.ts";
import type { ImageFacts } from "../../model/oci/image-facts.ts";
import { repositoryOf } from "../../model/oci/reference.ts";
import { identityOf, type SourceRepository } from "../../model/service/image-identity.ts";
import { describeStaleValues, readBaked } from "../../model/tags/volatile-values.ts";
import { writeKeptRecord } from "../shared/records/kept-record.ts";

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
	image: PlannedImage,
	parentHashes: Readonly<Record<string, string>>,
	registry: Pick<Registry, "imageFacts" | "manifest" | "putBlob" | "putManifest">,
	repository: SourceRepository,
): Promise<RetaggedImage | undefined> {
	const { contentRef, platform, decision, baked = {} } = image;
	if (decision.kind !== "build" || decision.keep === undefined) return undefined;
	const { digest, on } = decision.keep;
	if (Object.entries(parentHashes).some(([service, hash]) => on[service] !== hash)) return undefined;
	const published = `${repositoryOf(contentRef)}@${digest}`;
	const [manifest, facts] = await Promise.all([registry.manifest(published), registry.imageFacts(published, platform)]);
	// Deleted since it was published.
	if (manifest === undefined || facts === undefined) return undefined;
	const bases = Object.keys(parentHashes);
	const same = `${bases.join(", ")} ${bases.length === 1 ? "has" : "have"} the same content as before`;
	const reason = [same, ...describeStaleValues(readBaked(facts.annotations), baked)].join("; ");
	// Before the tag: a reader of the tag needs it.
	await writeKeptRecord(registry, contentRef, identityOf(image, repository), { digest: facts.digest, reason });
	await registry.putManifest(contentRef, manifest.bytes, manifest.descriptor.mediaType, "content");
	return { facts, reason };
}
