import pLimit from "p-limit";
import type { Registry } from "../../adapters/registry/registry.ts";
import { openStatementSigner, type StatementSigner } from "../../adapters/sigstore/sign-statement.ts";
import type { BundleVerifier } from "../../adapters/sigstore/verify-bundle.ts";
import { type BuildResult, buildResultSchema } from "../../model/documents/build.ts";
import type { Plan } from "../../model/documents/plan.ts";
import type { SignedService, SignResult } from "../../model/documents/sign.ts";
import type { SmokeResult } from "../../model/documents/smoke.ts";
import { isFromFork } from "../../model/documents/source.ts";
import { sha256 } from "../../model/oci/manifest.ts";
import { repositoryOf } from "../../model/oci/reference.ts";
import { isUnverifiable, whyVerdictUnlisted } from "../../model/signing/listed.ts";
import type { ReusePolicy } from "../../model/signing/reuse-policy.ts";
import { type RunStatement, writeRunStatement } from "../../model/signing/run-statement.ts";
import { describeSigner, type Signer } from "../../model/signing/signer.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import type { Env } from "../../util/env.ts";
import { UserError } from "../../util/errors.ts";
import { redactor } from "../../util/redact.ts";
import { loadOrMakePlan } from "../plan/load-plan.ts";
import { sourceHoldReason } from "../publish/gates.ts";
import { prepareIndexes } from "../publish/prepare-indexes.ts";
import { type PublishTarget, reasonOfError, targetsFor } from "../publish/publish-target.ts";
import { readSmokeException } from "../publish/smoke-exception.ts";
import { buildResultFromRegistry } from "../shared/built-images/build-result-from-registry.ts";
import { proveImage } from "../shared/built-images/prove-image.ts";
import { proveIndex } from "../shared/built-images/prove-index.ts";
import { openBundleTrust } from "../shared/bundle-trust.ts";
import type { StageContext } from "../shared/context.ts";
import { readDocumentIn, writeDocument } from "../shared/documents-folder.ts";
import { maskedValues } from "../shared/masked-values.ts";
import { openRegistries } from "../shared/open-catalog.ts";
import { readSmokeStanding } from "../shared/records/smoke-record.ts";
import { serviceOfPlan } from "../shared/records/smoke-standing.ts";
import { findSmokeResults, readBuildResults } from "../shared/results-of-jobs.ts";
import { reusePolicy } from "../shared/reuse.ts";
import { openSignatures, refreshTrustedRoot, type SignatureSources, type Signatures } from "../shared/signatures.ts";
import { attachBundle, subjectsOf } from "./attach-bundle.ts";
import { contentOf, type EarlierWork, type ServiceContent, type SigningInput } from "./run-content.ts";
import { runDetails, statementSource } from "./run-details.ts";

/**
 * Signs one statement about what the jobs of a run built and smoked, attaches it to every digest that it names, and
 * writes `sign.json`. Digests come from the documents of these jobs; the registry must still have them.
 */
export async function sign(options: StageOptions, context: StageContext): Promise<SignResult> {
	const registry = openRegistries(options, context);
	const plan = await loadOrMakePlan(options, context, registry);
	const results = (await readBuildResults(options, context)) ?? (await readDocumentIn(options.out, buildResultSchema));
	const build = await buildResultFromRegistry(plan, registry, results ?? { images: [] });
	const smoke = await findSmokeResults(options, context);
	return signRun(options, context, registry, { plan, build, ...defined({ smoke }) });
}

/** The documents of a run that is signed. */
export interface SignableRun {
	readonly plan: Plan;
	readonly build: BuildResult;
	readonly smoke?: SmokeResult;
}

