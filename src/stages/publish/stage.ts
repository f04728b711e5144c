import { openSigner, type Signer } from "../../adapters/cosign/cosign.ts";
import type { Registry } from "../../adapters/registry/registry.ts";
import type { BuildResult } from "../../model/documents/build.ts";
import type { Plan } from "../../model/documents/plan.ts";
import type { PublishResult } from "../../model/documents/publish.ts";
import type { SmokeResult } from "../../model/documents/smoke.ts";
import { type VerifyResult, withVerification } from "../../model/documents/verify.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import { UserError } from "../../util/errors.ts";
import { loadOrMakePlan } from "../plan/load-plan.ts";
import { buildResultFromRegistry } from "../shared/built-images/build-result-from-registry.ts";
import { commitComparer } from "../shared/commit-order.ts";
import type { StageContext } from "../shared/context.ts";
import { readDocumentIn, writeDocument } from "../shared/documents-folder.ts";
import { openRegistries, remoteRefReader } from "../shared/open-catalog.ts";
import { writeAttestationSubjects } from "../shared/write-subjects.ts";
import { openLayerCache } from "../verify/layer-cache.ts";
import { verifyUnpublished } from "../verify/verify-built.ts";
import { type PublishInput, type ReadBranchHead, runPublish } from "./run-publish.ts";
import { shareAnswers } from "./share-answers.ts";
import { readSmokeException } from "./smoke-exception.ts";
import { readSmokeResults } from "./smoke-results.ts";
import { writeDeployment } from "./write-deployment.ts";

/**
 * Gives what was built and smoked its tags, and writes `publish.json` and, of what was published, `compose.yml`. What verify found is read from the
 * run's folder, and looked for where it is not there and the image was never published.
 */
export async function publish(options: StageOptions, world: StageContext): Promise<PublishResult> {
	const registry = openRegistries(options, world);
	const plan = await loadOrMakePlan(options, world, registry);
	const found = await buildResultFromRegistry(plan, registry);
	const verified = await readDocumentIn<VerifyResult>(options.out, "lucid.verify", 1);
	const told = verified === undefined ? found : withVerification(found, verified);
	// Another job may have found an image wrong and left no document here. Containers are none of this stage's business.
	const { docker: _, ...reader } = world;
	const layerCache = openLayerCache(world.env);
	const build = await verifyUnpublished({ ...reader, registry, plan, layerCache }, told);
	const smoke = await readSmokeResults(options, world);
	return publishBuilt(options, world, registry, plan, build, smoke);
}

/** The same, of results at hand; without what was published `ahead` of them. */
export async function publishBuilt(
	options: StageOptions,
	world: StageContext,
	registry: Registry,
	plan: Plan,
	build: BuildResult,
	smoke: SmokeResult | undefined,
	ahead?: PublishResult,
): Promise<PublishResult> {
	const done = new Set(ahead?.services.map(({ service }) => service));
	const rest = { ...plan, selected: plan.selected.filter((name) => !done.has(name)) };
	const late = await publishSome(options, world, registry, { plan: rest, build, ...defined({ smoke }) });
	const result = ahead === undefined ? late : together(plan, ahead, late);
	// What was published is on record first, whatever becomes of the rest.
	await writeDocument(options.out, result);
	await writeAttestationSubjects(options.out, "publish", result);
	if (world.signal.aborted) return result;
	const composeFile = await writeDeployment(options.out, plan, result, registry);
	if (composeFile === undefined) return result;
	const whole = { ...result, composeFile };
	await writeDocument(options.out, whole);
	return whole;
}

/** One document of both, in the order of the plan. */
function together(plan: Plan, ahead: PublishResult, late: PublishResult): PublishResult {
	const rows = new Map([...ahead.services, ...late.services].map((row) => [row.service, row]));
	const services = plan.selected.flatMap((name) => rows.get(name) ?? []);
	return { ...late, services, durationMs: ahead.durationMs + late.durationMs };
}

/** The protocol for the services that a plan selects; writes no document. */
export async function publishSome(
	options: StageOptions,
	world: StageContext,
	stoppable: Registry,
	what: Pick<PublishInput, "plan" | "build" | "smoke">,
): Promise<PublishResult> {
	const exception = await readSmokeException(options, what.plan, world);
	// A tag that is being moved is brought to its end, even after Ctrl-C.
	const registry = stoppable.withSignal(new AbortController().signal);
	await using signer = await signerFor(options, world);
	return runPublish({
		...what,
		registry,
		...(signer && { sign: signer.sign }),
		compareCommits: commitComparer(options, what.plan.root, world),
		readBranchHead: headAsker(options, what.plan.root, world),
		options: {
			requireSmoke: options.requireSmoke,
			allowDirty: options.allowDirty,
			allowUnordered: options.allowUnordered,
			...defined({ despiteSmoke: exception }),
		},
		progress: world.progress,
		signal: world.signal,
	});
}

/** Asks the repository where a branch is now. Those who ask at the same time share an answer, which is never older than their question. */
function headAsker(options: StageOptions, root: string, world: StageContext): ReadBranchHead {
	return shareAnswers(async (ref) => {
		const ask = await remoteRefReader(options, root, world);
		const found = await ask([ref]);
		return "failure" in found ? { silent: found.failure } : { revision: found.get(ref) };
	});
}

async function signerFor(options: StageOptions, { exec, env, signal }: StageContext): Promise<Signer | undefined> {
	const { sign, signKey: key, signLog: log } = options;
	if (sign === "off") return undefined;
	if (sign === "keyless") return openSigner({ method: { kind: sign }, transparencyLog: true }, { exec, env, signal });
	if (key !== undefined)
		return openSigner({ method: { kind: sign, key }, transparencyLog: log }, { exec, env, signal });
	throw new UserError({
		code: "options/value",
		message: "sign is `key`, and no key is named",
		fix: "name one with sign-key: a file, env://COSIGN_PRIVATE_KEY or the address of a key service; or sign keyless",
	});
}
