import type { Registry } from "../../adapters/registry/registry.ts";
import type { Plan } from "../../model/documents/plan.ts";
import { asPushToDefaultBranch } from "../../model/documents/source.ts";
import { isImageMissing } from "../../model/oci/registry-refusals.ts";
import { describeForeign, originMismatch, repositoryOfSource } from "../../model/service/image-identity.ts";
import { isUnverifiable } from "../../model/signing/listed.ts";
import { whyUnproven } from "../shared/built-images/prove-image.ts";
import { serviceTags } from "../shared/service-tags.ts";
import type { Signatures } from "../shared/signatures.ts";
import type { PushedImage } from "./select-members.ts";

interface NeedsContext {
	readonly plan: Plan;
	readonly registry: Pick<Registry, "imageFacts">;
	/** If set, it must be proven that a run of ours built an image. */
	readonly signatures: Signatures | undefined;
	readonly log: (line: string) => void;
}

/**
 * The published images of all direct and indirect needs that this run has no image of, because their build failed for
 * example. A need that was never published for the platform is left out, and logged if the tag names another image.
 */
export async function publishedNeeds(
	context: NeedsContext,
	wanted: readonly PushedImage[],
	pushed: readonly PushedImage[],
): Promise<readonly PushedImage[]> {
	const { plan } = context;
	const lookups = [...Map.groupBy(wanted, ({ platform }) => platform)].flatMap(([platform, images]) => {
		const names = new Set(images.map(({ service }) => service));
		// The set grows while the loop runs.
		for (const name of names) {
			const member = [...plan.services, ...plan.externals].find((item) => item.name === name);
			for (const need of member?.needs ?? []) names.add(need);
		}
		return [...names]
			.filter((name) => !hasImage(plan, pushed, name, platform))
			.map((name) => publishedImage(name, platform, context));
	});
	return (await Promise.all(lookups)).filter((image) => image !== undefined);
}

function hasImage({ images }: Plan, pushed: readonly PushedImage[], name: string, platform: string): boolean {
	const matches = (image: { readonly service: string; readonly platform: string }) =>
		image.service === name && image.platform === platform;
	return pushed.some(matches) || images.some((image) => matches(image) && image.decision.kind === "unchanged");
}

async function publishedImage(
	name: string,
	platform: string,
	{ plan: { services, source, project }, registry, signatures, log }: NeedsContext,
): Promise<PushedImage | undefined> {
	const service = services.find((item) => item.name === name);
	const [tag] = service === undefined ? [] : serviceTags(service, asPushToDefaultBranch(source), { project }).floating;
	if (service === undefined || tag === undefined) return undefined;
	const ref = `${service.image}:${tag}`;
	try {
		const facts = await registry.imageFacts(ref, platform);
		if (facts === undefined) return undefined;
		const { digest, annotations } = facts;
		const origin = { service: name, platform, ...repositoryOfSource(source) };
		const mismatch = originMismatch(origin, annotations);
		const isUnsure = mismatch === undefined && signatures !== undefined;
		const foreign = isUnsure ? await whyUnproven(signatures, origin, { ref, digest }) : mismatch;
		if (foreign === undefined) return { service: name, platform, ref, digest, publishedTag: tag };
		log(describeForeign(ref, foreign));
		return undefined;
	} catch (error) {
		if (isUnverifiable(error)) log(error.message);
		else if (!isImageMissing(error)) throw error;
		return undefined;
	}
}
