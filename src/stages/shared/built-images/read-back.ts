import type { Registry } from "../../../adapters/registry/registry.ts";
import type { BuiltImage } from "../../../model/documents/build.ts";
import type { PlannedImage } from "../../../model/documents/plan.ts";
import type { Source } from "../../../model/documents/source.ts";
import { verifyConfig } from "../../../model/image-checks/check-config.ts";
import type { ImageFacts } from "../../../model/oci/image-facts.ts";
import { repositoryOf } from "../../../model/oci/reference.ts";
import type { Service } from "../../../model/service/service.ts";
import { sleep, systemClock } from "../../../util/clock.ts";
import type { Countdown } from "../../../util/progress.ts";
import { Backoff, retryPolicies } from "../../../util/retry.ts";
import { imageSpec } from "./image-spec.ts";

/** How to wait for a registry that shows late what it stored. */
export interface LagWait {
	readonly signal: AbortSignal;
	readonly report: (countdown: Countdown) => void;
}

function lagBackoff({ signal, report }: LagWait): Backoff {
	return new Backoff(retryPolicies.registryLag, (ms) => {
		report({ until: systemClock.now() + ms, next: "retry" });
		return sleep(ms, signal);
	});
}

export interface PushedImageFacts {
	/** Of the platform's manifest, or of the index around it. */
	readonly digest: string;
	readonly facts: ImageFacts;
}

/** Reads back a pushed image. Rejects with a sentence unless the content reference names the built digest. */
export async function readBack(
	registry: Pick<Registry, "head" | "imageFacts">,
	image: PlannedImage,
	digest: string,
	waiting: LagWait,
): Promise<PushedImageFacts> {
	let seen: string | undefined;
	const backoff = lagBackoff(waiting);
	do {
		seen = (await registry.head(image.contentRef))?.digest;
		if (seen !== digest) continue;
		const facts = await registry.imageFacts(`${repositoryOf(image.contentRef)}@${digest}`, image.platform);
		if (facts !== undefined) return { digest, facts };
	} while (await backoff.wait());
	throw new Error(
		seen === undefined || seen === digest
			? `${image.contentRef} was pushed as ${digest}, but the registry does not have it`
			: `${image.contentRef} was pushed as ${digest}, but the registry has ${seen} there`,
	);
}

/** Tags an image that was pushed by digest. Rejects with a sentence if the registry does not have it. */
export async function writeContentTag(
	registry: Pick<Registry, "manifest" | "putManifest">,
	{ contentRef }: PlannedImage,
	digest: string,
	waiting: LagWait,
): Promise<void> {
	const pushed = `${repositoryOf(contentRef)}@${digest}`;
	const backoff = lagBackoff(waiting);
	let manifest = await registry.manifest(pushed);
	while (manifest === undefined && (await backoff.wait())) manifest = await registry.manifest(pushed);
	if (manifest !== undefined) {
		await registry.putManifest(contentRef, manifest.bytes, manifest.descriptor.mediaType, "content");
		return;
	}
	throw new Error(`${pushed} was pushed, but the registry does not have it`);
}

/** The fields of a build row that come from the image, with its checks. */
export function rowFromFacts(
	facts: ImageFacts,
	service: Service,
	source: Source,
	{ platform, outcome }: { readonly platform: string; readonly outcome: "built" | "unchanged" },
): Pick<BuiltImage, "digest" | "size" | "layers" | "spec" | "checks" | "attestations"> {
	const { attestations } = facts;
	return {
		digest: facts.digest,
		size: facts.size,
		layers: facts.layers.length,
		spec: imageSpec(facts),
		...(attestations.length > 0 && { attestations: attestations.map(({ digest }) => digest) }),
		checks: verifyConfig({ facts, service, source, platform, outcome }),
	};
}
