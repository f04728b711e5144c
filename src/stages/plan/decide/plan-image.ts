import type { FromSource } from "../../../model/dockerfile/dockerfile.ts";
import type {
	ConditionalKeep,
	Decision,
	FingerprintComponent,
	PlannedImage,
	Reason,
} from "../../../model/documents/plan.ts";
import { imageKey } from "../../../model/job-matrix/pending-images.ts";
import { parseReference } from "../../../model/oci/reference.ts";
import { concernsOneRepository } from "../../../model/oci/registry-refusals.ts";
import { describeForeign } from "../../../model/service/image-identity.ts";
import { isVolatile, type ServiceInputs, type UnreadableInputs } from "../../../model/service/service-inputs.ts";
import { isUnverifiable } from "../../../model/signing/listed.ts";
import { describeStaleValues } from "../../../model/tags/volatile-values.ts";
import { defined } from "../../../util/defined.ts";
import { UserError } from "../../../util/errors.ts";
import { type ImageFingerprint, identifyImage } from "../fingerprint/fingerprint.ts";
import { fingerprintArgs } from "../fingerprint/parts.ts";
import { bakedParts, bakedValues } from "./baked-values.ts";
import { areProblems, type ResolvedBase, resolveBases } from "./bases.ts";
import { blockedBaseProblem, blockedImage, missingPlatformProblem } from "./blocked.ts";
import { type ExistingImage, type IdentifiedImage, ownImage, type PlanLookups } from "./lookups.ts";
import { explainBuild, type ForeignImage, type NewImage, type PreviousImage, sameParts } from "./reasons.ts";
import type { PlanRequest } from "./request.ts";
import { publishedWindow, ttlPart, ttlWindow } from "./ttl-window.ts";

/**
 * An unreadable or deleted file, a repository with no or a wrong answer, or a signature by an unknown authority blocks
 * its own image alone.
 */
export async function planOrBlock(...args: Parameters<typeof planImage>): Promise<PlannedImage> {
	try {
		return await planImage(...args);
	} catch (error) {
		const [inputs] = args;
		if (concernsOneRepository(error) || isUnverifiable(error))
			return blockedImage(
				inputs,
				error.problems.map((problem) => ({ at: inputs.service.at, ...problem })),
			);
		if (!(error instanceof UserError) || !error.problems.every(({ code }) => code === "dockerfile/unreadable"))
			throw error;
		return blockedImage(inputs, error.problems);
	}
}

async function planImage(
	inputs: ServiceInputs | UnreadableInputs,
	request: PlanRequest,
	lookups: PlanLookups,
	planned: ReadonlyMap<string, PlannedImage>,
): Promise<PlannedImage> {
	const { service, platform, problems } = inputs;
	if (inputs.trace === undefined) return blockedImage(inputs, problems);
	const parents = Object.values(inputs.from).flatMap((name) => planned.get(imageKey(name, platform)) ?? []);
	const blockedBase = parents.find(({ decision }) => decision.kind === "blocked");
	if (blockedBase !== undefined) return blockedImage(inputs, [blockedBaseProblem(inputs, blockedBase.service)]);
	const missingBase = Object.values(inputs.from).find((name) => !planned.has(imageKey(name, platform)));
	if (missingBase !== undefined) return blockedImage(inputs, [missingPlatformProblem(inputs, missingBase)]);
	const bases = await resolveBases(inputs, lookups.resolveBase);
	if (areProblems(bases)) return blockedImage(inputs, [...problems, ...bases]);
	if (problems.length > 0) return blockedImage(inputs, problems);

	const fingerprints = new Map(parents.map((image) => [image.service, image.fingerprint]));
	// The fingerprint of an image with a ttl depends on the published one.
	const found = service.ttl === undefined ? undefined : await lookups.findPrevious(service, platform);
	const published = service.ttl === undefined ? undefined : { previous: (await findUnproven(found)) ?? found };
	const age = ttlWindow(service.ttl, request.staleAt, publishedWindow(ownImage(published?.previous)?.components));
	const resolved = { hash: lookups.hash, fingerprints, bases };
	const versions = request.versions ?? new Map<string, string>();
	const version = versions.get(service.name);
	const baked = bakedValues(inputs, { source: request.source, project: request.catalog.project, versions });
	const extraParts = [...ttlPart(age), ...bakedParts(baked, version)];
	const prefetched = await request.prefetch?.get(inputs);
	const { fingerprint, contentRef, components } = prefetched ?? (await identifyImage(inputs, resolved, extraParts));
	const imageLookups = prefetched === undefined ? lookups : { ...lookups, findImage: async () => prefetched.found };
	const image = { service: service.name, platform, fingerprint, contentRef, components, baked };
	const decision = await decide(inputs, image, { request, lookups: imageLookups, published });
	return {
		service: service.name,
		platform,
		fingerprint,
		contentRef,
		components,
		bases: bases.map(({ ref, pinned }: ResolvedBase) => ({ ref, pinned })),
		...finalBase(inputs.trace.finalStage.base, bases),
		from: inputs.from,
		args: fingerprintArgs(inputs),
		...commandOf(inputs, parents),
		volatileArgs: inputs.trace.declaredArgs.filter((name) => isVolatile(name, service.args)),
		...(Object.keys(baked).length > 0 && { baked }),
		...defined({ version }),
		...(decision.kind === "build" && { takes: inputs.trace.inputs }),
		decision,
	};
}

