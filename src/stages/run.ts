import type { Documents } from "../interface/documents.ts";
import type { StageOptions } from "../interface/values.ts";
import { buildPlan } from "./build.ts";
import { lint } from "./lint.ts";
import { openRegistries } from "./open.ts";
import { plan as makePlan } from "./plan.ts";
import { publishBuilt } from "./publish.ts";
import { writeReport } from "./report.ts";
import { smokeBuilt } from "./smoke.ts";
import type { World } from "./world.ts";

/** All stages, one after another, over one plan. The report tells of every service that fails on the way; what stops a whole stage is thrown. */
export async function run(options: StageOptions, world: World): Promise<Documents> {
	const started = world.now();
	const registry = openRegistries(options, world);
	const plan = await makePlan(options, world, registry, options.smoke === "off" ? "to-build" : "to-run");
	const findings = await lint(options, world);
	const build = await buildPlan(options, world, registry, plan);
	const smoke = await smokeBuilt(options, world, registry, plan, build);
	const publish = await publishBuilt(options, world, plan, build, smoke);
	const documents = { plan, lint: findings, build, smoke, publish, durationMs: Math.round(world.now() - started) };
	return { ...documents, report: await writeReport(options.out, documents) };
}
