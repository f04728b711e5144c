import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { basename, dirname, join } from "node:path";

type Env = Readonly<Record<string, string | undefined>>;

/** The project's cache folder on this machine: everything that is kept between runs. */
export function cacheFolder(env: Env): string {
	return env.LUCID_CACHE || join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "lucid-build-action");
}

/**
 * Default folder for documents, logs and the report. It is outside the workspace: an untracked file there would be
 * an input of the next build. There is one folder per catalog, so that stages find the documents of earlier stages.
 */
export function defaultOutFolder(env: Env, catalog: string): string {
	if (env.GITHUB_ACTIONS === "true" && env.RUNNER_TEMP) return join(env.RUNNER_TEMP, "lucid");
	const hash = createHash("sha256").update(catalog).digest("hex").slice(0, 8);
	return join(cacheFolder(env), "out", `${basename(dirname(catalog))}-${hash}`);
}

/** Folder whose content later runs trust without a check. In a job, the job's own: earlier jobs are not trusted. */
export function trustedCacheFolder(env: Env): string {
	return env.GITHUB_ACTIONS === "true" && env.RUNNER_TEMP ? env.RUNNER_TEMP : cacheFolder(env);
}

/** Folder of Node's compile cache for the bundle. */
export function compileCacheFolder(env: Env): string {
	return join(trustedCacheFolder(env), "compiled");
}
