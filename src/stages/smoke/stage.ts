import { connectEngine, type EngineConnection } from "../../adapters/docker/connect-engine.ts";
import { directPortAccess } from "../../adapters/docker/direct-port-access.ts";
import { openEngineApi } from "../../adapters/docker/engine-api.ts";
import { requireCompose } from "../../adapters/docker/inspect-engine.ts";
import { dockerCredentials, type Registry } from "../../adapters/registry/registry.ts";
import type { BuildResult } from "../../model/documents/build.ts";
import type { Plan } from "../../model/documents/plan.ts";
import { plannedOrBuiltDigest } from "../../model/documents/results.ts";
import type { SmokedService, SmokeResult } from "../../model/documents/smoke.ts";
import { isFromFork } from "../../model/documents/source.ts";
import { repositoryOfSource } from "../../model/service/image-identity.ts";
import { imagesOfNeeds, smokeCriteria } from "../../model/service/smoke-criteria.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { cleanupSignal, isCancelled } from "../../util/deadline.ts";
import { defined } from "../../util/defined.ts";
import { redactor } from "../../util/redact.ts";
import { loadOrMakePlan } from "../plan/load-plan.ts";
import { buildResultFromRegistry } from "../shared/built-images/build-result-from-registry.ts";
import type { StageContext } from "../shared/context.ts";
import { withRunnerName } from "../shared/documents-folder.ts";
import { maskedValues } from "../shared/masked-values.ts";
import { openRegistries } from "../shared/open-catalog.ts";
import { storeJobResults } from "../shared/records/job-results.ts";
import { writeSmokeRecord } from "../shared/records/smoke-record.ts";
import { type SmokeProofs, serviceOfPlan, smokeStandingReader } from "../shared/records/smoke-standing.ts";
import { readBuildResults } from "../shared/results-of-jobs.ts";
import { signaturesOf } from "../shared/reuse.ts";
import { withDependents } from "../shared/select-services.ts";
import { removeDiagnoses, writeSmokeFiles } from "../shared/smoke-files.ts";
import { publishedNeeds } from "./published-needs.ts";
import { runSmoke } from "./run-smoke.ts";
import { type PushedImage, pinnedRef, whySkipped } from "./select-members.ts";

/** Starts and probes the pushed images of a plan, and writes `smoke.json`. */
export async function smoke(options: StageOptions, context: StageContext): Promise<SmokeResult> {
	const registry = openRegistries(options, context);
	await removeDiagnoses(options.out);
	const plan = await loadOrMakePlan(options, context, registry, "to-run");
	const build = await buildResultFromRegistry(plan, registry, await readBuildResults(options, context));
	const result = await smokeBuilt(options, context, { registry, plan, build });
	const started = result.services.filter(({ verdict }) => verdict !== "skipped");
	await storeJobResults(started, "tried", plan, { ...context, options });
	return result;
}

interface BuiltImages {
	readonly registry: Registry;
	readonly plan: Plan;
	readonly build: BuildResult;
}

/** The same for a build of this process. */
export async function smokeBuilt(
	options: StageOptions,
	context: StageContext,
	built: BuiltImages,
): Promise<SmokeResult> {
	const { registry, plan, build } = built;
	const pushed = build.images.flatMap(({ service, platform, contentRef: ref, digest }): PushedImage[] =>
		digest === undefined ? [] : [{ service, platform, ref, digest }],
	);
	const selected = pushed.filter(({ service }) => plan.selected.includes(service));
	const signatures = await signaturesOf(registry, plan, options, context);
	const skipReason = await skipReasons(options, { ...built, signatures }, selected);
	const wanted = selected.filter((image) => skipReason(image) === undefined);
	const published = await publishedNeeds({ plan, registry, signatures, log: context.log }, wanted, pushed);
	const supporting = [...pushed.filter((image) => !wanted.includes(image)), ...published];
	await using engine = await openSmokeEngine(wanted, options, context);
	const result = await runSmoke({
		...{ plan, images: wanted, supporting, docker: engine.docker, api: engine.api, outDir: options.out },
		...{ progress: context.progress, signal: context.signal },
		options: {
			...{ reach: engine.reach, credentials: dockerCredentials(context) },
			...defined({ maxParallel: options.maxParallel }),
			mirrored: (image) => registry.mirrored(image),
			redact: redactor(await maskedValues(context)),
		},
	});
	const tested = result.services.map((row) => {
		const needsImages = needsImagesOf(row, built, published);
		return { ...row, trial: criteriaHash(plan, row.service), ...defined({ needsImages }) };
	});
	const skipped = selected.flatMap((image) => skippedRows(plan, image, skipReason(image)));
	const position = (row: SmokedService) =>
		selected.findIndex(({ service, platform }) => service === row.service && platform === row.platform);
	const rows = [...withRunnerName(tested, context), ...skipped].sort((a, b) => position(a) - position(b));
	const written = await writeSmokeFiles(options.out, { ...result, services: rows });
	await recordVerdicts(tested, built, context);
	return written;
}

