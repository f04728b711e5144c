import type { Registry } from "../../adapters/registry/registry.ts";
import type { BuildResult } from "../../model/documents/build.ts";
import type { Plan } from "../../model/documents/plan.ts";
import { asPushToDefaultBranch } from "../../model/documents/source.ts";
import type { VerifyResult } from "../../model/documents/verify.ts";
import type { Service } from "../../model/service/service.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { loadOrMakePlan } from "../plan/load-plan.ts";
import { buildResultFromRegistry } from "../shared/built-images/build-result-from-registry.ts";
import type { StageContext } from "../shared/context.ts";
import { writeDocument } from "../shared/documents-folder.ts";
import { openRegistries } from "../shared/open-catalog.ts";
import { serviceTags } from "../shared/service-tags.ts";
import type { LayerCache } from "./layers/layer-store.ts";
import type { Verifier } from "./verifier.ts";

/** Looks at what was pushed, the whole of it, and writes `verify.json`. */
export async function verify(options: StageOptions, world: StageContext): Promise<VerifyResult> {
	const registry = openRegistries(options, world);
	const plan = await loadOrMakePlan(options, world, registry);
	const { images } = await buildResultFromRegistry(plan, registry);
	const selected = images.filter(({ service }) => plan.selected.includes(service));
	const result = await verifyImages(world, registry, plan, images, selected);
	await writeDocument(options.out, result);
	return result;
}

type Images = BuildResult["images"];

/** Without an engine nothing is imported, and that is told. */
export type VerifyContext = Pick<StageContext, "progress" | "signal" | "now"> &
	Partial<Pick<StageContext, "docker">> & { readonly layerCache?: LayerCache };

/** Looks at some of the images of a plan. The others are there for those that are FROM them. */
export async function verifyImages(
	world: VerifyContext,
	registry: Registry,
	plan: Plan,
	images: Images,
	wanted: Images,
): Promise<VerifyResult> {
	const verifier = await openVerifier(world, registry, plan);
	return verifier.result(await verifier.verify(wanted, images));
}

/** The same for images that are not there yet. */
export async function openVerifier(
	{ docker, progress, signal, now, layerCache }: VerifyContext,
	registry: Registry,
	plan: Plan,
): Promise<Verifier> {
	const { Verifier } = await import("./verifier.ts");
	const floatingTag = (service: Service) => normalFloatingTag(service, plan);
	const engine = docker === undefined ? {} : { docker };
	const cache = layerCache === undefined ? {} : { layerCache };
	return new Verifier({ plan, registry, ...engine, ...cache, floatingTag, progress, signal, now });
}

/** The floating tag of a normal push: also on a pull request, which moves none. */
export function normalFloatingTag(service: Service, { source, project }: Plan): string | undefined {
	return serviceTags(service, asPushToDefaultBranch(source), { project }).floating[0];
}
