import { requireCompose } from "../docker/engine.ts";
import type { BuildResult } from "../documents/build.ts";
import type { Plan } from "../documents/plan.ts";
import { repositoryOf } from "../documents/reference.ts";
import type { SmokedService, SmokeResult } from "../documents/smoke.ts";
import type { StageOptions } from "../interface/values.ts";
import type { Registry } from "../registry/registry.ts";
import { type PushedImage, smoke as runSmoke } from "../smoke/smoke.ts";
import { writeDocument } from "./folder.ts";
import { planFor } from "./follow.ts";
import { buildFromRegistry } from "./images.ts";
import { openRegistries } from "./open.ts";
import type { World } from "./world.ts";

/** Starts and probes what was pushed, and writes `smoke.json`. */
export async function smoke(options: StageOptions, world: World): Promise<SmokeResult> {
	const registry = openRegistries(options, world);
	const plan = await planFor(options, world, registry, "to-run");
	return smokeBuilt(options, world, registry, plan, await buildFromRegistry(plan, registry));
}

/** The same, of a build at hand. */
export async function smokeBuilt(
	options: StageOptions,
	world: World,
	registry: Registry,
	plan: Plan,
	build: BuildResult,
): Promise<SmokeResult> {
	const pushed = build.images.flatMap(({ service, platform, contentRef: ref, digest }): PushedImage[] =>
		digest === undefined ? [] : [{ service, platform, ref, digest }],
	);
	const selected = pushed.filter(({ service }) => plan.selected.includes(service));
	const why = options.smoke === "off" ? () => "smoke is off" : await proven(options, plan, selected, registry);
	const wanted = selected.filter((image) => why(image) === undefined);
	const left = selected.flatMap((image) => skipped(image, why(image)));
	if (wanted.length > 0) await requireCompose(world.docker, world.signal);
	const ran = await runSmoke({
		plan,
		images: wanted,
		supporting: pushed.filter((image) => !wanted.includes(image)),
		docker: world.docker,
		progress: world.progress,
		signal: world.signal,
		outDir: options.out,
		options: {
			...(options.maxParallel !== undefined && { maxParallel: options.maxParallel }),
			mirrored: (image) => registry.mirrored(image),
		},
	});
	const order = (one: SmokedService) =>
		selected.findIndex(({ service, platform }) => service === one.service && platform === one.platform);
	const result = { ...ran, services: [...ran.services, ...left].sort((a, b) => order(a) - order(b)) };
	await writeDocument(options.out, result);
	return result;
}

/** Says of an image why it need not run: its floating tag names these very bytes, so they passed before. */
async function proven(
	{ smoke: which }: StageOptions,
	plan: Plan,
	pushed: readonly PushedImage[],
	registry: Registry,
): Promise<(image: PushedImage) => string | undefined> {
	if (which === "all") return () => undefined;
	const published = new Map(
		await Promise.all(
			[...new Set(pushed.map(({ service }) => service))].map(
				async (name) => [name, await publishedDigests(name, plan, registry)] as const,
			),
		),
	);
	return ({ service, digest }) => {
		const earned = published.get(service);
		return earned?.digests.has(digest) ? `already published as ${earned.tag}, after smoke` : undefined;
	};
}

async function publishedDigests(name: string, plan: Plan, registry: Registry) {
	const service = plan.services.find((one) => one.name === name);
	const [tag] = plan.tags[name]?.floating ?? [];
	if (service === undefined || tag === undefined) return undefined;
	const content = (await registry.manifest(`${service.image}:${tag}`))?.content;
	return { tag, digests: new Set(content?.kind === "index" ? content.manifests.map(({ digest }) => digest) : []) };
}

function skipped(image: PushedImage, reason: string | undefined): readonly SmokedService[] {
	if (reason === undefined) return [];
	const { service, platform, ref, digest } = image;
	return [
		{
			service,
			platform,
			ref: `${repositoryOf(ref)}@${digest}`,
			digest,
			verdict: "skipped",
			reason,
			probes: [],
		},
	];
}
