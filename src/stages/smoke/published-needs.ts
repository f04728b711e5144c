import type { Registry } from "../../adapters/registry/registry.ts";
import type { Plan } from "../../model/documents/plan.ts";
import { asPushToDefaultBranch } from "../../model/documents/source.ts";
import { isImageMissing } from "../../model/oci/image-errors.ts";
import { serviceTags } from "../shared/service-tags.ts";
import type { PushedImage } from "./run-smoke.ts";

/**
 * Of what the images of a smoke run need to run, however far down, the published images of the services that this run has none of: their build failed, say. What
 * was never published for the platform is left out.
 */
export async function publishedNeeds(
	plan: Plan,
	wanted: readonly PushedImage[],
	pushed: readonly PushedImage[],
	registry: Pick<Registry, "imageFacts">,
): Promise<readonly PushedImage[]> {
	const found = [...Map.groupBy(wanted, ({ platform }) => platform)].map(async ([platform, images]) => {
		const names = new Set(images.map(({ service }) => service));
		const missing: Promise<PushedImage | undefined>[] = [];
		// A set that grows while it is walked through.
		for (const name of names) {
			const service = [...plan.services, ...plan.externals].find((one) => one.name === name);
			for (const need of service?.needs ?? []) names.add(need);
			if (!hasImage(plan, pushed, name, platform)) missing.push(publishedImage(plan, name, platform, registry));
		}
		return Promise.all(missing);
	});
	return (await Promise.all(found)).flat().filter((one) => one !== undefined);
}

function hasImage({ images }: Plan, pushed: readonly PushedImage[], name: string, platform: string): boolean {
	const isIt = (one: { readonly service: string; readonly platform: string }) =>
		one.service === name && one.platform === platform;
	return pushed.some(isIt) || images.some((one) => isIt(one) && one.decision.kind === "unchanged");
}

async function publishedImage(
	{ services, source, project }: Plan,
	name: string,
	platform: string,
	registry: Pick<Registry, "imageFacts">,
): Promise<PushedImage | undefined> {
	const service = services.find((one) => one.name === name);
	const [tag] = service === undefined ? [] : serviceTags(service, asPushToDefaultBranch(source), { project }).floating;
	if (service === undefined || tag === undefined) return undefined;
	const ref = `${service.image}:${tag}`;
	try {
		const facts = await registry.imageFacts(ref, platform);
		return facts && { service: name, platform, ref, digest: facts.digest, publishedTag: tag };
	} catch (error) {
		if (isImageMissing(error)) return undefined;
		throw error;
	}
}