/** The same for results of stages in this process, by a signer that may be open already. */
export async function signRun(
	options: StageOptions,
	context: StageContext,
	registry: Registry,
	{ signer: opened, ...results }: SignableRun & { readonly signer?: StatementSigner },
): Promise<SignResult> {
	const started = context.now();
	const { plan } = results;
	// Bases of selected services are built along: their images are signed, too.
	const isSelected = ({ service }: { readonly service: string }) => plan.selected.includes(service);
	const targets = plan.services
		.filter(({ name }) => isSelected({ service: name }) || plan.images.some(({ service }) => service === name))
		.flatMap((service) => targetsFor(service).filter(({ copyOf }) => copyOf === undefined));
	const finish = async (services: readonly SignedService[], signed?: Pick<SignResult, "signer" | "statement">) => {
		const durationMs = Math.round(context.now() - started);
		const { revision } = plan.source;
		const rows = services.filter((row) => isSelected(row) || row.digests.length > 0 || row.outcome === "failed");
		const result: SignResult = { kind: "lucid.sign", version: 1, revision, ...signed, services: rows, durationMs };
		await writeDocument(options.out, result);
		return result;
	};
	const nothing = whyNothing(plan, options);
	if (nothing !== undefined) return finish(targets.map((target) => skippedRow(target, nothing)));

	const signer = opened ?? (await openSigner(options, context));
	const policy = policyOf(plan, signer, context.env);
	const trust = openBundleTrust(policy, options, context);
	const signatures = earlierSignatures(policy, { registry, ...trust });
	const contents = await collect(targets, signatures, { options, context, registry, results });
	const toSign = contents.filter(({ content }) => subjectsOf(content).length > 0);
	if (toSign.length === 0) return finish(contents.map((one) => rowOf(one)));
	const statement = statementOf(toSign, statementSource(plan.source, context.env));
	context.progress({ stage: "sign", state: "update", text: `signing ${statement.subjects.length} digests` });
	const bundle = await signer.sign(writeRunStatement(statement, runDetails(signer.claims, context.env)));
	const proven = await requireValid(bundle, trust.verifier);
	const createdAt = new Date((context.date ?? Date.now)()).toISOString();
	const attached = await attachBundle(registry, bundle, toSign, createdAt);
	return finish(
		contents.map((one) => rowOf(one, attached[toSign.indexOf(one)])),
		{ signer: describeSigner(proven), statement: sha256(bundle) },
	);
}

/** One statement for all services. */
function statementOf(services: readonly ServiceContent[], source: RunStatement["source"]): RunStatement {
	return {
		source,
		subjects: services.flatMap(({ repository, content }) =>
			[...new Set(subjectsOf(content))].map((digest) => ({ name: repository, digest })),
		),
		content: {
			images: services.flatMap(({ content }) => content.images),
			verdicts: services.flatMap(({ content }) => content.verdicts),
			indexes: services.flatMap(({ content }) => content.indexes),
		},
	};
}

/** Why nothing is signed of a run: a clause. */
function whyNothing({ source }: Plan, { allowDirty }: StageOptions): string | undefined {
	if (isFromFork(source)) return "the code is a fork's";
	return source.hold?.why ?? sourceHoldReason(source, { allowDirty });
}

interface Collecting {
	readonly options: StageOptions;
	readonly context: StageContext;
	readonly registry: Registry;
	readonly results: SignableRun;
}

/** The content of each service. One that fails keeps its reason, and does not stop the others. */
async function collect(
	targets: readonly PublishTarget[],
	signatures: Signatures,
	{ options, context, registry, results }: Collecting,
): Promise<readonly ServiceContent[]> {
	const { plan } = results;
	const { signal } = context;
	const exception = await readSmokeException(options, plan, context);
	const input: SigningInput = {
		...results,
		options: { requireSmoke: options.requireSmoke, ...defined({ despiteSmoke: exception }) },
		whyUnproven: (earlier) => whyUnproven(earlier, registry, signatures),
		whyUnsmoked: (earlier) => whyUnsmoked(earlier, plan, registry, signatures),
		signerOf: async (repository, index) => {
			const found = await proveIndex(signatures, { ...index, repository });
			return "why" in found ? undefined : describeSigner(found.signer);
		},
		isSignedVerdict: async (repository, verdict) => {
			const { digest } = verdict;
			const found = await signatures.find({ repository, digest }, (statement) =>
				whyVerdictUnlisted(statement, verdict),
			);
			return !("why" in found);
		},
	};
	const limit = pLimit(16);
	const prepare = { ...results, registry, signal, compareCommits: async () => "unknown" as const };
	return Promise.all(
		targets.map((target) =>
			limit(async () => {
				if (plan.selected.includes(target.service.name))
					await prepareIndexes(target, prepare).catch((error: unknown) => {
						signal.throwIfAborted();
						target.reason = reasonOfError(error);
					});
				else target.reason = "it is not selected, so only its image is signed";
				return contentOf(target, input);
			}),
		),
	);
}

/** Signatures of earlier runs. One that cannot be verified does not count: what it is about is signed again, or not. */
function earlierSignatures(policy: ReusePolicy, sources: SignatureSources): Signatures {
	const signatures = openSignatures(policy, sources);
	return {
		find: async (image, whyUnlisted) => {
			if (signatures === undefined) return { why: "no signature counts" };
			return signatures.find(image, whyUnlisted).catch((error: unknown) => {
				if (!isUnverifiable(error)) throw error;
				return { why: error.problems[0]?.why ?? error.message };
			});
		},
	};
}

