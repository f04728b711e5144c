import type { z } from "zod";
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
import type { Infer } from "../../../util/json.ts";
import { buildResultFromRegistry } from "../built-images/build-result-from-registry.ts";
import type { StageContext } from "../context.ts";
import { readDocumentIn, writeDocument } from "../documents-folder.ts";
import { openRegistries, type RegistryOptionsOfStage } from "../open-catalog.ts";
import { signaturesOf } from "../reuse.ts";
import { type JobResultKind, readJobResult, workflowRunId, writeJobResult } from "./job-results-store.ts";
import { type SmokeProofs, serviceOfPlan, smokeStandingReader } from "./smoke-standing.ts";

type Row = { readonly service: string; readonly platform: string };

/** Stores rows beside their images for the report of this run. A failure is only logged. */
export async function storeJobResults(
	rows: readonly Row[],
	kind: JobResultKind,
	plan: Plan,
	{ options = {}, ...context }: StageContext & { readonly options?: RegistryOptionsOfStage },
): Promise<void> {
	const run = workflowRunId(context.env);
	if (run === undefined || isCancelled(context.signal) || isFromFork(plan.source)) return;
	const registry = openRegistries(options, { ...context, signal: cleanupSignal(context.signal) });
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
	const onIgnored = (note: string) => context.log(`note: found, but ${note}`);
	const records = { registry, signatures: await signaturesOf(registry, plan, options, context), run, onIgnored };
	const build = (await readDocumentIn(out, buildResultSchema)) ?? (await loadBuild(plan, records));
	await writeDocument(out, build);
	if ((await readDocumentIn(out, smokeResultSchema)) !== undefined) return;
	await writeDocument(out, await loadSmoke(plan, build, records));
}

/** What other jobs left in the registry. */
interface JobRecords extends SmokeProofs {
	readonly registry: Registry;
	/** The workflow run; undefined outside of GitHub Actions, where no job leaves results. */
	readonly run: string | undefined;
	readonly onIgnored: (note: string) => void;
}

/** The row that a job of this run left for an image. */
async function readRow<S extends z.ZodType<Row>>(
	{ registry, run, onIgnored }: JobRecords,
	image: Pick<BuiltImage, "service" | "platform" | "contentRef">,
	kind: JobResultKind,
	schema: S,
): Promise<Infer<S> | undefined> {
	if (run === undefined) return undefined;
	const { service, platform, contentRef } = image;
	const row = await readJobResult(registry, contentRef, { kind, run, schema, onIgnored });
	const isOurs = (item: Row | undefined) =>
		item === undefined || (item.service === service && item.platform === platform);
	if (isOurs(row)) return row;
	onIgnored(`${contentRef}.${kind} is ignored: it is about another image`);
	return undefined;
}

async function loadBuild(plan: Plan, records: JobRecords): Promise<BuildResult> {
	const { registry } = records;
	const fromRegistry = await buildResultFromRegistry(plan, registry);
	const toBuild = new Set(plan.images.flatMap((image) => (image.decision.kind === "build" ? image.contentRef : [])));
	const images = await Promise.all(
		fromRegistry.images.map(async (image): Promise<readonly BuiltImage[]> => {
			const row = await readRow(records, image, "build", builtImageSchema);
			// The registry decides what exists.
			if (image.digest !== undefined) return [row?.digest === image.digest ? row : image];
			if (row !== undefined && row.digest === undefined) return [row];
			// Its leg ended without a result.
			return image.outcome === "skipped" && toBuild.has(image.contentRef) ? [] : [image];
		}),
	);
	return { ...fromRegistry, images: images.flat() };
}

async function loadSmoke(plan: Plan, build: BuildResult, records: JobRecords): Promise<SmokeResult> {
	const { onIgnored } = records;
	const rows = await Promise.all(
		build.images.map(async (image): Promise<readonly SmokedService[]> => {
			const { service, platform, digest, contentRef } = image;
			if (digest === undefined || !plan.selected.includes(service)) return [];
			const stored = await readRow(records, image, "tried", smokedServiceSchema);
			if (stored?.digest === digest) return [stored];
			const fromRegistry = await smokeStandingReader("changed", records, plan)({ service, platform, digest });
			if (fromRegistry.kind === "unknown" && fromRegistry.ignored !== undefined) onIgnored(fromRegistry.ignored);
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
