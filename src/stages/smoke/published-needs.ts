import type { Registry } from "../../adapters/registry/registry.ts";
import type { Plan } from "../../model/documents/plan.ts";
import { asPushToDefaultBranch } from "../../model/documents/source.ts";
import { isImageMissing } from "../../model/oci/registry-refusals.ts";
import { describeForeign, originMismatch, repositoryOfSource } from "../../model/service/image-identity.ts";
import { serviceTags } from "../shared/service-tags.ts";
import type { PushedImage } from "./select-members.ts";

interface NeedsContext {
	readonly plan: Plan;
	readonly registry: Pick<Registry, "imageFacts">;
	readonly log: (line: string) => void;
}

/**
 * The published images of all direct and indirect needs that this run has no image of, because their build failed for
 * example. A need that was never published for the platform is left out, and logged if the tag names another image.
 */
export async function publishedNeeds(
	{ plan, registry, log }: NeedsContext,
	wanted: readonly PushedImage[],
	pushed: readonly PushedImage[],
): Promise<readonly PushedImage[]> {
	const lookups = [...Map.groupBy(wanted, ({ platform }) => platform)].flatMap(([platform, images]) => {
		const names = new Set(images.map(({ service }) => service));
		// The set grows while the loop runs.
		for (const name of names) {
			const member = [...plan.services, ...plan.externals].find((item) => item.name === name);
			for (const need of member?.needs ?? []) names.add(need);
		}
		return [...names]
			.filter((name) => !hasImage(plan, pushed, name, platform))
			.map((name) => publishedImage(name, platform, { plan, registry, log }));
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
	{ plan: { services, source, project }, registry, log }: NeedsContext,
): Promise<PushedImage | undefined> {
	const service = services.find((item) => item.name === name);
	const [tag] = service === undefined ? [] : serviceTags(service, asPushToDefaultBranch(source), { project }).floating;
	if (service === undefined || tag === undefined) return undefined;
	const ref = `${service.image}:${tag}`;
	try {
		const facts = await registry.imageFacts(ref, platform);
		if (facts === undefined) return undefined;
		const foreign = originMismatch({ service: name, platform, ...repositoryOfSource(source) }, facts.annotations);
		if (foreign === undefined) return { service: name, platform, ref, digest: facts.digest, publishedTag: tag };
		log(describeForeign(ref, foreign));
		return undefined;
	} catch (error) {
		if (isImageMissing(error)) return undefined;
		throw error;
	}
}
