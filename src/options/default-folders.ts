import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { basename, dirname, join } from "node:path";

type Env = Readonly<Record<string, string | undefined>>;

/** The project's own folder on this machine; everything that is kept between runs is in it. */
export function cacheFolder(env: Env): string {
	return env.LUCID_CACHE || join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "lucid-build-action");
}

/**
 * Where documents, logs and the report go when nobody says: never inside the workspace, since an untracked file there
 * would be an input of the next build. One folder for each catalog, so that stages run one by one find each other's work.
 */
export function defaultOutFolder(env: Env, catalog: string): string {
	if (env.GITHUB_ACTIONS === "true" && env.RUNNER_TEMP) return join(env.RUNNER_TEMP, "lucid");
	const hash = createHash("sha256").update(catalog).digest("hex").slice(0, 8);
	return join(cacheFolder(env), "out", `${basename(dirname(catalog))}-${hash}`);
}

/** For what later runs believe unseen: in a job its own folder, so that nothing that an earlier job left is ever believed. */
export function trustedCacheFolder(env: Env): string {
	return env.GITHUB_ACTIONS === "true" && env.RUNNER_TEMP ? env.RUNNER_TEMP : cacheFolder(env);
}

/** Where what V8 made of the bundle is kept. */
export function compileCacheFolder(env: Env): string {
	return join(trustedCacheFolder(env), "compiled");
}
