import { connectEngine, type EngineConnection } from "../../adapters/docker/connect-engine.ts";
import { openEngineApi } from "../../adapters/docker/engine-api.ts";
import { requireCompose } from "../../adapters/docker/inspect-engine.ts";
import { dockerCredentials, type Registry } from "../../adapters/registry/registry.ts";
import { type BuildResult, plannedOrBuiltDigest } from "../../model/documents/build.ts";
import type { Plan } from "../../model/documents/plan.ts";
import type { SmokedService, SmokeResult } from "../../model/documents/smoke.ts";
import { isFromFork } from "../../model/documents/source.ts";
import { repositoryOf } from "../../model/oci/reference.ts";
import { imagesOfNeeds, smokeCriteria } from "../../model/service/smoke-criteria.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { cleanupSignal, isCancelled } from "../../util/deadline.ts";
import { defined } from "../../util/defined.ts";
import { loadOrMakePlan } from "../plan/load-plan.ts";
import { buildResultFromRegistry } from "../shared/built-images/build-result-from-registry.ts";
import type { StageContext } from "../shared/context.ts";
import { withDependents } from "../shared/dependents.ts";
import { withRunnerName } from "../shared/on-runner.ts";
import { openRegistries } from "../shared/open-catalog.ts";
import { storeJobResults } from "../shared/records/job-results.ts";
import { writeSmokeRecord } from "../shared/records/smoke-record.ts";
import { serviceOfPlan, smokeStandingReader } from "../shared/records/smoke-standing.ts";
import { removeDiagnoses, writeSmokeFiles } from "../shared/smoke-files.ts";
import { reachHost } from "./probes/reach-host.ts";
import { publishedNeeds } from "./published-needs.ts";
import { type PushedImage, runSmoke } from "./run-smoke.ts";
import { whySkipped } from "./select-members.ts";

/** Starts and probes what was pushed, and writes `smoke.json`. */
export async function smoke(options: StageOptions, world: StageContext): Promise<SmokeResult> {
	const registry = openRegistries(options, world);
	await removeDiagnoses(options.out);
	const plan = await loadOrMakePlan(options, world, registry, "to-run");
	const result = await smokeBuilt(options, world, registry, plan, await buildResultFromRegistry(plan, registry));
	await storeJobResults(
		result.services.filter(({ verdict }) => verdict !== "skipped"),
		"tried",
		plan,
		world,
	);
	return result;
}

/** The same, of a build at hand. */
export async function smokeBuilt(
	options: StageOptions,
	world: StageContext,
	registry: Registry,
	plan: Plan,
	build: BuildResult,
): Promise<SmokeResult> {
	const pushed = build.images.flatMap(({ service, platform, contentRef: ref, digest }): PushedImage[] =>
		digest === undefined ? [] : [{ service, platform, ref, digest }],
	);
	const selected = pushed.filter(({ service }) => plan.selected.includes(service));
	const why =
		options.smoke === "off"
			? (): Skip => ({ reason: "smoke is off" })
			: await proven(options, { plan, build, selected, registry });
	const wanted = selected.filter((image) => why(image) === undefined);
	const left = selected.flatMap((image) => skipped(plan, image, why(image)));
	const published = await publishedNeeds(plan, wanted, pushed, registry);
	const supporting = [...pushed.filter((image) => !wanted.includes(image)), ...published];
	await using door = await openFor(wanted, options, world);
	const ran = await runSmoke({
		...{ plan, images: wanted, supporting },
		...{ docker: door.docker, api: door.api, progress: world.progress, signal: world.signal, outDir: options.out },
		options: {
			reach: door.reach,
			...defined({ maxParallel: options.maxParallel }),
			mirrored: (image) => registry.mirrored(image),
			credentials: dockerCredentials(world),
		},
	});
	const order = (one: SmokedService) =>
		selected.findIndex(({ service, platform }) => service === one.service && platform === one.platform);
	const tried = ran.services.map((row) => ({
		...row,
		trial: smokeCriteria(plan, serviceOfPlan(plan, row.service)).hash,
	}));
	const rows = [...withRunnerName(tried, world), ...left];
	const result = { ...ran, services: rows.sort((a, b) => order(a) - order(b)) };
	const written = await writeSmokeFiles(options.out, result);
	await recordProofs(tried, plan, build, published, world);
	return written;
}

