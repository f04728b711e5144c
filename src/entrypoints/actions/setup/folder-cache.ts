import type * as Library from "@actions/cache";
import { prefetch } from "../../../util/prefetch.ts";
import { runToolkit } from "../job-log.ts";

/** The result of a cache lookup. */
export type RestoreResult =
	| { readonly kind: "hit" }
	| { readonly kind: "miss" }
	/** There is no cache service. */
	| { readonly kind: "none" }
	| { readonly kind: "failed"; readonly why: string };

/** After this time in milliseconds, continuing without the cache is faster. */
const timeoutMs = 60_000;

/** The library is large, so it is loaded only if there is a cache service. */
const hasService = (env: NodeJS.ProcessEnv) => Boolean(env.ACTIONS_RESULTS_URL || env.ACTIONS_CACHE_URL);

/** Loads the library in the background. */
export function preloadCacheLibrary(): void {
	if (hasService(process.env)) void prefetch(() => import("@actions/cache"));
}

/** Restores the newest entry whose key starts with `prefix`. Never rejects, because the cache is optional. */
export async function restoreFolder(folder: string, prefix: string): Promise<RestoreResult> {
	return withTimeout(async ({ restoreCache }) => {
		const { value, warnings } = await runToolkit(() => restoreCache([folder], keyOfThisRun(prefix), [prefix]));
		if (value !== undefined) return { kind: "hit" };
		return warnings.length === 0 ? { kind: "miss" } : { kind: "failed", why: warnings.join("; ") };
	});
}

/** Saves a folder for later jobs. Returns the reason if it failed. Never rejects. */
export async function saveFolder(folder: string, prefix: string): Promise<string | undefined> {
	const saved = await withTimeout(async ({ saveCache }) => {
		const { value, warnings } = await runToolkit(() => saveCache([folder], keyOfThisRun(prefix)));
		// Without warnings, another job of this run saved it first.
		return value === -1 && warnings.length > 0 ? { kind: "failed", why: warnings.join("; ") } : { kind: "hit" };
	});
	return saved.kind === "failed" ? saved.why : undefined;
}

/** Entries are immutable: a run that finds a broken one saves its own, which is newer. */
function keyOfThisRun(prefix: string): string {
	return `${prefix}${process.env.GITHUB_RUN_ID ?? "0"}-${process.env.GITHUB_RUN_ATTEMPT ?? "1"}`;
}

async function withTimeout(work: (library: typeof Library) => Promise<RestoreResult>): Promise<RestoreResult> {
	if (!hasService(process.env)) return { kind: "none" };
	let timer: NodeJS.Timeout | undefined;
	const timeout = new Promise<RestoreResult>((resolve) => {
		timer = setTimeout(resolve, timeoutMs, { kind: "failed", why: `no answer in ${timeoutMs / 1000} s` });
	});
	try {
		return await Promise.race([import("@actions/cache").then(work), timeout]);
	} catch (error) {
		return { kind: "failed", why: error instanceof Error ? error.message : String(error) };
	} finally {
		clearTimeout(timer);
	}
}
