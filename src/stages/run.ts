import type { Documents } from "../interface/documents.ts";
import type { StageOptions } from "../interface/values.ts";
import { buildPlan } from "./build.ts";
import type { EngineLook } from "./engine-look.ts";
import { writeLint } from "./lint.ts";
import { openRegistries } from "./open.ts";
import { planAndLint } from "./plan.ts";
import { publishBuilt } from "./publish.ts";
import { writeReport } from "./report.ts";
import { smokeBuilt } from "./smoke.ts";
import type { World } from "./world.ts";

/** All stages, one after another, over one plan. Whatever fails on the way, the report tells of it; what stops a whole stage is thrown after that. */
export async function run(options: StageOptions, world: World, look: EngineLook): Promise<Documents> {
	const started = world.now();
	const registry = openRegistries(options, world);
	const reach = options.smoke === "off" ? "to-build" : "to-run";
	const { plan, findings, skipped, selected } = await planAndLint(options, world, registry, reach, "all");
	let documents: Documents = { plan };
	try {
		documents = { ...documents, lint: await writeLint(options.out, findings, selected, { skipped }) };
		// It is idle while the engine builds: what the report needs is loaded meanwhile.
		void import("../report/page/page.ts");
		const build = await buildPlan(options, world, registry, plan, look);
		documents = { ...documents, build };
		const smoke = await smokeBuilt(options, world, registry, plan, build);
		documents = { ...documents, smoke };
		documents = { ...documents, publish: await publishBuilt(options, world, registry, plan, build, smoke) };
	} catch (error) {
		// A report that cannot be written either is no reason to hide why.
		await writeReport(options, world, { ...documents, plan }).catch(() => undefined);
		throw error;
	}
	documents = { ...documents, durationMs: Math.round(world.now() - started) };
	return { ...documents, report: await writeReport(options, world, { ...documents, plan }) };
}