/** Whether the image has a command: its own, or that of an image of this catalog that it is FROM. */
function commandOf(inputs: ServiceInputs, parents: readonly PlannedImage[]): Pick<PlannedImage, "command"> {
	if (inputs.command !== undefined) return { command: inputs.command };
	const { base } = inputs.trace.finalStage;
	if (base.kind !== "named") return {};
	const parent = parents.find(({ service }) => service === inputs.from[base.name]);
	return parent !== undefined && parent.command === undefined ? {} : { command: "inherited" };
}

/**
 * The base image, for labels, by the platform's own digest as in the fingerprint: other platforms of an index must not
 * change the labels. An image that is FROM another one of the catalog inherits the labels of that one.
 */
function finalBase(base: FromSource, bases: readonly ResolvedBase[]): Pick<PlannedImage, "base"> {
	if (base.kind !== "image") return {};
	const resolved = bases.find(({ ref }) => ref === base.ref);
	// Two digests: the image uses this base for two platforms.
	if (resolved === undefined || resolved.digest.includes(" ")) return {};
	const { host, repository, tag = "latest" } = parseReference(base.ref);
	return { base: { name: `${host}/${repository}:${tag}`, digest: resolved.digest } };
}

interface DecisionSources {
	readonly request: PlanRequest;
	readonly lookups: PlanLookups;
	/** The previous image, if it is known already. */
	readonly published: { readonly previous: PreviousImage | ForeignImage | undefined } | undefined;
}

/** The published image as a foreign one, if its origin must be proven and is not. */
const findUnproven = async (published: PreviousImage | ForeignImage | undefined) =>
	ownImage(published)?.findUnproven?.();

/** An image that does not state what is expected is never reused; building overwrites its content tag. */
function foreignReason(found: ExistingImage | PreviousImage | ForeignImage | undefined): readonly Reason[] {
	if (found === undefined || !("foreign" in found)) return [];
	return [{ kind: "foreign", detail: describeForeign(found.ref, found.foreign) }];
}

async function decide(
	inputs: ServiceInputs,
	image: IdentifiedImage & ImageFingerprint & NewImage,
	{ request, lookups, published }: DecisionSources,
): Promise<Decision> {
	const { service, platform } = inputs;
	const { components, baked } = image;
	if (request.force && request.selected.includes(service))
		return { kind: "build", reasons: [{ kind: "forced", detail: "`force` builds it again" }] };
	if (request.reuse?.from === "none")
		return { kind: "build", reasons: [{ kind: "forced", detail: "`reuse.from` is `none`: every run builds it" }] };
	const existing = await lookups.findImage(image);
	if (existing !== undefined && !("foreign" in existing)) {
		const { digest, size, signedBy, baked: existingBaked = {} } = existing;
		const same = `nothing it is built from has changed${signedBy === undefined ? "" : `; signed by ${signedBy}`}`;
		const details = [same, ...describeStaleValues(existingBaked, baked)];
		return { kind: "unchanged", reasons: details.map((detail) => ({ kind: "already-built", detail })), digest, size };
	}
	const found = published ?? { previous: await lookups.findPrevious(service, platform) };
	const previous = ownImage(found.previous);
	const candidate = keepCandidate(inputs, components, previous);
	// Without a candidate, the published image is only compared with.
	const unproven = candidate && (await findUnproven(found.previous));
	const foreign = [existing, found.previous, unproven].flatMap(foreignReason);
	const changes = await explainBuild(inputs, image, previous, lookups.changedSince);
	const reasons = [...foreign, ...(foreign.length > 0 && changes === sameParts ? [] : changes)];
	const { digest, size } = previous ?? {};
	return {
		...{ kind: "build", reasons },
		...(candidate && unproven === undefined && { keep: candidate }),
		...(digest !== undefined && size !== undefined && { before: { digest, size } }),
	};
}

/**
 * The previous image, if it only differs in the fingerprints of images of this catalog that it is FROM. If their
 * content turns out to be the same, the previous image is kept.
 */
function keepCandidate(
	{ from }: ServiceInputs,
	components: readonly FingerprintComponent[],
	previous: PreviousImage | undefined,
): ConditionalKeep | undefined {
	if (previous?.digest === undefined || previous.on === undefined) return undefined;
	const { digest, on, components: hashes } = previous;
	const parents = new Set(Object.values(from));
	const sameParents = parents.size === Object.keys(on).length && [...parents].every((name) => on[name] !== undefined);
	const isSame = ({ kind, name, hash }: FingerprintComponent) =>
		kind === "image" ? hashes[name] !== undefined : hashes[name] === hash;
	const sameParts = components.length === Object.keys(hashes).length && components.every(isSame);
	return parents.size > 0 && sameParents && sameParts ? { digest, on } : undefined;
}
