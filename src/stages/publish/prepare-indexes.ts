import type { PublishOutcome } from "../../model/documents/publish.ts";
import { lagBackoffFor } from "./backoff.ts";
import { verificationFailure } from "./gates.ts";
import { gatherPlatforms, readContentFacts } from "./gather-platforms.ts";
import type { PublishInput } from "./publish-input.ts";
import { endTarget, type PublishTarget, plannedTags } from "./publish-target.ts";
import { makeIndexes } from "./tags/make-indexes.ts";

export type { PublishableImage } from "./gather-platforms.ts";
export type { ImageIndex } from "./image-index.ts";
export type { PublishInput } from "./publish-input.ts";

export const notInRelease: PublishOutcome = "not part of this release";

/**
 * Makes the indexes of a service: every platform has an image, every check passed, and the registry holds these
 * digests. Otherwise the target ends. Writes no tag; images that are relabelled for a release are then in the registry.
 */
export async function prepareIndexes(target: PublishTarget, input: PublishInput): Promise<void> {
	const { service } = target;
	const { plan, build, registry, progress } = input;
	if (target.copyOf !== undefined) return;
	const { immutable: immutableTags, floating: floatingTags, kept: keptTags = [] } = plannedTags(target, plan);
	// A service that is blocked by its tag rules has no tags either.
	const isBlocked = plan.images.some((item) => item.service === service.name && item.decision.kind === "blocked");
	if (immutableTags.length + floatingTags.length + keptTags.length === 0 && !isBlocked)
		return endTarget(target, notInRelease, "this run gives it no tag");
	progress?.({ stage: "publish", subject: service.name, state: "started" });
	const built = build?.images.filter((image) => image.service === service.name) ?? [];
	const complete = gatherPlatforms(service, plan.images, built);
	if (complete.kind !== "complete") return endTarget(target, complete.kind, complete.reason);
	target.images = complete.images;
	const failed = verificationFailure(service, built);
	if (failed !== undefined) return endTarget(target, "failed", failed);
	target.facts = await readContentFacts(registry, complete.images, lagBackoffFor(input, "signalled"));
	Object.assign(target, await makeIndexes(target, input));
}
