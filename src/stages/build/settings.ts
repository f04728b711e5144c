import { mkdir } from "node:fs/promises";
import path from "node:path";
import { proxyArgs } from "../../adapters/docker/client-config.ts";
import type { Registry } from "../../adapters/registry/registry.ts";
import type { Plan } from "../../model/documents/plan.ts";
import { cacheFolder } from "../../options/default-folders.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import { UserError } from "../../util/errors.ts";
import type { StageContext } from "../shared/context.ts";
import { type Attestations, builderIdOf, provenanceProblems } from "./bake/attestations.ts";
import { autoCacheKind, type Cache, cacheScopes, hasGitHubCache, noCache } from "./bake/cache.ts";

/** The requested or default cache. Without access to it, logs why and uses none: a cache never stops a build. */
export async function cacheFor(options: StageOptions, world: StageContext, plan: Plan, driver: string): Promise<Cache> {
	const { env, cwd, log } = world;
	const kind = options.cacheType === "auto" ? autoCacheKind(env, driver) : options.cacheType;
	const scopes = cacheScopes(plan.source, env);
	const without = (why: string): Cache => {
		log(`no cache: ${why}`);
		return noCache;
	};
	if (kind === "none") return noCache;
	if (kind === "gha" && !hasGitHubCache(env))
		return without(
			"GitHub's cache needs ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL, which GitHub gives to actions, not to `run:` steps",
		);
	if (kind !== "local") return { kind, ...scopes };
	const folder = options.cacheFolder ? path.resolve(cwd, options.cacheFolder) : path.join(cacheFolder(env), "layers");
	try {
		await mkdir(folder, { recursive: true });
	} catch (error) {
		return without(`${folder} cannot be made: ${(error as Error).message}`);
	}
	return { kind, ...scopes, folder };
}

/** The attestations, with a pinned SBOM generator. Throws a UserError if provenance would show secret values. */
export async function attestFor(
	{ provenance, sbom }: StageOptions,
	{ env }: StageContext,
	plan: Plan,
	registry: Pick<Registry, "resolve">,
): Promise<Attestations> {
	const builderId = builderIdOf(env);
	const attest: Attestations = { provenance, ...defined({ builderId }) };
	const problems = provenanceProblems(plan, attest, provenance === "max" ? await proxyArgs(env) : []);
	if (problems.length > 0) throw new UserError(problems);
	if (sbom === undefined) return attest;
	const generator = sbom === "on" ? "docker.io/docker/buildkit-syft-scanner:stable-1" : sbom;
	return { ...attest, sbom: (await registry.resolve(generator)).pinned };
}
