import type { Documents } from "../../model/documents/documents.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { withProgress } from "../../util/progress.ts";
import { buildPlan, prefetchBuild } from "../build/stage.ts";
import { writeLint } from "../lint/stage.ts";
import { planAndLint } from "../plan/stage.ts";
import { publishEarly } from "../publish/publish-early.ts";
import { publishBuilt } from "../publish/stage.ts";
import { writeReport } from "../report/stage.ts";
import type { StageContext } from "../shared/context.ts";
import type { EngineLookup } from "../shared/engine-lookup.ts";
import { openRegistries } from "../shared/open-catalog.ts";
import { removeDiagnoses } from "../shared/smoke-files.ts";
import { smokeBuilt } from "../smoke/stage.ts";

/** All stages, one after another, over one plan. Whatever fails on the way, the report tells of it; what stops a whole stage is thrown after that. */
export async function run(options: StageOptions, world: StageContext, look: EngineLookup): Promise<Documents> {
	const started = world.now();
	await removeDiagnoses(options.out);
	const registry = openRegistries(options, world);
	const reach = options.smoke === "off" ? "to-build" : "to-run";
	const { progress } = world;
	const { plan, findings, skipped, selected } = await withProgress(progress, "plan", () =>
		planAndLint(options, world, registry, reach, "all"),
	);
	let documents: Documents = { plan };
	try {
		documents = { ...documents, lint: await writeLint(options.out, findings, selected, { skipped }) };
		// It is idle while the engine builds: what the report needs is loaded meanwhile.
		void import("../../presentation/page/page.ts");
		const known = await withProgress(progress, "build", () => prefetchBuild(plan, registry, look));
		// What does not come to an end here is tried again when all the others are published.
		const early = publishEarly(options, world, registry, plan, known.published).catch(() => undefined);
		const build = await withProgress(progress, "build", () =>
			buildPlan({ options, context: world, registry, plan }, known),
		).finally(async () => {
			// What was written is told, whatever becomes of the build.
			const publish = await early;
			if (publish !== undefined) documents = { ...documents, publish };
		});
		documents = { ...documents, build };
		const smoke = await withProgress(progress, "smoke", () => smokeBuilt(options, world, { registry, plan, build }));
		documents = { ...documents, smoke };
		const publish = await withProgress(progress, "publish", async () =>
			publishBuilt(options, world, registry, plan, build, smoke, await early),
		);
		documents = { ...documents, publish };
	} catch (error) {
		// A report that cannot be written either is not a reason to hide why.
		await writeReport(options, world, { ...documents, plan }).catch(() => undefined);
		throw error;
	}
	documents = { ...documents, durationMs: Math.round(world.now() - started) };
	const report = await withProgress(progress, "report", () => writeReport(options, world, { ...documents, plan }));
	return { ...documents, report };
}