const criteriaHash = (plan: Plan, service: string) => smokeCriteria(plan, serviceOfPlan(plan, service)).hash;

/** Connects to the engine only if there is something to start. */
async function openSmokeEngine(
	wanted: readonly PushedImage[],
	options: StageOptions,
	{ docker, exec, env, signal }: StageContext,
): Promise<EngineConnection> {
	if (wanted.length === 0)
		return {
			...{ docker, api: openEngineApi("", env), reach: directPortAccess("127.0.0.1") },
			[Symbol.asyncDispose]: async () => {},
		};
	const engine = { host: options.dockerHost, context: options.dockerContext };
	const connection = await connectEngine(docker, engine, { env, signal });
	try {
		await requireCompose({ ...connection, exec, env, signal });
		return connection;
	} catch (error) {
		await connection[Symbol.asyncDispose]();
		throw error;
	}
}

/** The images of a service's needs in this run; undefined if not all are known. */
function needsImagesOf(
	{ service, platform }: SmokedService,
	{ plan, build }: BuiltImages,
	published: readonly PushedImage[],
): SmokedService["needsImages"] {
	const isOf = (need: string) => (image: PushedImage) => image.service === need && image.platform === platform;
	return imagesOfNeeds(
		plan,
		serviceOfPlan(plan, service),
		(need) => plannedOrBuiltDigest(plan, build, need, platform) ?? published.find(isOf(need))?.digest,
	);
}

/**
 * Stores the verdicts in the registry, where publish and the next run read them in any job. A job that may not push,
 * of a fork for example, logs that and continues: publish then needs its `smoke.json`.
 */
async function recordVerdicts(
	rows: readonly SmokedService[],
	{ plan, ...client }: BuiltImages,
	context: StageContext,
): Promise<void> {
	const { source } = plan;
	const { revision } = source;
	if (isFromFork(source)) return;
	const registry = client.registry.withSignal(cleanupSignal(context.signal));
	const problems = await Promise.all(
		rows.map(async ({ service: name, digest, verdict, needsImages: needs }) => {
			if (verdict !== "healthy" && verdict !== "unhealthy") return undefined;
			const service = serviceOfPlan(plan, name);
			const record = {
				...{ service: name, verdict, revision, ...repositoryOfSource(source) },
				...{ ...smokeCriteria(plan, service), ...defined({ needs }) },
			};
			return writeSmokeRecord(registry, service.image, digest, record).then(
				() => undefined,
				(error: Error) => error.message.split("\n", 1)[0],
			);
		}),
	);
	const failed = problems.filter((problem) => problem !== undefined);
	if (failed.length === 0 || isCancelled(context.signal)) return;
	const count = failed.length === 1 ? "a smoke result" : `${failed.length} smoke results`;
	context.log(`${count} could not be recorded in the registry (${failed[0]}): pass smoke.json to publish`);
}

type Skip = Pick<SmokedService, "passedBefore"> & { readonly reason: string };

/** Returns why an image need not run: policy, or a record that the same image passed before under the same checks. */
async function skipReasons(
	{ smoke: mode }: StageOptions,
	{ plan, build, registry, signatures }: BuiltImages & SmokeProofs,
	selected: readonly PushedImage[],
): Promise<(image: PushedImage) => Skip | undefined> {
	if (mode === "off") return () => ({ reason: "smoke is off" });
	const policySkip = ({ service }: PushedImage) => {
		const reason = whySkipped(plan, serviceOfPlan(plan, service));
		return reason === undefined ? undefined : { reason };
	};
	if (mode === "all") return policySkip;
	const passed = new Map<string, string>();
	const readStanding = smokeStandingReader(mode, { registry, signatures }, plan, build);
	const candidates = selected.filter((image) => policySkip(image) === undefined);
	await Promise.all(
		candidates.map(async (image) => {
			const standing = await readStanding(image);
			if (standing.kind === "passed") passed.set(`${image.service} ${image.digest}`, standing.revision);
		}),
	);
	const changed = plan.services.filter(({ name }) =>
		candidates.some((image) => image.service === name && !passed.has(`${name} ${image.digest}`)),
	);
	const dependents =
		mode === "dependents"
			? new Set(withDependents(plan.services, changed, () => []).map(({ name }) => name))
			: undefined;
	return (image) => {
		const { service, digest } = image;
		const revision = dependents?.has(service) ? undefined : passed.get(`${service} ${digest}`);
		if (revision === undefined) return policySkip(image);
		return { reason: `the same image passed smoke before, for ${revision.slice(0, 12)}`, passedBefore: revision };
	};
}

function skippedRows(plan: Plan, image: PushedImage, skip: Skip | undefined): readonly SmokedService[] {
	if (skip === undefined) return [];
	const { service, platform, digest } = image;
	const row = { service, platform, ref: pinnedRef(image), digest, trial: criteriaHash(plan, service) };
	return [{ ...row, verdict: "skipped", ...skip, probes: [] }];
}
