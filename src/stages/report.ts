import path from "node:path";
import type { BuildResult } from "../documents/build.ts";
import type { LintResult } from "../documents/finding.ts";
import type { PublishResult } from "../documents/publish.ts";
import type { SmokeResult } from "../documents/smoke.ts";
import type { VerifyResult } from "../documents/verify.ts";
import type { Documents, ReportResult } from "../interface/documents.ts";
import type { StageOptions } from "../interface/values.ts";
import { stepSummary } from "../report/summary.ts";
import { lastDocument, writeWhole } from "./folder.ts";
import { planFor } from "./follow.ts";
import { recall } from "./recall.ts";
import type { World } from "./world.ts";

/** Writes the page and the summary of whatever documents the run's folder holds. */
export async function report(options: StageOptions, world: World): Promise<ReportResult> {
	const { out } = options;
	const plan = await planFor(options, world);
	if (options.recall) await recall(options, world, plan);
	const [lint, build, verify, smoke, publish] = await Promise.all([
		lastDocument<LintResult>(out, "lucid.lint", 1),
		lastDocument<BuildResult>(out, "lucid.build", 1),
		lastDocument<VerifyResult>(out, "lucid.verify", 1),
		lastDocument<SmokeResult>(out, "lucid.smoke", 1),
		lastDocument<PublishResult>(out, "lucid.publish", 1),
	]);
	// A document of an earlier run in the same folder says nothing about this one.
	const mine = <T extends { readonly revision: string }>(document: T | undefined) =>
		document?.revision === plan.source.revision ? document : undefined;
	return writeReport(out, {
		plan,
		...(lint && { lint }),
		...(mine(build) && { build: build as BuildResult }),
		...(mine(verify) && { verify: verify as VerifyResult }),
		...(mine(smoke) && { smoke: smoke as SmokeResult }),
		...(mine(publish) && { publish: publish as PublishResult }),
	});
}

/** The report of documents at hand. */
export async function writeReport(out: string, { plan, ...rest }: Documents): Promise<ReportResult> {
	if (plan === undefined) throw new Error("a report needs a plan");
	// The page's renderer is only loaded where a page is written.
	const { reportPage } = await import("../report/page.ts");
	const files = {
		page: await writeWhole(path.join(out, "report.html"), reportPage({ plan, ...rest })),
		summary: await writeWhole(path.join(out, "summary.md"), `${stepSummary({ plan, ...rest })}\n`),
	};
	return { kind: "lucid.report", version: 1, files };
}
