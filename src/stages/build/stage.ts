import { mkdir } from "node:fs/promises";
import path from "node:path";
import { buildsElsewhere } from "../../adapters/docker/builds-elsewhere.ts";
import { proxyArgs } from "../../adapters/docker/client-config.ts";
import { type Engine, requireEngine } from "../../adapters/docker/engine.ts";
import { openCheckout } from "../../adapters/git/checkout.ts";
import type { Registry } from "../../adapters/registry/registry.ts";
import type { BuildResult } from "../../model/documents/build.ts";
import type { Plan, PlannedImage } from "../../model/documents/plan.ts";
import { isUnverifiable } from "../../model/signing/listed.ts";
import { cacheFolder } from "../../options/default-folders.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import { UserError } from "../../util/errors.ts";
import { prefetch } from "../../util/prefetch.ts";
import { loadOrMakePlan } from "../plan/load-plan.ts";
import { findImage } from "../plan/published-images.ts";
import { openGit } from "../shared/catalog-root.ts";
import type { StageContext } from "../shared/context.ts";
import { withRunnerName, writeAttestationSubjects, writeDocument } from "../shared/documents-folder.ts";
import type { EngineLookup } from "../shared/engine-lookup.ts";
import { maskedValues } from "../shared/masked-values.ts";
import { openRegistries, openTree } from "../shared/open-catalog.ts";
import { storeJobResults } from "../shared/records/job-results.ts";
import { readBuildResults } from "../shared/results-of-jobs.ts";
import { signaturesOf } from "../shared/reuse.ts";
import { openLayerCache } from "../verify/layer-cache.ts";
import {
	type PublishedDigests,
	publishedDigests,
	verifyDuringBuild,
	verifyUnpublished,
} from "../verify/verify-built.ts";
import { type Attestations, builderIdOf, provenanceProblems } from "./bake/attestations.ts";
import { autoCacheKind, type Cache, cacheScopes, hasGitHubCache, noCache, whyNoAutoCache } from "./bake/cache.ts";
import { type BakeFile, bakeDefinition } from "./bake/definition.ts";
import { rewritesTimestamps } from "./bake/output.ts";
import { builderFacts, withBuilder } from "./builder-facts.ts";
import { runBuild } from "./run-build.ts";

/** An existing plan to build, and what that needs. */
export interface BuildRequest {
	readonly options: StageOptions;
	readonly context: StageContext;
	readonly registry: Registry;
	readonly plan: Plan;
}

/** Requests that start before a build. */
export interface BuildPrefetch {
	/** Undefined if there is nothing to build. */
	readonly engine: Engine | undefined;
	/** What is published of the unchanged images, requested while the engine builds. */
	readonly published: Promise<PublishedDigests>;
}

/** Builds a plan and writes `build.json`; with `print`, returns the bake definition and builds nothing. */
export async function build(
	options: StageOptions,
	context: StageContext,
	lookup: EngineLookup,
): Promise<BuildResult | BakeFile> {
	const registry = openRegistries(options, context);
	const loaded = await loadOrMakePlan(options, context, registry);
	const plan =
		options.plan === undefined ? loaded : await skipAlreadyBuilt({ options, context, registry, plan: loaded });
	const request: BuildRequest = { options, context, registry, plan };
	// The definition is for any builder, so it needs no engine.
	if (options.print)
		return bakeDefinition({ plan, root: plan.root, env: context.env, ...(await bakeSettings(request, "docker")) });
	const result = await buildPlan(request, await prefetchBuild(plan, registry, lookup));
	const changed = result.images.filter(({ outcome }) => outcome !== "unchanged");
	await storeJobResults(changed, "build", plan, { ...context, options });
	return result;
}

/** Throws a UserError if the engine cannot build the plan. */
export async function prefetchBuild(plan: Plan, registry: Registry, lookup: EngineLookup): Promise<BuildPrefetch> {
	const unchanged = plan.images.flatMap(({ service, decision }) => (decision.kind === "unchanged" ? service : []));
	const published = prefetch(() => publishedDigests(registry, plan, unchanged));
	const platforms = plan.images.flatMap(({ decision, platform }) => (decision.kind === "build" ? platform : []));
	const needs = { build: true, platforms: [...new Set(platforms)] } as const;
	const engine = platforms.length === 0 ? undefined : requireEngine(await lookup.engine(), needs);
	return { engine, published };
}

