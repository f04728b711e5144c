import type { FromSource } from "../../../model/dockerfile/dockerfile.ts";
import type { ConditionalKeep, Decision, FingerprintComponent, PlannedImage } from "../../../model/documents/plan.ts";
import { imageKey } from "../../../model/job-matrix/pending-images.ts";
import { isRepositoryForbidden } from "../../../model/oci/image-errors.ts";
import { parseReference } from "../../../model/oci/reference.ts";
import { isVolatile, type ServiceInputs, type UnreadableInputs } from "../../../model/service/service-inputs.ts";
import { type BakedValues, describeStaleValues } from "../../../model/tags/volatile-values.ts";
import { defined } from "../../../util/defined.ts";
import { UserError } from "../../../util/errors.ts";
import { type ImageIdentity, identifyImage } from "../fingerprint/fingerprint.ts";
import { fingerprintArgs } from "../fingerprint/parts.ts";
import { bakedParts, bakedValues } from "./baked-values.ts";
import { areProblems, type ResolvedBase, resolveBases } from "./bases.ts";
import { blockedBaseProblem, blockedImage, missingPlatformProblem } from "./blocked.ts";
import { explainBuild } from "./explain.ts";
import type { PlanLookups } from "./lookups.ts";
import type { PreviousImage } from "./reasons.ts";
import type { PlanRequest } from "./request.ts";
import { publishedWindow, ttlPart, ttlWindow } from "./ttl-window.ts";

/** A file that cannot be read, or is gone since the tree was, and a repository that is closed are their service's own problem. */
export async function planOrBlock(...args: Parameters<typeof planImage>): Promise<PlannedImage> {
	try {
		return await planImage(...args);
	} catch (error) {
		const [inputs] = args;
		if (isRepositoryForbidden(error))
			return blockedImage(
				inputs,
				error.problems.map((one) => ({ at: inputs.service.at, ...one })),
			);
		if (!(error instanceof UserError) || !error.problems.every(({ code }) => code === "dockerfile/unreadable"))
			throw error;
		return blockedImage(inputs, error.problems);
	}
}

async function planImage(
	inputs: ServiceInputs | UnreadableInputs,
	request: PlanRequest,
	facts: PlanLookups,
	planned: ReadonlyMap<string, PlannedImage>,
): Promise<PlannedImage> {
	const { service, platform, problems } = inputs;
	if (inputs.trace === undefined) return blockedImage(inputs, problems);
	const before = Object.values(inputs.from).flatMap((name) => planned.get(imageKey(name, platform)) ?? []);
	const stuck = before.find(({ decision }) => decision.kind === "blocked");
	if (stuck !== undefined) return blockedImage(inputs, [blockedBaseProblem(inputs, stuck.service)]);
	const missing = Object.values(inputs.from).find((name) => !planned.has(imageKey(name, platform)));
	if (missing !== undefined) return blockedImage(inputs, [missingPlatformProblem(inputs, missing)]);
	const bases = await resolveBases(inputs, facts.resolveBase);
	if (areProblems(bases)) return blockedImage(inputs, [...problems, ...bases]);
	if (problems.length > 0) return blockedImage(inputs, problems);

	const fingerprints = new Map(before.map((image) => [image.service, image.fingerprint]));
	// Only what may be older than it should needs to be asked for what was published.
	const aging = service.ttl === undefined ? undefined : { previous: await facts.findPrevious(service, platform) };
	const age = ttlWindow(service.ttl, request.staleAt, publishedWindow(aging?.previous?.components));
	const outside = { hash: facts.hash, fingerprints, bases };
	const versions = request.versions ?? new Map<string, string>();
	const version = versions.get(service.name);
	const baked = bakedValues(inputs, { source: request.source, project: request.catalog.project, versions });
	const asked = await request.prefetch?.get(inputs);
	const more = [...ttlPart(age), ...bakedParts(baked, version)];
	const { fingerprint, contentRef, components } = asked ?? (await identifyImage(inputs, outside, more));
	const known = asked === undefined ? facts : { ...facts, findImage: async () => asked.found };
	const decision = await decide(inputs, { fingerprint, contentRef, components, baked }, request, known, aging);
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
		...commandOf(inputs, before),
		volatileArgs: inputs.trace.declaredArgs.filter((name) => isVolatile(name, service.args)),
		...(Object.keys(baked).length > 0 && { baked }),
		...defined({ version }),
		...(decision.kind === "build" && { takes: inputs.trace.inputs }),
		decision,
	};
}