/** What earlier signatures are compared with: never less than this repository, and also what this signer signed. */
function policyOf(plan: Plan, { publicKey, claims }: StatementSigner, env: Env): ReusePolicy {
	const policy = reusePolicy(plan, true, env);
	const server = env.GITHUB_SERVER_URL ?? "https://github.com";
	return {
		...policy,
		from: policy.from === "any" ? "same-repository" : policy.from,
		keys: publicKey === undefined ? policy.keys : [...policy.keys, publicKey],
		...(claims?.job_workflow_ref !== undefined && { ownWorkflow: `${server}/${claims.job_workflow_ref}` }),
	};
}

/**
 * Checks that signing is possible: that there is a token, or cosign and its key. Keyless in a private repository needs
 * GitHub's own Sigstore, or the consent to a public log. Throws UserError `sign/...`.
 */
export async function openSigner(options: StageOptions, context: StageContext): Promise<StatementSigner> {
	const { sign: method, signKey: key, signLog } = options;
	const { exec, env, signal } = context;
	const tools = { exec, env, signal, redact: redactor(await maskedValues(context)) };
	if (method !== "key")
		return openStatementSigner({ kind: "keyless", log: signLog === "public" ? "public" : "by visibility" }, tools);
	if (key !== undefined) return openStatementSigner({ kind: "key", key, transparencyLog: signLog !== "off" }, tools);
	throw new UserError({
		code: "options/value",
		message: "`sign` is `key`, but `sign-key` is missing",
		fix: "set `sign-key` to a file, env://COSIGN_PRIVATE_KEY or the address of a key service, or use `sign: keyless`",
	});
}

/** Verifies the bundle as the next run will. Throws UserError `sign/unverified`. */
async function requireValid(bundle: Uint8Array, verifier: BundleVerifier): Promise<Signer> {
	const verdict = await verifier.verify(bundle);
	if (verdict.kind === "valid") return verdict.signer;
	throw new UserError({
		code: "sign/unverified",
		message: "the signature that was just made cannot be verified",
		why: verdict.why,
		fix: verdict.kind === "unknown" ? refreshTrustedRoot : "sign again",
	});
}

/** Why an image of an earlier run does not count: no good statement lists it. */
async function whyUnproven(
	{ image, planned }: EarlierWork,
	registry: Registry,
	signatures: Signatures,
): Promise<string | undefined> {
	const ref = `${repositoryOf(image.contentRef)}@${image.digest}`;
	const facts = await registry.imageFacts(ref, image.platform);
	if (facts === undefined) return `${ref} is no longer in the registry`;
	const proof = await proveImage(signatures, planned, facts);
	return "why" in proof ? proof.why : undefined;
}

/** Why a verdict of an earlier run does not count. */
async function whyUnsmoked(
	{ image: { platform, digest }, planned }: EarlierWork,
	plan: Plan,
	registry: Registry,
	signatures: Signatures,
): Promise<string | undefined> {
	const query = { plan, service: serviceOfPlan(plan, planned.service), platform, digest };
	const standing = await readSmokeStanding(registry, query, signatures);
	if (standing.kind === "unknown") return standing.why;
	return standing.kind === "passed" ? undefined : "it failed in another job or run";
}

function skippedRow({ service, image }: PublishTarget, reason: string): SignedService {
	return { service: service.name, image, outcome: "skipped", reason, digests: [] };
}

/** `signed` if its indexes are; an image or a verdict alone is not what users pull. */
function rowOf(
	{ service, repository: image, content, unsigned, signedBefore }: ServiceContent,
	attached?: PromiseSettledResult<readonly string[]>,
): SignedService {
	const row = { service, image };
	if (attached?.status === "rejected") {
		const { code } = (attached.reason instanceof UserError && attached.reason.problems[0]) || { code: undefined };
		return { ...row, outcome: "failed", reason: reasonOfError(attached.reason), digests: [], ...defined({ code }) };
	}
	const before = signedBefore.map(({ digest }) => digest);
	const digests = [...new Set([...(attached?.value ?? []), ...before])];
	if (content.indexes.length > 0) return { ...row, outcome: "signed", digests };
	const [earlier] = signedBefore;
	if (earlier !== undefined) return { ...row, outcome: "signed", signer: earlier.signer, digests };
	return { ...row, outcome: "skipped", reason: unsigned ?? "this run gives it no tag", digests };
}
