import { type Engine, requireEngine } from "../../adapters/docker/engine.ts";
import { openCheckout } from "../../adapters/git/checkout.ts";
import type { Registry } from "../../adapters/registry/registry.ts";
import type { BuildResult } from "../../model/documents/build.ts";
import type { Plan, PlannedImage } from "../../model/documents/plan.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import { loadOrMakePlan } from "../plan/load-plan.ts";
import { findImage } from "../plan/published-images.ts";
import { openGit } from "../shared/catalog-root.ts";
import type { StageContext } from "../shared/context.ts";
import { writeDocument } from "../shared/documents-folder.ts";
import type { EngineLookup } from "../shared/engine-lookup.ts";
import { withRunnerName } from "../shared/on-runner.ts";
import { openRegistries, openTree } from "../shared/open-catalog.ts";
import { storeJobResults } from "../shared/records/job-results.ts";
import { writeAttestationSubjects } from "../shared/write-subjects.ts";
import { openLayerCache } from "../verify/layer-cache.ts";
import {
	type PublishedDigests,
	publishedDigests,
	verifyDuringBuild,
	verifyUnpublished,
} from "../verify/verify-built.ts";
import { type BakeFile, bakeDefinition } from "./bake/definition.ts";
import { rewritesTimestamps } from "./bake/output.ts";
import { runBuild } from "./run-build.ts";
import { attestFor, cacheFor } from "./settings.ts";

/** Builds a plan and writes `build.json`; with `print`, returns the bake definition and builds nothing. */
export async function build(
	options: StageOptions,
	world: StageContext,
	look: EngineLookup,
): Promise<BuildResult | BakeFile> {
	const registry = openRegistries(options, world);
	const planned = await loadOrMakePlan(options, world, registry);
	const plan =
		options.plan !== undefined ? await skipAlreadyBuilt(planned, registry, options.noCache ? "none" : "use") : planned;
	if (options.print) return print(options, world, registry, plan);
	const result = await buildPlan(options, world, registry, plan, await prefetchBuild(plan, registry, look));
	const news = result.images.filter(({ outcome }) => outcome !== "unchanged");
	await storeJobResults(news, "build", plan, world);
	return result;
}

/** Requests that start before a build. */
export interface BuildPrefetch {
	/** Undefined if there is nothing to build. */
	readonly engine: Engine | undefined;
	/** What is published of the unchanged images, requested while the engine builds. */
	readonly published: Promise<PublishedDigests>;
}

/** Throws a UserError if the engine cannot build the plan. */
export async function prefetchBuild(plan: Plan, registry: Registry, look: EngineLookup): Promise<BuildPrefetch> {
	const unchanged = plan.images.flatMap(({ service, decision }) => (decision.kind === "unchanged" ? service : []));
	const published = publishedDigests(registry, plan, unchanged);
	published.catch(() => {});
	const platforms = plan.images.flatMap(({ decision, platform }) => (decision.kind === "build" ? platform : []));
	const needs = { build: true, platforms: [...new Set(platforms)] } as const;
	const engine = platforms.length === 0 ? undefined : requireEngine(await look.engine(), needs);
	return { engine, published };
}

/** Builds an existing plan. */
export async function buildPlan(
	options: StageOptions,
	world: StageContext,
	registry: Registry,
	plan: Plan,
	{ engine, published }: BuildPrefetch,
): Promise<BuildResult> {
	const { docker, env, secrets, progress, signal, now } = world;
	const { builder, maxParallel } = options;
	const driver = engine?.builder?.driver ?? "docker";
	const verifyContext = { ...world, registry, plan, layerCache: openLayerCache(env) };
	using early = verifyDuringBuild(verifyContext);
	early.start();
	const result = await runBuild({
		plan,
		root: plan.root,
		docker,
		registry,
		env,
		...defined({ secrets }),
		progress,
		signal,
		now,
		files: async () => {
			const git = openGit(plan.root, world);
			return (await openTree(plan.root, git, world.checkout ?? openCheckout(git))).files;
		},
		onEnd: (row) => early.add(row),
		options: {
			...(engine !== undefined && (await settings(options, world, registry, plan, driver))),
			outDir: options.out,
			...defined({ builder, parallel: maxParallel, native: engine?.native }),
		},
	});
	const found = await verifyUnpublished(verifyContext, await early.addTo(result), published);
	const verified = { ...found, images: withRunnerName(found.images, world) };
	await writeDocument(options.out, verified);
	await writeAttestationSubjects(options.out, "build", verified);
	return verified;
}

/** Needs no engine: the definition is for any builder. */
async function print(options: StageOptions, world: StageContext, registry: Registry, plan: Plan): Promise<BakeFile> {
	const settled = await settings(options, world, registry, plan, "docker");
	return bakeDefinition({ plan, root: plan.root, env: world.env, ...settled });
}

async function settings(options: StageOptions, world: StageContext, registry: Registry, plan: Plan, driver: string) {
	const [cache, attest] = await Promise.all([
		cacheFor(options, world, plan, driver),
		attestFor(options, world, plan, registry),
	]);
	const rewriteTimestamp = rewritesTimestamps(world.env);
	return { cache, attest, driver, rewriteTimestamp, steps: options.noCache ? "anew" : "cached" } as const;
}

/**
 * Marks images as unchanged that another leg or attempt has pushed since the plan was made. Images to build on request
 * (`force`, `no-cache`) are built again, but not their bases.
 */
export async function skipAlreadyBuilt(plan: Plan, registry: Registry, cache: "use" | "none"): Promise<Plan> {
	const selected = new Set(plan.selected);
	const find = async (image: PlannedImage): Promise<PlannedImage> => {
		const { decision, service, contentRef, platform } = image;
		if (decision.kind !== "build") return image;
		const asked = cache === "none" || decision.reasons.some(({ kind }) => kind === "forced");
		if (asked && selected.has(service)) return image;
		const found = await findImage(registry, contentRef, platform);
		if (found === undefined) return image;
		const reasons = [{ kind: "already-built", detail: "built since the plan was made" }] as const;
		return { ...image, decision: { kind: "unchanged", reasons, ...found } };
	};
	return { ...plan, images: await Promise.all(plan.images.map(find)) };
}