/** Builds an existing plan and writes `build.json`. */
export async function buildPlan(request: BuildRequest, { engine, published }: BuildPrefetch): Promise<BuildResult> {
	const { options, context, registry, plan } = request;
	const { docker, env, secrets, progress, signal, now } = context;
	const masked = await maskedValues(context);
	const driver = engine?.builder?.driver ?? "docker";
	const verifyContext = { ...context, registry, plan, layerCache: openLayerCache(env) };
	using verification = verifyDuringBuild(verifyContext);
	verification.start();
	const settings = engine && (await bakeSettings(request, driver));
	const built = await runBuild({
		...{ plan, root: plan.root, docker, registry, env, progress, signal, now, masked },
		...defined({ secrets }),
		files: async () => {
			const git = openGit(plan.root, context);
			return (await openTree(plan.root, git, context.checkout ?? openCheckout(git))).files;
		},
		onEnd: (row) => verification.add(row),
		options: {
			...settings,
			outDir: options.out,
			...defined({ builder: options.builder, parallel: options.maxParallel, native: engine?.native }),
		},
	});
	const verified = await verifyUnpublished(verifyContext, await verification.addTo(built), published);
	const { builder } = engine ?? {};
	const isElsewhere = builder === undefined || (await buildsElsewhere(builder, context));
	const facts = builderFacts(options, env, { isElsewhere, cache: settings?.cache });
	const images = withBuilder(withRunnerName(verified.images, context), facts, plan.services);
	const result = { ...verified, images };
	await writeDocument(options.out, result);
	await writeAttestationSubjects(options.out, "build", result);
	return result;
}

async function bakeSettings(request: BuildRequest, driver: string) {
	const [cache, attest] = await Promise.all([openCache(request, driver), attestations(request)]);
	const { options, context } = request;
	const rewriteTimestamp = rewritesTimestamps(context.env);
	return { cache, attest, driver, rewriteTimestamp, steps: options.noCache ? "uncached" : "cached" } as const;
}

/** The requested or default cache. Without access to it, logs why and uses none: a cache never stops a build. */
async function openCache({ options, context, plan }: BuildRequest, driver: string): Promise<Cache> {
	const { env, cwd, log } = context;
	const kind = options.cacheType === "auto" ? autoCacheKind(env, driver) : options.cacheType;
	const scopes = cacheScopes(plan.source, env, kind);
	const without = (why: string): Cache => {
		log(`no cache: ${why}`);
		return noCache;
	};
	if (kind === "none") return noCache;
	const untrusted = options.cacheType === "auto" ? whyNoAutoCache(plan, scopes) : undefined;
	if (untrusted !== undefined) return without(untrusted);
	if (kind === "gha" && !hasGitHubCache(env))
		return without(
			"GitHub's cache needs ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL, which actions get, but `run:` steps do not",
		);
	if (scopes.write === undefined && options.cacheType !== "auto")
		log(`the ${kind} cache is only read: this run's commit is of no branch or tag that may write it (docs/build.md)`);
	if (kind !== "local") return { kind, ...scopes };
	const folder = options.cacheFolder ? path.resolve(cwd, options.cacheFolder) : path.join(cacheFolder(env), "layers");
	try {
		await mkdir(folder, { recursive: true });
	} catch (error) {
		return without(`${folder} cannot be created: ${(error as Error).message}`);
	}
	return { kind, ...scopes, folder };
}

/** With a pinned SBOM generator. Throws a UserError if provenance would show secret values. */
async function attestations({ options, context, plan, registry }: BuildRequest): Promise<Attestations> {
	const { provenance, sbom } = options;
	const attest: Attestations = { provenance, ...defined({ builderId: builderIdOf(context.env) }) };
	const problems = provenanceProblems(plan, attest, provenance === "max" ? await proxyArgs(context.env) : []);
	if (problems.length > 0) throw new UserError(problems);
	if (sbom === undefined) return attest;
	const generator = sbom === "on" ? "docker.io/docker/buildkit-syft-scanner:stable-1" : sbom;
	return { ...attest, sbom: (await registry.resolve(generator)).pinned };
}

/**
 * Marks images as unchanged that another leg or attempt has pushed since the plan was made. Images to build on request
 * (`force`, `no-cache`) are built again, but not their bases. If signatures are needed, an image that this run built
 * and has not signed yet counts only with the digest that its job pushed.
 */
async function skipAlreadyBuilt({ options, context, registry, plan }: BuildRequest): Promise<Plan> {
	const selected = new Set(plan.selected);
	const signatures = await signaturesOf(registry, plan, options, context);
	const results = await readBuildResults(options, context);
	const digestOfJob = ({ service, platform }: PlannedImage) =>
		results?.images.find((row) => row.service === service && row.platform === platform)?.digest;
	const lookUp = async (image: PlannedImage): Promise<PlannedImage> => {
		const { decision, service } = image;
		if (decision.kind !== "build") return image;
		const isRequested = options.noCache || decision.reasons.some(({ kind }) => kind === "forced");
		if (isRequested && selected.has(service)) return image;
		const pushed = digestOfJob(image);
		const sources = { registry, signatures: pushed === undefined ? signatures : undefined };
		const published = await findImage(sources, image, plan.source).catch((error: unknown) => {
			if (isUnverifiable(error)) return undefined;
			throw error;
		});
		if (published === undefined || "foreign" in published) return image;
		if (pushed !== undefined && published.digest !== pushed) return image;
		const { signedBy: _, ...existing } = published;
		const reasons = [{ kind: "already-built", detail: "built since the plan was made" }] as const;
		return { ...image, decision: { kind: "unchanged", reasons, ...existing } };
	};
	return { ...plan, images: await Promise.all(plan.images.map(lookUp)) };
}
