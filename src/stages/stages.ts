import { existsSync } from "node:fs";
import path from "node:path";
import { openCheckout, prefetchBranches, prefetchCheckout } from "../adapters/git/checkout.ts";
import type { Plan } from "../model/documents/plan.ts";
import type { StageOptions } from "../options/parse-options.ts";
import { catalogRoot, openGit } from "./shared/catalog-root.ts";
import type { StageContext } from "./shared/context.ts";
import { type EngineLookup, openEngineLookup } from "./shared/engine-lookup.ts";

/**
 * The stages: each takes options and context and returns its document, which it also writes to the run's folder. The
 * code of a stage is loaded when it is called. Git and the engine get their requests before that: they answer while the
 * code loads, and a small process starts others faster.
 */
export const stages = {
	plan: async (options, context) => {
		const prefetched = prefetchRun(options, context);
		return (await import("./plan/stage.ts")).plan(options, prefetched);
	},
	run: async (options, context) => {
		using lookup = openEngineLookup(options, context);
		const prefetched = prefetchRun(options, context, lookup);
		return await (await import("./lazy-stages.ts")).run(options, prefetched, lookup);
	},
	lint: async (options, context) => (await import("./lazy-stages.ts")).lint(options, context),
	build: async (options, context) => {
		using lookup = openEngineLookup(options, context);
		const prefetched = prefetchRun(options, context, options.print ? undefined : lookup);
		return await (await import("./lazy-stages.ts")).build(options, prefetched, lookup);
	},
	verify: async (options, context) => (await import("./lazy-stages.ts")).verify(options, context),
	smoke: async (options, context) => (await import("./lazy-stages.ts")).smoke(options, context),
	sign: async (options, context) => (await import("./lazy-stages.ts")).sign(options, context),
	publish: async (options, context) => (await import("./lazy-stages.ts")).publish(options, context),
	report: async (options, context) => (await import("./lazy-stages.ts")).report(options, context),
	"verify-host": async (options, context) => (await import("./lazy-stages.ts")).verifyHost(options, context),
	init: async (options, context) => (await import("./init/stage.ts")).init(options, context),
	doctor: async (options, context) => (await import("./doctor/stage.ts")).doctor(options, context),
} as const satisfies Readonly<Record<string, (options: StageOptions, context: StageContext) => Promise<unknown>>>;

/** The plan that a stage used, from the run's folder. */
export async function loadPlanOfRun(options: StageOptions): Promise<Plan | undefined> {
	return (await import("./lazy-stages.ts")).planOfRun(options);
}

/** Loads all stages, for the check of the bundle. An import elsewhere would put them into the bundle twice. */
export async function loadStages(): Promise<void> {
	await Promise.all([
		import("./plan/stage.ts"),
		import("./lazy-stages.ts"),
		import("./init/stage.ts"),
		import("./doctor/stage.ts"),
	]);
}

/** Asks git and the engine. With a given plan, git is not needed; without plan and catalog, the stage fails at once. */
function prefetchRun(options: StageOptions, context: StageContext, lookup?: EngineLookup): StageContext {
	const { plan, catalog } = options;
	if (plan === undefined && !existsSync(path.resolve(context.cwd, catalog))) return context;
	const prefetched = plan === undefined ? askGit(options, context) : context;
	lookup?.prefetch();
	return prefetched;
}

function askGit(options: StageOptions, context: StageContext): StageContext {
	const checkout = openCheckout(openGit(catalogRoot(options, context), context));
	prefetchCheckout(checkout);
	if (context.env.GITHUB_ACTIONS !== "true") prefetchBranches(checkout);
	return { ...context, checkout };
}
