import type { Registry } from "../../adapters/registry/registry.ts";
import type { BuildResult } from "../../model/documents/build.ts";
import type { Plan } from "../../model/documents/plan.ts";
import type { PublishResult } from "../../model/documents/publish.ts";
import { withVerification } from "../../model/documents/results.ts";
import type { SignResult } from "../../model/documents/sign.ts";
import type { SmokeResult } from "../../model/documents/smoke.ts";
import { verifyResultSchema } from "../../model/documents/verify.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import { loadOrMakePlan } from "../plan/load-plan.ts";
import { buildResultFromRegistry } from "../shared/built-images/build-result-from-registry.ts";
import type { StageContext } from "../shared/context.ts";
import { readDocumentIn, writeAttestationSubjects, writeDocument } from "../shared/documents-folder.ts";
import { commitComparer, openRegistries, remoteRefReader } from "../shared/open-catalog.ts";
import { readBuildResults, readSmokeResults } from "../shared/results-of-jobs.ts";
import { servedSignatures, signaturesOf } from "../shared/reuse.ts";
import { openLayerCache } from "../verify/layer-cache.ts";
import { verifyUnpublished } from "../verify/verify-built.ts";
import { signerInRegistry, signerOfRun } from "./index-signer.ts";
import { type PublishInput, type ReadBranchHead, runPublish } from "./run-publish.ts";
import { readSmokeException } from "./smoke-exception.ts";
import { writeDeployment } from "./write-deployment.ts";

/**
 * Tags the built and smoked images, and writes `publish.json` and `compose.yml`. Results of verify are read from the
 * run's folder; an image that has none and was never published is verified now.
 */
export async function publish(options: StageOptions, context: StageContext): Promise<PublishResult> {
	const registry = openRegistries(options, context);
	const plan = await loadOrMakePlan(options, context, registry);
	const fromRegistry = await buildResultFromRegistry(plan, registry, await readBuildResults(options, context));
	const verified = await readDocumentIn(options.out, verifyResultSchema);
	const checked = verified === undefined ? fromRegistry : withVerification(fromRegistry, verified);
	// Another job may have found a defect without leaving a document here. Without `docker`, no container is started.
	const { docker: _, ...reader } = context;
	const layerCache = openLayerCache(context.env);
	const build = await verifyUnpublished({ ...reader, registry, plan, layerCache }, checked);
	const smoke = await readSmokeResults(options, context);
	return publishBuilt(options, context, registry, { plan, build, smoke });
}

export interface BuiltResults {
	readonly plan: Plan;
	readonly build: BuildResult;
	readonly smoke: SmokeResult | undefined;
	/** What this run signed: then floating tags name nothing else. */
	readonly sign?: SignResult | undefined;
	/** Services that were published already while others were built. */
	readonly early?: PublishResult | undefined;
}

/** The same for the results of stages in this process. */
export async function publishBuilt(
	options: StageOptions,
	context: StageContext,
	registry: Registry,
	{ plan, build, smoke, sign, early }: BuiltResults,
): Promise<PublishResult> {
	const done = new Set(early?.services.map(({ service }) => service));
	const rest = { ...plan, selected: plan.selected.filter((name) => !done.has(name)) };
	const late = await publishSome(options, context, registry, { plan: rest, build, ...defined({ smoke, sign }) });
	const result = early === undefined ? late : mergeResults(plan, early, late);
	// Written before anything else can fail.
	await writeDocument(options.out, result);
	await writeAttestationSubjects(options.out, "publish", result);
	if (context.signal.aborted) return result;
	const mustBeSigned = (await signaturesOf(registry, plan, options, context)) !== undefined;
	const signatures = mustBeSigned ? await servedSignatures(registry, plan, options, context) : undefined;
	const composeFile = await writeDeployment(options.out, plan, result, { registry, ...defined({ signatures }) });
	if (composeFile === undefined) return result;
	const withCompose = { ...result, composeFile };
	await writeDocument(options.out, withCompose);
	return withCompose;
}

/** One document, in the order of the plan. */
function mergeResults(plan: Plan, early: PublishResult, late: PublishResult): PublishResult {
	const rows = new Map([...early.services, ...late.services].map((row) => [row.service, row]));
	const services = plan.selected.flatMap((name) => rows.get(name) ?? []);
	return { ...late, services, durationMs: early.durationMs + late.durationMs };
}

/** Publishes the selected services of a plan; writes no document. */
export async function publishSome(
	options: StageOptions,
	context: StageContext,
	client: Registry,
	{ sign, ...work }: Pick<PublishInput, "plan" | "build" | "smoke"> & { readonly sign?: SignResult },
): Promise<PublishResult> {
	const exception = await readSmokeException(options, work.plan, context);
	// A tag that is being moved is finished, even after Ctrl-C.
	const registry = client.withSignal(new AbortController().signal);
	const signatures = await signaturesOf(client, work.plan, options, context);
	const requireIndexSigner = sign === undefined ? signatures && signerInRegistry(signatures) : signerOfRun(sign);
	return runPublish({
		...work,
		registry,
		...defined({ signatures, requireIndexSigner }),
		compareCommits: commitComparer(options, work.plan.root, context),
		readBranchHead: branchHeadReader(options, work.plan.root, context),
		options: {
			requireSmoke: options.requireSmoke,
			allowDirty: options.allowDirty,
			allowUnordered: options.allowUnordered,
			...defined({ despiteSmoke: exception }),
		},
		progress: context.progress,
		signal: context.signal,
	});
}

/** Reads the head of a branch from the remote. Calls at the same time share one request. */
function branchHeadReader(options: StageOptions, root: string, context: StageContext): ReadBranchHead {
	return shareAnswers(async (ref) => {
		const readRefs = await remoteRefReader(options, root, context);
		const refs = await readRefs([ref]);
		return "failure" in refs ? { silent: refs.failure } : { revision: refs.get(ref) };
	});
}

/** Shares calls of a slow function: a call during another waits for the next one, so no answer is too old. */
function shareAnswers<T>(load: (key: string) => Promise<T>): (key: string) => Promise<T> {
	const running = new Map<string, Promise<T>>();
	const next = new Map<string, Promise<T>>();
	const start = (key: string): Promise<T> => {
		next.delete(key);
		const promise = load(key).finally(() => running.delete(key));
		running.set(key, promise);
		return promise;
	};
	return (key) => {
		const current = running.get(key);
		if (current === undefined) return start(key);
		const following =
			next.get(key) ??
			current.then(
				() => start(key),
				() => start(key),
			);
		next.set(key, following);
		return following;
	};
}
