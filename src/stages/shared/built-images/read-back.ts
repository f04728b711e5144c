import type { Registry } from "../../../adapters/registry/registry.ts";
import type { BuiltImage } from "../../../model/documents/build.ts";
import type { PlannedImage } from "../../../model/documents/plan.ts";
import type { Source } from "../../../model/documents/source.ts";
import { verifyImage } from "../../../model/image-checks/verify-image.ts";
import type { ImageFacts } from "../../../model/oci/image-facts.ts";
import { repositoryOf } from "../../../model/oci/reference.ts";
import type { Service } from "../../../model/service/service.ts";
import { sleep, systemClock } from "../../../util/clock.ts";
import type { Countdown } from "../../../util/progress.ts";
import { imageSpec } from "./image-spec.ts";

/** Some registries answer with what was there before for up to 15 s after a push. */
const lagMs = [0, 250, 500, 1000, 2000, 4000, 8000];

/** How a registry is waited for that shows late what it stored. */
export interface LagWait {
	readonly signal: AbortSignal;
	readonly report: (countdown: Countdown) => void;
}

async function pause(ms: number, { signal, report }: LagWait): Promise<void> {
	report({ until: systemClock.now() + ms, next: "retry" });
	await sleep(ms, signal);
}

export interface PushedImageFacts {
	/** Of what the content reference names: the platform's manifest, or an index around it. */
	readonly digest: string;
	readonly facts: ImageFacts;
}

/**
 * Reads back what was pushed: the content reference must name the digest that the build tells of, and the image must be there.
 * Rejects with a sentence when it is not so.
 */
export async function readBack(
	registry: Pick<Registry, "head" | "imageFacts">,
	image: PlannedImage,
	digest: string,
	waiting: LagWait,
): Promise<PushedImageFacts> {
	let seen: string | undefined;
	for (const ms of lagMs) {
		if (ms > 0) await pause(ms, waiting);
		seen = (await registry.head(image.contentRef))?.digest;
		if (seen !== digest) continue;
		const facts = await registry.imageFacts(`${repositoryOf(image.contentRef)}@${digest}`, image.platform);
		if (facts !== undefined) return { digest, facts };
	}
	throw new Error(
		seen === undefined || seen === digest
			? `${image.contentRef} was pushed as ${digest}, but the registry does not have it`
			: `${image.contentRef} was pushed as ${digest}, but the registry has ${seen} there`,
	);
}

/**
 * Writes the content reference of an image that was pushed by its digest alone. Rejects with a sentence when the registry does not have it.
 */
export async function writeContentTag(
	registry: Pick<Registry, "manifest" | "putManifest">,
	{ contentRef }: PlannedImage,
	digest: string,
	waiting: LagWait,
): Promise<void> {
	const pushed = `${repositoryOf(contentRef)}@${digest}`;
	for (const ms of lagMs) {
		if (ms > 0) await pause(ms, waiting);
		const manifest = await registry.manifest(pushed);
		if (manifest === undefined) continue;
		await registry.putManifest(contentRef, manifest.bytes, manifest.descriptor.mediaType);
		return;
	}
	throw new Error(`${pushed} was pushed, but the registry does not have it`);
}

/** The facts of an image as a row has them, with its verification. */
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
		checks: verifyImage(facts, service, source, { platform, outcome }),
	};
}
