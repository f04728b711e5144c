import type { BuildResult } from "../documents/build.ts";
import type { Plan } from "../documents/plan.ts";
import type { Service } from "../documents/service.ts";
import { asNormalPush } from "../documents/source.ts";
import type { VerifyResult } from "../documents/verify.ts";
import type { StageOptions } from "../interface/values.ts";
import type { Registry } from "../registry/registry.ts";
import type { Verifier } from "../verify/run.ts";
import type { LayerCache } from "../verify/store.ts";
import { writeDocument } from "./folder.ts";
import { planFor } from "./follow.ts";
import { buildFromRegistry } from "./images.ts";
import { openRegistries } from "./open.ts";
import { serviceTags } from "./tags.ts";
import type { World } from "./world.ts";

/** Looks at what was pushed, the whole of it, and writes `verify.json`. */
export async function verify(options: StageOptions, world: World): Promise<VerifyResult> {
	const registry = openRegistries(options, world);
	const plan = await planFor(options, world, registry);
	const { images } = await buildFromRegistry(plan, registry);
	const selected = images.filter(({ service }) => plan.selected.includes(service));
	const result = await verifyImages(world, registry, plan, images, selected);
	await writeDocument(options.out, result);
	return result;
}

type Images = BuildResult["images"];

/** Without an engine nothing is imported, and that is told. */
export type VerifyWorld = Pick<World, "progress" | "signal" | "now"> &
	Partial<Pick<World, "docker">> & { readonly layerCache?: LayerCache };

/** Looks at some of the images of a plan. The others are there for those that are FROM them. */
export async function verifyImages(
	world: VerifyWorld,
	registry: Registry,
	plan: Plan,
	images: Images,
	wanted: Images,
): Promise<VerifyResult> {
	const verifier = await openVerifier(world, registry, plan);
	return verifier.result(await verifier.look(wanted, images));
}

/** The same for images that are not there yet. */
export async function openVerifier(
	{ docker, progress, signal, now, layerCache }: VerifyWorld,
	registry: Registry,
	plan: Plan,
): Promise<Verifier> {
	const { Verifier } = await import("../verify/run.ts");
	const floatingTag = (service: Service) => normalTag(service, plan);
	const engine = docker === undefined ? {} : { docker };
	const cache = layerCache === undefined ? {} : { layerCache };
	return new Verifier({ plan, registry, ...engine, ...cache, floatingTag, progress, signal, now });
}

/** The floating tag of a normal push: also on a pull request, which moves none. */
export function normalTag(service: Service, { source, project }: Plan): string | undefined {
	return serviceTags(service, asNormalPush(source), { project }).floating[0];
}
