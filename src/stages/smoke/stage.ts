import { type EngineDoor, openEngine } from "../../adapters/docker/endpoint.ts";
import { apiAt } from "../../adapters/docker/engine-api.ts";
import { requireCompose } from "../../adapters/docker/inspect-engine.ts";
import { dockerCredentials, type Registry } from "../../adapters/registry/registry.ts";
import { type BuildResult, digestOf } from "../../model/documents/build.ts";
import type { Plan } from "../../model/documents/plan.ts";
import type { SmokedService, SmokeResult } from "../../model/documents/smoke.ts";
import { isFromFork } from "../../model/documents/source.ts";
import { repositoryOf } from "../../model/oci/reference.ts";
import { needsImages, trialOf } from "../../model/service/trial.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { afterTimeout, isCancelled } from "../../util/deadline.ts";
import { defined } from "../../util/defined.ts";
import { planFor } from "../plan/plan-to-follow.ts";
import { buildFromRegistry } from "../shared/built-images/from-registry.ts";
import type { World } from "../shared/context.ts";
import { withDependents } from "../shared/dependents.ts";
import { onRunner } from "../shared/on-runner.ts";
import { openRegistries } from "../shared/open-catalog.ts";
import { leaveNotes } from "../shared/records/job-results.ts";
import { writeProof } from "../shared/records/smoke-proof.ts";
import { serviceOf, standings } from "../shared/records/standing-proofs.ts";
import { removeDiagnoses, writeSmoke } from "../shared/smoke-files.ts";
import { excused } from "./members.ts";
import { reachHost } from "./probes/reach-host.ts";
import { publishedNeeds } from "./published-needs.ts";
import { type PushedImage, smoke as runSmoke } from "./run-smoke.ts";

/** Starts and probes what was pushed, and writes `smoke.json`. */
export async function smoke(options: StageOptions, world: World): Promise<SmokeResult> {
	const registry = openRegistries(options, world);
	await removeDiagnoses(options.out);
	const plan = await planFor(options, world, registry, "to-run");
	const result = await smokeBuilt(options, world, registry, plan, await buildFromRegistry(plan, registry));
	await leaveNotes(
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
	world: World,
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
	const tried = ran.services.map((row) => ({ ...row, trial: trialOf(plan, serviceOf(plan, row.service)).hash }));
	const rows = [...onRunner(tried, world), ...left];
	const result = { ...ran, services: rows.sort((a, b) => order(a) - order(b)) };
	const written = await writeSmoke(options.out, result);
	await recordProofs(tried, plan, build, published, world);
	return written;
}

/** The engine to smoke on, if anything is to be smoked. */
async function openFor(
	wanted: readonly PushedImage[],
	options: StageOptions,
	{ docker, exec, env, signal }: World,
): Promise<EngineDoor> {
	if (wanted.length === 0)
		return {
			...{ docker, api: apiAt("", env), reach: reachHost("127.0.0.1") },
			[Symbol.asyncDispose]: async () => {},
		};
	const engine = { host: options.dockerHost, context: options.dockerContext };
	const door = await openEngine(docker, engine, { env, signal, reachHost });
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
	world: World,
): Promise<void> {
	const { source } = plan;
	const { revision } = source;
	if (isFromFork(source)) return;
	const registry = openRegistries({ mirror: new Map() }, { ...world, signal: afterTimeout(world.signal) });
	const problems = await Promise.all(
		rows.map(async ({ service: name, platform, digest, verdict }) => {
			if (verdict !== "healthy" && verdict !== "unhealthy") return undefined;
			const service = serviceOf(plan, name);
			const standIn = (need: string) =>
				published.find((one) => one.service === need && one.platform === platform)?.digest;
			const needs = needsImages(plan, service, (need) => digestOf(plan, build, need, platform) ?? standIn(need));
			const proof = { service: name, verdict, revision, ...trialOf(plan, service), ...defined({ needs }) };
			return writeProof(registry, service.image, digest, proof).then(
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
		const reason = excused(plan, serviceOf(plan, service));
		return reason === undefined ? undefined : { reason };
	};
	if (which === "all" || which === "off") return excuse;
	const passed = new Map<string, string>();
	const standing = standings(which, registry, plan, build);
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
	const { hash: trial } = trialOf(plan, serviceOf(plan, service));
	const row = { service, platform, ref: `${repositoryOf(ref)}@${digest}`, digest, trial };
	return [{ ...row, verdict: "skipped", ...skip, probes: [] }];
}
