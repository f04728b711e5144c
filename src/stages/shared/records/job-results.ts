import type { Registry } from "../../../adapters/registry/registry.ts";
import type { BuildResult, BuiltImage } from "../../../model/documents/build.ts";
import { isPackedDocument, unpackDocument } from "../../../model/documents/pack-document.ts";
import type { Plan } from "../../../model/documents/plan.ts";
import type { SmokedService, SmokeResult } from "../../../model/documents/smoke.ts";
import { isFromFork } from "../../../model/documents/source.ts";
import { repositoryOf } from "../../../model/oci/reference.ts";
import { smokeCriteria } from "../../../model/service/smoke-criteria.ts";
import type { StageOptions } from "../../../options/parse-options.ts";
import { cleanupSignal, isCancelled } from "../../../util/deadline.ts";
import { buildResultFromRegistry } from "../built-images/build-result-from-registry.ts";
import type { StageContext } from "../context.ts";
import { readDocumentIn, writeDocument } from "../documents-folder.ts";
import { openRegistries } from "../open-catalog.ts";
import { type JobResultKind, readJobResult, workflowRunId, writeJobResult } from "./job-results-store.ts";
import { serviceOfPlan, smokeStandingReader } from "./smoke-standing.ts";

type Row = { readonly service: string; readonly platform: string };

/** Leaves rows for the report of this run, each beside its image. One that cannot be written is told, and fails nothing. */
export async function storeJobResults(
	rows: readonly Row[],
	kind: JobResultKind,
	plan: Plan,
	world: StageContext,
): Promise<void> {
	const run = workflowRunId(world.env);
	if (run === undefined || isCancelled(world.signal) || isFromFork(plan.source)) return;
	const registry = openRegistries({ mirror: new Map() }, { ...world, signal: cleanupSignal(world.signal) });
	const failed = await Promise.all(
		rows.map(async (row) => {
			const image = plan.images.find(({ service, platform }) => service === row.service && platform === row.platform);
			if (image === undefined) return undefined;
			return writeJobResult(registry, image.contentRef, kind, { run, row }).then(
				() => undefined,
				(error: Error) => error.message.split("\n", 1)[0],
			);
		}),
	);
	const first = failed.find((problem) => problem !== undefined);
	if (first !== undefined) world.log(`not all could be left in the registry for the report: ${first}`);
}

/** Puts what other jobs of this run left in the registry, or packed, into the run's folder, as if it had been made here. What is there already stays. */
export async function loadJobResults(options: StageOptions, world: StageContext, plan: Plan): Promise<void> {
	const { out, publishResult } = options;
	const registry = openRegistries(options, world);
	const run = workflowRunId(world.env);
	if (publishResult !== undefined && isPackedDocument(publishResult))
		await writeDocument(out, unpackDocument(publishResult, "lucid.publish"));
	const build = (await readDocumentIn<BuildResult>(out, "lucid.build", 1)) ?? (await recallBuild(plan, registry, run));
	await writeDocument(out, build);
	if ((await readDocumentIn<SmokeResult>(out, "lucid.smoke", 1)) !== undefined) return;
	await writeDocument(out, await recallSmoke(plan, build, registry, run));
}

async function recallBuild(plan: Plan, registry: Registry, run: string | undefined): Promise<BuildResult> {
	const found = await buildResultFromRegistry(plan, registry);
	const toBuild = new Set(plan.images.flatMap((one) => (one.decision.kind === "build" ? one.contentRef : [])));
	const images = await Promise.all(
		found.images.map(async (image): Promise<readonly BuiltImage[]> => {
			const note = run === undefined ? undefined : await readJobResult(registry, image.contentRef, "build", run);
			const row = note as BuiltImage | undefined;
			// The registry has the last word on what is there.
			if (image.digest !== undefined) return [row?.digest === image.digest ? row : image];
			if (row !== undefined && row.digest === undefined) return [row];
			// No job of this run says why it was not built: its leg ended without a result.
			return image.outcome === "skipped" && toBuild.has(image.contentRef) ? [] : [image];
		}),
	);
	return { ...found, images: images.flat() };
}

async function recallSmoke(
	plan: Plan,
	build: BuildResult,
	registry: Registry,
	run: string | undefined,
): Promise<SmokeResult> {
	const rows = await Promise.all(
		build.images.map(async ({ service, platform, digest, contentRef }): Promise<readonly SmokedService[]> => {
			if (digest === undefined || !plan.selected.includes(service)) return [];
			const told = run === undefined ? undefined : await readJobResult(registry, contentRef, "tried", run);
			if (told?.digest === digest) return [told as unknown as SmokedService];
			const found = await smokeStandingReader("changed", registry, plan)({ service, platform, digest });
			if (found.kind !== "passed") return [];
			const { revision: passedBefore } = found;
			const reason = `these very bytes passed smoke before, for ${passedBefore.slice(0, 12)}`;
			const { hash: trial } = smokeCriteria(plan, serviceOfPlan(plan, service));
			const row = { service, platform, ref: `${repositoryOf(contentRef)}@${digest}`, digest, trial };
			return [{ ...row, verdict: "skipped", reason, passedBefore, probes: [] }];
		}),
	);
	const { revision } = plan.source;
	return { kind: "lucid.smoke", version: 1, revision, network: plan.network, services: rows.flat(), durationMs: 0 };
}
