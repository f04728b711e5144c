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
import { openSigner, signRun } from "../sign/stage.ts";
import { smokeBuilt } from "../smoke/stage.ts";

/** Runs all stages on one plan. Without `sign`, nothing is signed. If a stage throws, the report is written first. */
export async function run(
	options: StageOptions,
	context: StageContext,
	engineLookup: EngineLookup,
): Promise<Documents> {
	const started = context.now();
	await removeDiagnoses(options.out);
	const registry = openRegistries(options, context);
	// A missing permission or key is reported before anything is built.
	const signer = options.sign === "off" ? undefined : await openSigner(options, context);
	const scope = options.smoke === "off" ? "to-build" : "to-run";
	const { progress } = context;
	const { plan, findings, skipped, selected } = await withProgress(progress, "plan", () =>
		planAndLint(options, context, { registry, scope, lint: "all" }),
	);
	let documents: Documents = { plan };
	try {
		documents = { ...documents, lint: await writeLint(options.out, findings, selected, { skipped }) };
		const prefetched = await withProgress(progress, "build", () => prefetchBuild(plan, registry, engineLookup));
		// After a failure, publish tries these services again with all others.
		const early = publishEarly(options, context, registry, { plan, ...prefetched }).catch(() => undefined);
		const build = await withProgress(progress, "build", () =>
			buildPlan({ options, context, registry, plan }, prefetched),
		).finally(async () => {
			// The report shows early publications even if the build fails.
			const publish = await early;
			if (publish !== undefined) documents = { ...documents, publish };
		});
		documents = { ...documents, build };
		const smoke = await withProgress(progress, "smoke", () => smokeBuilt(options, context, { registry, plan, build }));
		documents = { ...documents, smoke };
		if (signer !== undefined) {
			const sign = await withProgress(progress, "sign", () =>
				signRun(options, context, registry, { plan, build, smoke, signer }),
			);
			documents = { ...documents, sign };
		}
		const publish = await withProgress(progress, "publish", async () =>
			publishBuilt(options, context, registry, { plan, build, smoke, sign: documents.sign, early: await early }),
		);
		documents = { ...documents, publish };
	} catch (error) {
		// A second failure must not hide the first.
		await writeReport(options, context, { ...documents, plan }).catch(() => undefined);
		throw error;
	}
	documents = { ...documents, durationMs: Math.round(context.now() - started) };
	const report = await withProgress(progress, "report", () => writeReport(options, context, { ...documents, plan }));
	return { ...documents, report };
}