/** The engine to smoke on, if anything is to be smoked. */
async function openFor(
	wanted: readonly PushedImage[],
	options: StageOptions,
	{ docker, exec, env, signal }: StageContext,
): Promise<EngineConnection> {
	if (wanted.length === 0)
		return {
			...{ docker, api: openEngineApi("", env), reach: reachHost("127.0.0.1") },
			[Symbol.asyncDispose]: async () => {},
		};
	const engine = { host: options.dockerHost, context: options.dockerContext };
	const door = await connectEngine(docker, engine, { env, signal, reachHost });
	try {
		await requireCompose({ ...door, exec, env, signal });
		return door;
	} catch (error) {
		await door[Symbol.asyncDispose]();
		throw error;
	}
}

/**
 * What smoke said goes to the registry, where publish finds it in whatever job it runs, and the next run too. A job that may not push there,
 * a fork's for one, says so and goes on: then publish needs its `smoke.json`.
 */
async function recordProofs(
	rows: readonly SmokedService[],
	plan: Plan,
	build: BuildResult,
	published: readonly PushedImage[],
	world: StageContext,
): Promise<void> {
	const { source } = plan;
	const { revision } = source;
	if (isFromFork(source)) return;
	const registry = openRegistries({ mirror: new Map() }, { ...world, signal: cleanupSignal(world.signal) });
	const problems = await Promise.all(
		rows.map(async ({ service: name, platform, digest, verdict }) => {
			if (verdict !== "healthy" && verdict !== "unhealthy") return undefined;
			const service = serviceOfPlan(plan, name);
			const standIn = (need: string) =>
				published.find((one) => one.service === need && one.platform === platform)?.digest;
			const needs = imagesOfNeeds(
				plan,
				service,
				(need) => plannedOrBuiltDigest(plan, build, need, platform) ?? standIn(need),
			);
			const proof = { service: name, verdict, revision, ...smokeCriteria(plan, service), ...defined({ needs }) };
			return writeSmokeRecord(registry, service.image, digest, proof).then(
				() => undefined,
				(error: Error) => error.message.split("\n", 1)[0],
			);
		}),
	);
	const failed = problems.filter((problem) => problem !== undefined);
	if (failed.length > 0 && !isCancelled(world.signal))
		world.log(
			`smoke of ${failed.length} could not be recorded in the registry (${failed[0]}): hand smoke.json on to publish`,
		);
}

/** Why an image is not run. */
type Skip = Pick<SmokedService, "passedBefore"> & { readonly reason: string };

interface Choice {
	readonly plan: Plan;
	readonly build: BuildResult;
	readonly selected: readonly PushedImage[];
	readonly registry: Registry;
}

/** Says of an image why it need not run: the registry has a record that these very bytes passed before, under the same checks. */
async function proven(
	{ smoke: which }: StageOptions,
	{ plan, build, selected, registry }: Choice,
): Promise<(image: PushedImage) => Skip | undefined> {
	const excuse = ({ service }: PushedImage) => {
		const reason = whySkipped(plan, serviceOfPlan(plan, service));
		return reason === undefined ? undefined : { reason };
	};
	if (which === "all" || which === "off") return excuse;
	const passed = new Map<string, string>();
	const standing = smokeStandingReader(which, registry, plan, build);
	const asked = selected.filter((image) => excuse(image) === undefined);
	await Promise.all(
		asked.map(async (image) => {
			const found = await standing(image);
			if (found.kind === "passed") passed.set(`${image.service} ${image.digest}`, found.revision);
		}),
	);
	const fresh = plan.services.filter(({ name }) =>
		asked.some((one) => one.service === name && !passed.has(`${name} ${one.digest}`)),
	);
	const dependents =
		which === "dependents"
			? new Set(withDependents(plan.services, fresh, () => []).map(({ name }) => name))
			: undefined;
	return (image) => {
		const { service, digest } = image;
		const revision = dependents?.has(service) ? undefined : passed.get(`${service} ${digest}`);
		if (revision === undefined) return excuse(image);
		return { reason: `these very bytes passed smoke before, for ${revision.slice(0, 12)}`, passedBefore: revision };
	};
}

function skipped(plan: Plan, image: PushedImage, skip: Skip | undefined): readonly SmokedService[] {
	if (skip === undefined) return [];
	const { service, platform, ref, digest } = image;
	const { hash: trial } = smokeCriteria(plan, serviceOfPlan(plan, service));
	const row = { service, platform, ref: `${repositoryOf(ref)}@${digest}`, digest, trial };
	return [{ ...row, verdict: "skipped", ...skip, probes: [] }];
}