/** Its own command, else that of what it is FROM, which may be an image of this catalog. */
function commandOf(inputs: ServiceInputs, before: readonly PlannedImage[]): Pick<PlannedImage, "command"> {
	if (inputs.command !== undefined) return { command: inputs.command };
	const { base } = inputs.trace.finalStage;
	if (base.kind !== "named") return {};
	const made = before.find(({ service }) => service === inputs.from[base.name]);
	return made !== undefined && made.command === undefined ? {} : { command: "inherited" };
}

/**
 * What the image is FROM, for its labels. The platform's own digest, as in the fingerprint: one and the same image must not be labelled by what else an
 * index holds. Of a base of the catalog nothing is said: its own labels hold, which name what it is FROM.
 */
function finalBase(base: FromSource, bases: readonly ResolvedBase[]): Pick<PlannedImage, "base"> {
	if (base.kind !== "image") return {};
	const found = bases.find(({ ref }) => ref === base.ref);
	if (found === undefined || found.digest.includes(" ")) return {};
	const { host, repository, tag = "latest" } = parseReference(base.ref);
	return { base: { name: `${host}/${repository}:${tag}`, digest: found.digest } };
}

async function decide(
	inputs: ServiceInputs,
	{ contentRef, components, baked }: ImageIdentity & { readonly baked: BakedValues },
	request: PlanRequest,
	facts: PlanLookups,
	/** What is published, where it was asked for already. */
	aging: { readonly previous: PreviousImage | undefined } | undefined,
): Promise<Decision> {
	const { service, platform } = inputs;
	if (request.force && request.selected.includes(service))
		return { kind: "build", reasons: [{ kind: "forced", detail: "asked to build it anyway" }] };
	const found = await facts.findImage(contentRef, platform);
	if (found !== undefined) {
		const { digest, size, baked: there = {} } = found;
		const details = ["nothing it is built from has changed", ...describeStaleValues(there, baked)];
		return { kind: "unchanged", reasons: details.map((detail) => ({ kind: "already-built", detail })), digest, size };
	}
	const { previous } = aging ?? { previous: await facts.findPrevious(service, platform) };
	const keep = keepCandidate(inputs, components, previous);
	const reasons = await explainBuild(inputs, components, previous, facts, baked);
	const { digest, size } = previous ?? {};
	return {
		...{ kind: "build", reasons },
		...defined({ keep }),
		...(digest !== undefined && size !== undefined && { before: { digest, size } }),
	};
}

/**
 * What is published, where it differs from what is wanted only by images of this catalog that it is FROM. Whether those differ in what they hold shows
 * once they are built.
 */
export function keepCandidate(
	{ from }: ServiceInputs,
	components: readonly FingerprintComponent[],
	previous: PreviousImage | undefined,
): ConditionalKeep | undefined {
	if (previous?.digest === undefined || previous.on === undefined) return undefined;
	const { digest, on, components: before } = previous;
	const parents = new Set(Object.values(from));
	const sameParents = parents.size === Object.keys(on).length && [...parents].every((name) => on[name] !== undefined);
	const same = ({ kind, name, hash }: FingerprintComponent) =>
		kind === "image" ? before[name] !== undefined : before[name] === hash;
	const sameParts = components.length === Object.keys(before).length && components.every(same);
	return parents.size > 0 && sameParents && sameParts ? { digest, on } : undefined;
}
