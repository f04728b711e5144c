import { existsSync } from "node:fs";
import path from "node:path";
import { openCheckout, prefetchBranches, prefetchCheckout } from "../adapters/git/checkout.ts";
import type { Plan } from "../model/documents/plan.ts";
import type { StageOptions } from "../options/parse-options.ts";
import { catalogRoot, openGit } from "./shared/catalog-root.ts";
import type { StageContext } from "./shared/context.ts";
import { type EngineLookup, openEngineLookup } from "./shared/engine-lookup.ts";

/**
 * The stages, for whichever face: options and a world in, a document out, also written to the run's folder. Each is loaded when it is wanted. Git is asked
 * before that, and so is the engine where there is mostly something to build: they answer meanwhile, and starting a process costs the more the more has
 * been loaded.
 */
export const stages = {
	plan: async (options, world) => {
		const asked = ahead(options, world);
		return (await import("./plan/stage.ts")).plan(options, asked);
	},
	run: async (options, world) => {
		using look = openEngineLookup(options, world);
		const asked = ahead(options, world, look);
		return await (await import("./lazy-stages.ts")).run(options, asked, look);
	},
	lint: async (options, world) => (await import("./lazy-stages.ts")).lint(options, world),
	build: async (options, world) => {
		using look = openEngineLookup(options, world);
		const asked = ahead(options, world, options.print ? undefined : look);
		return await (await import("./lazy-stages.ts")).build(options, asked, look);
	},
	verify: async (options, world) => (await import("./lazy-stages.ts")).verify(options, world),
	smoke: async (options, world) => (await import("./lazy-stages.ts")).smoke(options, world),
	publish: async (options, world) => (await import("./lazy-stages.ts")).publish(options, world),
	report: async (options, world) => (await import("./lazy-stages.ts")).report(options, world),
	"verify-host": async (options, world) => (await import("./lazy-stages.ts")).verifyHost(options, world),
	init: async (options, world) => (await import("./init/stage.ts")).init(options, world),
	doctor: async (options, world) => (await import("./doctor/stage.ts")).doctor(options, world),
} as const satisfies Readonly<Record<string, (options: StageOptions, world: StageContext) => Promise<unknown>>>;

/** The part of a plan that a stage went by which was given a plan: see {@link import("./plan/load-plan.ts").partOf}. */
export async function narrowGivenPlan(plan: Plan, file: string, options: StageOptions): Promise<Plan> {
	return (await import("./lazy-stages.ts")).narrowPlan(plan, file, options);
}

/** Loads all stages, from here: an import of its own elsewhere would put them into the bundle twice. The check of the bundle calls it. */
export async function loadStages(): Promise<void> {
	await Promise.all([
		import("./plan/stage.ts"),
		import("./lazy-stages.ts"),
		import("./init/stage.ts"),
		import("./doctor/stage.ts"),
	]);
}

/**
 * Asks git, and looks at the engine, for who will want to know. Who goes by a plan that is given asks git nothing; who has neither a plan nor a catalog is
 * told so at once, and nobody is asked anything.
 */
function ahead(options: StageOptions, world: StageContext, look?: EngineLookup): StageContext {
	const { plan, catalog } = options;
	if (plan === undefined && !existsSync(path.resolve(world.cwd, catalog))) return world;
	const asked = plan === undefined ? askGit(options, world) : world;
	look?.prefetch();
	return asked;
}

function askGit(options: StageOptions, world: StageContext): StageContext {
	const checkout = openCheckout(openGit(catalogRoot(options, world), world));
	prefetchCheckout(checkout);
	if (world.env.GITHUB_ACTIONS !== "true") prefetchBranches(checkout);
	return { ...world, checkout };
}
