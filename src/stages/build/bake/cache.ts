import path from "node:path";
import type { Plan, PlannedImage } from "../../../model/documents/plan.ts";
import { isFromFork, mayMoveFloatingTags, type Source } from "../../../model/documents/source.ts";
import type { Service } from "../../../model/service/service.ts";
import type { Env } from "../../../util/env.ts";
import { csv } from "./targets.ts";

/** Where layers are kept between machines: https://docs.docker.com/build/cache/backends/ */
export type CacheKind = "gha" | "registry" | "local" | "inline" | "none";

/** The scopes that a run reads and writes. `protected` is the cache of protected refs. */
export interface CacheScopes {
	readonly read: readonly CacheScope[];
	/** Undefined: this run writes no cache. */
	readonly write?: CacheScope;
}

export type CacheScope = { readonly kind: "protected" } | { readonly kind: "pull-request"; readonly number: number };

export interface Cache extends CacheScopes {
	readonly kind: CacheKind;
	/** Of `local`, absolute. */
	readonly folder?: string;
}

export const noCache: Cache = { kind: "none", read: [] };

/** `gha` if its token is present and the builder does not outlive the job; else the builder's own cache is enough. */
export function autoCacheKind(env: Env, driver: string): CacheKind {
	const lasting = driver === "remote" || driver === "kubernetes" || driver === "cloud";
	return hasGitHubCache(env) && !lasting ? "gha" : "none";
}

/** GitHub gives these variables to actions, not to `run:` steps. */
export function hasGitHubCache(env: Env): boolean {
	return Boolean(env.ACTIONS_RUNTIME_TOKEN && (env.ACTIONS_RESULTS_URL || env.ACTIONS_CACHE_URL));
}

/**
 * Runs that may move floating tags read only what such runs of protected refs wrote: nothing from a pull request's
 * cache is ever published. A pull request has its own cache too; forks and commits without a branch write none.
 */
export function cacheScopes(source: Source, env: Env, kind: CacheKind): CacheScopes {
	const { event } = source;
	const isGitHub = env.GITHUB_ACTIONS === "true";
	// Without the name of the default branch, a branch `main` may be any branch.
	const { defaultBranch = isGitHub ? undefined : "main" } = source;
	const shared: CacheScope = { kind: "protected" };
	if (event.kind === "pull_request") {
		if (event.number === undefined) return { read: [shared] };
		const own: CacheScope = { kind: "pull-request", number: event.number };
		return { read: [own, shared], ...(!isFromFork(source) && { write: own }) };
	}
	if (!mayMoveFloatingTags(source)) return { read: [shared] };
	const branch = "branch" in event ? event.branch : undefined;
	const ref = event.kind === "tag" ? `refs/tags/${event.tag}` : `refs/heads/${branch}`;
	// A plan that another job made may claim another event than that of this job.
	if (isGitHub && env.GITHUB_EVENT_NAME?.startsWith("pull_request")) return { read: [shared] };
	// GITHUB_REF is the default branch for many events that are about another one.
	const isRefProtected = env.GITHUB_REF_PROTECTED === "true" && env.GITHUB_REF === ref;
	// Outside of GitHub, a folder is the user's own, and git tags and commits without a branch are not protected at all.
	const isOwn = !isGitHub && (branch === undefined || kind === "local");
	const isDefault = branch !== undefined && branch === defaultBranch;
	return { read: [shared], ...((isOwn || isRefProtected || isDefault) && { write: shared }) };
}

/**
 * Why a run uses no cache unless one is requested: jobs of a run that is not protected can write what it reads, and its
 * signed images are to count in runs of others.
 */
export function whyNoAutoCache({ reuse }: Pick<Plan, "reuse">, { write }: CacheScopes): string | undefined {
	if (reuse?.from !== "same-repository" || write?.kind === "protected") return undefined;
	return "other jobs of a run that is not protected could write it, and the signed images would not count later";
}

export interface CacheSpecs {
	readonly from: readonly string[];
	readonly to: readonly string[];
}

/** GitHub limits requests per repository; BuildKit would wait ten minutes, twice per build. */
const gitHubTimeout = "timeout=2m";

/** One cache per service and platform, so that services do not evict each other's layers. */
export function cacheSpecs(cache: Cache, plan: Plan, service: Service, image: PlannedImage): CacheSpecs {
	const { kind, read, write } = cache;
	const place = (scope: CacheScope) => {
		const pullRequest = scope.kind === "pull-request" ? `pr-${scope.number}-` : "";
		const key = `${pullRequest}${image.platform.replaceAll("/", "-")}`;
		if (kind === "registry") return `${service.image}:cache-${key}`;
		if (kind === "local") return path.join(cache.folder ?? "", plan.project, service.name, key);
		// No name has a slash: pull request 7 of `api` is not the service `api-pr-7`.
		return `lucid/${plan.project}/${service.name}/${key}`;
	};
	const options = ["mode=max", "ignore-error=true"];
	switch (kind) {
		case "none":
			return { from: [], to: [] };
		case "inline": {
			// A merge publishes what its pull request built, so only protected refs put a cache into an image.
			const tags = plan.tags[service.name]?.floating ?? [];
			const from = tags.slice(0, 1).map((tag) => csv(["type=registry", `ref=${service.image}:${tag}`]));
			return { from, to: write?.kind === "protected" ? ["type=inline"] : [] };
		}
		case "gha":
			return {
				from: read.map((scope) => csv(["type=gha", `scope=${place(scope)}`, gitHubTimeout])),
				to: write === undefined ? [] : [csv(["type=gha", `scope=${place(write)}`, ...options, gitHubTimeout])],
			};
		case "registry":
			return {
				from: read.map((scope) => csv(["type=registry", `ref=${place(scope)}`])),
				to:
					write === undefined
						? []
						: [csv(["type=registry", `ref=${place(write)}`, ...options, "image-manifest=true", "oci-mediatypes=true"])],
			};
		case "local":
			return {
				from: read.map((scope) => csv(["type=local", `src=${place(scope)}`])),
				to: write === undefined ? [] : [csv(["type=local", `dest=${place(write)}`, ...options])],
			};
		default:
			return kind satisfies never;
	}
}
