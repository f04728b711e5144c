import type * as Library from "@actions/cache";
import { runToolkit } from "../job-log.ts";

/** What came of asking GitHub's cache for a folder. */
export type RestoreResult =
	| { readonly kind: "hit" }
	| { readonly kind: "miss" }
	/** There is no cache service here. */
	| { readonly kind: "none" }
	| { readonly kind: "failed"; readonly why: string };

/** How long the cache may take before doing without it is faster, milliseconds. */
const longest = 60_000;

/** Without a service the library, which is large, is not even loaded. */
const isThere = (env: NodeJS.ProcessEnv) => Boolean(env.ACTIONS_RESULTS_URL || env.ACTIONS_CACHE_URL);

/** Loads the library while somebody waits for something else. */
export function preloadCacheLibrary(): void {
	if (isThere(process.env)) import("@actions/cache").catch(() => {});
}

/** Brings a folder back: the newest entry whose key starts with `prefix`. Never rejects: a cache is not needed. */
export async function restoreFolder(folder: string, prefix: string): Promise<RestoreResult> {
	return patiently(async ({ restoreCache }) => {
		const { value, complaints } = await runToolkit(() => restoreCache([folder], keyOfThisRun(prefix), [prefix]));
		if (value !== undefined) return { kind: "hit" };
		return complaints.length === 0 ? { kind: "miss" } : { kind: "failed", why: complaints.join("; ") };
	});
}

/** Keeps a folder for later jobs. Answers why that failed; undefined when it did not. Never rejects. */
export async function saveFolder(folder: string, prefix: string): Promise<string | undefined> {
	const saved = await patiently(async ({ saveCache }) => {
		const { value, complaints } = await runToolkit(() => saveCache([folder], keyOfThisRun(prefix)));
		// Another job of this run was faster where nobody complains.
		return value === -1 && complaints.length > 0 ? { kind: "failed", why: complaints.join("; ") } : { kind: "hit" };
	});
	return saved.kind === "failed" ? saved.why : undefined;
}

/** An entry never changes once it is written: a run that finds a broken one writes one of its own, which is newer. */
function keyOfThisRun(prefix: string): string {
	return `${prefix}${process.env.GITHUB_RUN_ID ?? "0"}-${process.env.GITHUB_RUN_ATTEMPT ?? "1"}`;
}

async function patiently(work: (library: typeof Library) => Promise<RestoreResult>): Promise<RestoreResult> {
	if (!isThere(process.env)) return { kind: "none" };
	let timer: NodeJS.Timeout | undefined;
	const tooLong = new Promise<RestoreResult>((resolve) => {
		timer = setTimeout(resolve, longest, { kind: "failed", why: `no answer in ${longest / 1000} s` });
	});
	try {
		return await Promise.race([import("@actions/cache").then(work), tooLong]);
	} catch (error) {
		return { kind: "failed", why: error instanceof Error ? error.message : String(error) };
	} finally {
		clearTimeout(timer);
	}
}
