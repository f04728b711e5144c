import path from "node:path";
import type { Plan, PlannedImage } from "../../../model/documents/plan.ts";
import { isFromFork, mayMoveFloatingTags, type Source } from "../../../model/documents/source.ts";
import type { Service } from "../../../model/service/service.ts";
import { csv } from "./targets.ts";

/** Where layers are kept between machines: https://docs.docker.com/build/cache/backends/ */
export type CacheKind = "gha" | "registry" | "local" | "inline" | "none";

/** Whose cache is read, and whose is written. `protected` is that of refs which only reviewed commits get into. */
export interface CacheScopes {
	readonly read: readonly CacheScope[];
	/** Undefined: this run leaves nothing behind. */
	readonly write?: CacheScope;
}

export type CacheScope = { readonly kind: "protected" } | { readonly kind: "pull-request"; readonly number: number };

export interface Cache extends CacheScopes {
	readonly kind: CacheKind;
	/** For `local`: absolute. */
	readonly folder?: string;
}

export const noCache: Cache = { kind: "none", read: [] };

type Env = Readonly<Record<string, string | undefined>>;

/**
 * What fits where this runs: GitHub's cache where its token is at hand and the builder does not outlive the job; else none, since the builder
 * keeps its own from run to run.
 */
export function autoCacheKind(env: Env, driver: string): CacheKind {
	const lasting = driver === "remote" || driver === "kubernetes" || driver === "cloud";
	return hasGitHubCache(env) && !lasting ? "gha" : "none";
}

/** GitHub gives these to actions, not to what a `run:` step starts. */
export function hasGitHubCache(env: Env): boolean {
	return Boolean(env.ACTIONS_RUNTIME_TOKEN && (env.ACTIONS_RESULTS_URL || env.ACTIONS_CACHE_URL));
}

/**
 * A run that may move floating tags reads only what protected refs wrote: what a pull request put into a cache never gets into what is published.
 * A pull request has a cache of its own beside that; one from a fork writes none, nor does a commit that belongs to no branch.
 */
export function cacheScopes(source: Source, env: Env): CacheScopes {
	const { event, defaultBranch = "main" } = source;
	const ours: CacheScope = { kind: "protected" };
	if (event.kind === "pull_request") {
		if (event.number === undefined) return { read: [ours] };
		const own: CacheScope = { kind: "pull-request", number: event.number };
		return { read: [own, ours], ...(!isFromFork(source) && { write: own }) };
	}
	if (!mayMoveFloatingTags(source)) return { read: [ours] };
	const branch = "branch" in event ? event.branch : undefined;
	const ref = event.kind === "tag" ? `refs/tags/${event.tag}` : `refs/heads/${branch}`;
	// GITHUB_REF is the default branch for many events that are about another one.
	const isRefProtected = env.GITHUB_REF_PROTECTED === "true" && env.GITHUB_REF === ref;
	// Outside of GitHub whoever runs it holds the keys to the registry anyway.
	const isProtected = env.GITHUB_ACTIONS !== "true" || isRefProtected || branch === defaultBranch;
	return { read: [ours], ...(isProtected && { write: ours }) };
}

export interface CacheSpecs {
	readonly from: readonly string[];
	readonly to: readonly string[];
}

/** GitHub limits the rate of a repository; BuildKit would wait ten minutes for it, twice a build. */
const gitHubPatience = "timeout=2m";

/**
 * A cache of its own for each service and platform, so that none pushes another's layers out. What cannot be written is not a failure; what cannot be
 * read, neither.
 */
export function cacheSpecs(cache: Cache, plan: Plan, service: Service, image: PlannedImage): CacheSpecs {
	const { kind, read, write } = cache;
	const place = (scope: CacheScope) => placeOf(cache, plan, service, image, scope);
	const max = ["mode=max", "ignore-error=true"];
	switch (kind) {
		case "none":
			return { from: [], to: [] };
		case "inline": {
			// It lies in the published image itself; whatever tag moves has been built by a run that may publish.
			const tags = plan.tags[service.name]?.floating ?? [];
			const from = tags.slice(0, 1).map((tag) => csv(["type=registry", `ref=${service.image}:${tag}`]));
			return { from, to: ["type=inline"] };
		}
		case "gha":
			return {
				from: read.map((scope) => csv(["type=gha", `scope=${place(scope)}`, gitHubPatience])),
				to: write === undefined ? [] : [csv(["type=gha", `scope=${place(write)}`, ...max, gitHubPatience])],
			};
		case "registry":
			return {
				from: read.map((scope) => csv(["type=registry", `ref=${place(scope)}`])),
				to:
					write === undefined
						? []
						: [csv(["type=registry", `ref=${place(write)}`, ...max, "image-manifest=true", "oci-mediatypes=true"])],
			};
		case "local":
			return {
				from: read.map((scope) => csv(["type=local", `src=${place(scope)}`])),
				to: write === undefined ? [] : [csv(["type=local", `dest=${place(write)}`, ...max])],
			};
		default:
			return kind satisfies never;
	}
}

function placeOf(cache: Cache, plan: Plan, service: Service, image: PlannedImage, scope: CacheScope): string {
	const words = [
		...(scope.kind === "pull-request" ? [`pr-${scope.number}`] : []),
		image.platform.replaceAll("/", "-"),
	].join("-");
	switch (cache.kind) {
		case "registry":
			return `${service.image}:cache-${words}`;
		case "local":
			return path.join(cache.folder ?? "", plan.project, service.name, words);
		default:
			return ["lucid", plan.project, service.name, words].join("-");
	}
}
