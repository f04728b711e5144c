import type { Registry } from "../../../adapters/registry/registry.ts";
import {
	type BuildResult,
	type BuiltImage,
	buildResultSchema,
	builtImageSchema,
} from "../../../model/documents/build.ts";
import { isPackedDocument, unpackDocument } from "../../../model/documents/pack-document.ts";
import type { Plan } from "../../../model/documents/plan.ts";
import { publishResultSchema } from "../../../model/documents/publish.ts";
import {
	type SmokedService,
	type SmokeResult,
	smokedServiceSchema,
	smokeResultSchema,
} from "../../../model/documents/smoke.ts";
import { isFromFork } from "../../../model/documents/source.ts";
import { repositoryOf } from "../../../model/oci/reference.ts";
import { smokeCriteria } from "../../../model/service/smoke-criteria.ts";
import type { StageOptions } from "../../../options/parse-options.ts";
import { cleanupSignal, isCancelled } from "../../../util/deadline.ts";
import { fits } from "../../../util/json.ts";
import { buildResultFromRegistry } from "../built-images/build-result-from-registry.ts";
import type { StageContext } from "../context.ts";
import { readDocumentIn, writeDocument } from "../documents-folder.ts";
import { openRegistries } from "../open-catalog.ts";
import { type JobResultKind, readJobResult, workflowRunId, writeJobResult } from "./job-results-store.ts";
import { serviceOfPlan, smokeStandingReader } from "./smoke-standing.ts";

type Row = { readonly service: string; readonly platform: string };

/** Stores rows beside their images for the report of this run. A failure is only logged. */
export async function storeJobResults(
	rows: readonly Row[],
	kind: JobResultKind,
	plan: Plan,
	context: StageContext,
): Promise<void> {
	const run = workflowRunId(context.env);
	if (run === undefined || isCancelled(context.signal) || isFromFork(plan.source)) return;
	const registry = openRegistries({ mirror: new Map() }, { ...context, signal: cleanupSignal(context.signal) });
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
	if (first !== undefined) context.log(`some results could not be stored in the registry for the report: ${first}`);
}

/** Writes the results of this run's other jobs to its folder. Existing documents stay. */
export async function loadJobResults(options: StageOptions, context: StageContext, plan: Plan): Promise<void> {
	const { out, publishResult } = options;
	const registry = openRegistries(options, context);
	const run = workflowRunId(context.env);
	if (publishResult !== undefined && isPackedDocument(publishResult))
		await writeDocument(out, unpackDocument(publishResult, publishResultSchema));
	const build = (await readDocumentIn(out, buildResultSchema)) ?? (await loadBuild(plan, registry, run));
	await writeDocument(out, build);
	if ((await readDocumentIn(out, smokeResultSchema)) !== undefined) return;
	await writeDocument(out, await loadSmoke(plan, build, registry, run));
}

async function loadBuild(plan: Plan, registry: Registry, run: string | undefined): Promise<BuildResult> {
	const fromRegistry = await buildResultFromRegistry(plan, registry);
	const toBuild = new Set(plan.images.flatMap((image) => (image.decision.kind === "build" ? image.contentRef : [])));
	const images = await Promise.all(
		fromRegistry.images.map(async (image): Promise<readonly BuiltImage[]> => {
			const stored = run === undefined ? undefined : await readJobResult(registry, image.contentRef, "build", run);
			const row = fits(builtImageSchema, stored) ? stored : undefined;
			// The registry decides what exists.
			if (image.digest !== undefined) return [row?.digest === image.digest ? row : image];
			if (row !== undefined && row.digest === undefined) return [row];
			// Its leg ended without a result.
			return image.outcome === "skipped" && toBuild.has(image.contentRef) ? [] : [image];
		}),
	);
	return { ...fromRegistry, images: images.flat() };
}

async function loadSmoke(
	plan: Plan,
	build: BuildResult,
	registry: Registry,
	run: string | undefined,
): Promise<SmokeResult> {
	const rows = await Promise.all(
		build.images.map(async ({ service, platform, digest, contentRef }): Promise<readonly SmokedService[]> => {
			if (digest === undefined || !plan.selected.includes(service)) return [];
			const stored = run === undefined ? undefined : await readJobResult(registry, contentRef, "tried", run);
			if (fits(smokedServiceSchema, stored) && stored.digest === digest) return [stored];
			const fromRegistry = await smokeStandingReader("changed", registry, plan)({ service, platform, digest });
			if (fromRegistry.kind !== "passed") return [];
			const { revision: passedBefore } = fromRegistry;
			const reason = `this image passed smoke before, for ${passedBefore.slice(0, 12)}`;
			const { hash: trial } = smokeCriteria(plan, serviceOfPlan(plan, service));
			const row = { service, platform, ref: `${repositoryOf(contentRef)}@${digest}`, digest, trial };
			return [{ ...row, verdict: "skipped", reason, passedBefore, probes: [] }];
		}),
	);
	const { revision } = plan.source;
	return { kind: "lucid.smoke", version: 1, revision, network: plan.network, services: rows.flat(), durationMs: 0 };
}
