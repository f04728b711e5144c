import type { Documents } from "../interface/documents.ts";
import type { StageOptions } from "../interface/values.ts";
import { during } from "../progress.ts";
import { aheadOf, buildPlan } from "./build.ts";
import type { EngineLook } from "./engine-look.ts";
import { writeLint } from "./lint.ts";
import { openRegistries } from "./open.ts";
import { planAndLint } from "./plan.ts";
import { publishBuilt } from "./publish.ts";
import { publishAhead } from "./publish-ahead.ts";
import { writeReport } from "./report.ts";
import { smokeBuilt } from "./smoke.ts";
import { removeDiagnoses } from "./smoke-files.ts";
import type { World } from "./world.ts";

/** All stages, one after another, over one plan. Whatever fails on the way, the report tells of it; what stops a whole stage is thrown after that. */
export async function run(options: StageOptions, world: World, look: EngineLook): Promise<Documents> {
	const started = world.now();
	await removeDiagnoses(options.out);
	const registry = openRegistries(options, world);
	const reach = options.smoke === "off" ? "to-build" : "to-run";
	const { progress } = world;
	const { plan, findings, skipped, selected } = await during(progress, "plan", () =>
		planAndLint(options, world, registry, reach, "all"),
	);
	let documents: Documents = { plan };
	try {
		documents = { ...documents, lint: await writeLint(options.out, findings, selected, { skipped }) };
		// It is idle while the engine builds: what the report needs is loaded meanwhile.
		void import("../report/page/page.ts");
		const known = await during(progress, "build", () => aheadOf(plan, registry, look));
		// What does not come to an end here is tried again when all the others are published.
		const early = publishAhead(options, world, registry, plan, known.published).catch(() => undefined);
		const build = await during(progress, "build", () => buildPlan(options, world, registry, plan, known)).finally(
			async () => {
				// What was written is told, whatever becomes of the build.
				const publish = await early;
				if (publish !== undefined) documents = { ...documents, publish };
			},
		);
		documents = { ...documents, build };
		const smoke = await during(progress, "smoke", () => smokeBuilt(options, world, registry, plan, build));
		documents = { ...documents, smoke };
		const publish = await during(progress, "publish", async () =>
			publishBuilt(options, world, registry, plan, build, smoke, await early),
		);
		documents = { ...documents, publish };
	} catch (error) {
		// A report that cannot be written either is no reason to hide why.
		await writeReport(options, world, { ...documents, plan }).catch(() => undefined);
		throw error;
	}
	documents = { ...documents, durationMs: Math.round(world.now() - started) };
	const report = await during(progress, "report", () => writeReport(options, world, { ...documents, plan }));
	return { ...documents, report };
}
