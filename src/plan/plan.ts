import pLimit from "p-limit";
import type { Origin, TreeEntry } from "../dockerfile/dockerfile.ts";
import type { Component, Decision, Plan, PlannedImage, PlannedTags, Reason } from "../documents/plan.ts";
import type { Catalog, Service } from "../documents/service.ts";
import type { Source } from "../documents/source.ts";
import { type Problem, UserError } from "../errors.ts";
import { isVolatile, type LocatedInput, type ServiceInputs } from "../inputs/inputs.ts";
import { parseReference } from "../registry/reference.ts";
import { ageOf, agePart, stampOf } from "./age.ts";
import { areProblems, type ResolveBase, type ResolvedBase, resolveBases } from "./bases.ts";
import { estimate } from "./estimate.ts";
import { component, contentTag, fingerprintOf, hashOf } from "./fingerprint.ts";
import { keepable } from "./keep.ts";
import { toMatrix } from "./matrix.ts";
import { argsOf, partsOf } from "./parts.ts";
import { type Previous, whyBuild } from "./reasons.ts";
import { toWaves } from "./waves.ts";
import { imageKey, type Runners, workOf } from "./work.ts";

/** What a plan asks the outside. Every answer is a fact about the tree or the registry; nothing here changes them. */
export interface Facts {
	/** Content of a file or link of the tree, as one id. */
	hash(entry: TreeEntry): string | Promise<string>;
	readonly resolveBase: ResolveBase;
	/** The image under a content tag. Undefined only when the registry says that there is none. */
	findImage(ref: string, platform: string): Promise<{ readonly digest: string; readonly size: number } | undefined>;
	/** What is published under a service's floating tag now, for its reasons. */
	findPrevious(service: Service, platform: string): Promise<Previous | undefined>;
	/** Files below the paths that differ from a commit; undefined when it is not known. */
	changedSince(revision: string, paths: readonly string[]): Promise<readonly string[] | undefined>;
}

export interface PlanRequest {
	readonly catalog: Catalog;
	readonly source: Source;
	readonly selected: readonly Service[];
	readonly force: boolean;
	/** When images whose time-to-live ran out are to be built anew: the time that it is, milliseconds since 1970. */
	readonly staleAt?: number;
	readonly runners?: Runners;
	readonly maxJobs?: number | undefined;
	/** Seconds that earlier builds took, by service and platform in the form of `imageKey`. Asked when there is work to spread, of these images. */
	readonly times?: (images: readonly PlannedImage[]) => Promise<ReadonlyMap<string, number>>;
	/** By service and platform, for the selected services and all they are built from. */
	readonly inputs: readonly (ServiceInputs | Unreadable)[];
	readonly tags: Readonly<Record<string, PlannedTags>>;
}

/** A service whose Dockerfile could not be read. */
export interface Unreadable {
	readonly service: Service;
	readonly platform: string;
	readonly problems: readonly Problem[];
	readonly trace?: never;
}

/** Works out which images have to be built, and why. */
export async function makePlan(request: PlanRequest, facts: Facts): Promise<Plan> {
	const { catalog, source, selected, inputs } = request;
	const needed = new Set(inputs.map(({ service }) => service.name));
	const names = catalog.services.map(({ name }) => name).filter((name) => needed.has(name));
	const waves = toWaves(names, (name) => dependenciesOf(name, inputs));
	const planned = new Map<string, PlannedImage>();
	const sizes = new Map<string, number>();
	const asked = remembering(facts, sizes);
	// Enough to keep a registry busy; all at once would hold every list of files at the same time.
	const few = pLimit(32);
	for (const wave of waves) {
		const mine = inputs.filter(({ service }) => wave.includes(service.name));
		const images = await Promise.all(mine.map((one) => few(() => planOrBlock(one, request, asked, planned))));
		for (const image of images) planned.set(imageKey(image.service, image.platform), image);
	}
	const images = names.flatMap((name) => [...planned.values()].filter(({ service }) => service === name));
	const toBuild = images.filter(({ decision }) => decision.kind === "build");
	const seconds = toBuild.length === 0 ? undefined : await request.times?.(toBuild);
	const known = { seconds: seconds ?? new Map<string, number>(), sizes };
	const { work, by } = workOf(images, catalog.services, waves, request.runners ?? "native", known);
	const selectedNames = selected.map(({ name }) => name);
	// A base that nobody selected has no leg of its own: the legs that need it build it first.
	const wanted = work.filter(({ service }) => selectedNames.includes(service));
	const { include, bins } = toMatrix(wanted, { maxJobs: request.maxJobs, selected: selectedNames });
	return {
		kind: "lucid.plan",
		version: 1,
		project: catalog.project,
		root: catalog.root,
		source,
		network: catalog.network,
		phases: catalog.phases,
		services: catalog.services,
		planned: catalog.planned,
		externals: catalog.externals,
		selected: selectedNames,
		images,
		tags: request.tags,
		waves,
		matrix: { include },
		estimate: estimate(
			bins,
			images.filter(({ service }) => selectedNames.includes(service)),
			work,
			by,
		),
	};
}

/** The size of what is published tells how long building it takes, when nothing better does. */
function remembering(facts: Facts, sizes: Map<string, number>): Facts {
	return {
		...facts,
		findPrevious: async (service, platform) => {
			const previous = await facts.findPrevious(service, platform);
			if (previous?.size !== undefined) sizes.set(imageKey(service.name, platform), previous.size);
			return previous;
		},
	};
}

function dependenciesOf(name: string, inputs: PlanRequest["inputs"]): readonly string[] {
	return inputs.flatMap((one) => (one.service.name === name && one.trace !== undefined ? Object.values(one.from) : []));
}

/** A file that cannot be read, or is gone since the tree was, is its service's own problem. */
async function planOrBlock(...args: Parameters<typeof planImage>): Promise<PlannedImage> {
	try {
		return await planImage(...args);
	} catch (error) {
		if (!(error instanceof UserError) || !error.problems.every(({ code }) => code === "dockerfile/unreadable"))
			throw error;
		return blocked(args[0], error.problems);
	}
}

async function planImage(
	inputs: ServiceInputs | Unreadable,
	request: PlanRequest,
	facts: Facts,
	planned: ReadonlyMap<string, PlannedImage>,
): Promise<PlannedImage> {
	const { service, platform, problems } = inputs;
	if (inputs.trace === undefined) return blocked(inputs, problems);
	const before = Object.values(inputs.from).flatMap((name) => planned.get(imageKey(name, platform)) ?? []);
	const stuck = before.find(({ decision }) => decision.kind === "blocked");
	if (stuck !== undefined) return blocked(inputs, [brokenBase(inputs, stuck.service)]);
	const missing = Object.values(inputs.from).find((name) => !planned.has(imageKey(name, platform)));
	if (missing !== undefined) return blocked(inputs, [noPlatform(inputs, missing)]);
	const bases = await resolveBases(inputs, facts.resolveBase);
	if (areProblems(bases)) return blocked(inputs, [...problems, ...bases]);
	if (problems.length > 0) return blocked(inputs, problems);

	const fingerprints = new Map(before.map((image) => [image.service, image.fingerprint]));
	// Only what may be older than it should needs to be asked for what was published.
	const aging = service.ttl === undefined ? undefined : { previous: await facts.findPrevious(service, platform) };
	const age = ageOf(service.ttl, request.staleAt, stampOf(aging?.previous?.components));
	const parts = [...(await partsOf(inputs, { hash: facts.hash, fingerprints, bases })), ...agePart(age)];
	const fingerprint = fingerprintOf(parts);
	const components = parts.map(({ kind, name, value }) => component(kind, name, value));
	const contentRef = `${service.image}:${contentTag(fingerprint, platform)}`;
	return {
		service: service.name,
		platform,
		fingerprint,
		contentRef,
		components,
		bases: bases.map(({ ref, pinned }: ResolvedBase) => ({ ref, pinned })),
		...finalBase(inputs.trace.final.base, bases),
		from: inputs.from,
		args: argsOf(inputs),
		volatileArgs: inputs.trace.declaredArgs.filter((name) => isVolatile(name, service.args)),
		decision: await decide(inputs, contentRef, components, request, facts, aging),
	};
}

/**
 * What the image is FROM, for its labels. The platform's own digest, as in the fingerprint: one and the same image must not be labelled by what else an
 * index holds. Of a base of the catalog nothing is said: its own labels hold, which name what it is FROM.
 */
function finalBase(base: Origin, bases: readonly ResolvedBase[]): Pick<PlannedImage, "base"> {
	if (base.kind !== "image") return {};
	const found = bases.find(({ ref }) => ref === base.ref);
	if (found === undefined || found.digest.includes(" ")) return {};
	const { host, repository, tag = "latest" } = parseReference(base.ref);
	return { base: { name: `${host}/${repository}:${tag}`, digest: found.digest } };
}

async function decide(
	inputs: ServiceInputs,
	contentRef: string,
	components: readonly Component[],
	request: PlanRequest,
	facts: Facts,
	/** What is published, where it was asked for already. */
	aging: { readonly previous: Previous | undefined } | undefined,
): Promise<Decision> {
	const { service, platform } = inputs;
	if (request.force && request.selected.includes(service))
		return { kind: "build", reasons: [{ kind: "forced", detail: "asked to build it anyway" }] };
	const found = await facts.findImage(contentRef, platform);
	if (found !== undefined)
		return {
			kind: "unchanged",
			reasons: [{ kind: "already-built", detail: "nothing it is built from has changed" }],
			...found,
		};
	const { previous } = aging ?? { previous: await facts.findPrevious(service, platform) };
	const keep = keepable(inputs, components, previous);
	const reasons = await explain(inputs, components, previous, facts);
	return { kind: "build", reasons, ...(keep !== undefined && { keep }) };
}

async function explain(
	{ selected }: ServiceInputs,
	components: readonly Component[],
	previous: Previous | undefined,
	{ changedSince }: Facts,
): Promise<readonly Reason[]> {
	const changed = components.filter(({ kind, name, hash }) => kind === "files" && previous?.components[name] !== hash);
	const files = new Map<string, readonly string[] | undefined>();
	for (const { name } of previous?.revision === undefined ? [] : changed) {
		const mine = selected.filter(({ input }) => input.label === name);
		files.set(name, await changedFiles(mine, (paths) => changedSince(previous?.revision ?? "", paths)));
	}
	return whyBuild(components, previous, (name) => files.get(name));
}

/** Of what an instruction brings, the files that differ; a file that is gone lies below one of its sources. */
async function changedFiles(
	inputs: readonly LocatedInput[],
	changed: (paths: readonly string[]) => Promise<readonly string[] | undefined>,
): Promise<readonly string[] | undefined> {
	const sources = inputs.flatMap(({ input, root }) =>
		input.sources.map((source) => (root + trimSlashes(source)).replace(/\/\.$|^\.$/, "")),
	);
	// Git is asked for the folder above a wildcard.
	const folders = sources.map((source) => source.replace(/(^|\/)[^/]*[*?[].*$/, "") || ".");
	const brought = new Set(inputs.flatMap(({ entries }) => entries.map(({ path }) => path)));
	const found = await changed([...new Set(folders)]);
	return found?.filter(
		(path) => brought.has(path) || sources.some((source) => path === source || path.startsWith(`${source}/`)),
	);
}

const trimSlashes = (path: string) => path.replace(/^(\.?\/)+|\/+$/g, "");

function blocked({ service, platform }: ServiceInputs | Unreadable, problems: readonly Problem[]): PlannedImage {
	// Never looked up nor pushed; there so that every image of a plan has the same shape.
	const fingerprint = hashOf(["blocked", service.name, platform]);
	const detail = problems.length === 1 ? (problems[0]?.message ?? "") : `${problems.length} problems`;
	return {
		service: service.name,
		platform,
		fingerprint,
		contentRef: `${service.image}:${contentTag(fingerprint, platform)}`,
		components: [],
		bases: [],
		from: {},
		args: {},
		volatileArgs: [],
		decision: { kind: "blocked", reasons: [{ kind: "blocked", detail }], problems },
	};
}

const brokenBase = ({ service }: ServiceInputs, name: string): Problem => ({
	code: "plan/base-blocked",
	message: `is built from ${name}, which cannot be built`,
	at: { file: service.dockerfile },
});

const noPlatform = ({ service, platform }: ServiceInputs, name: string): Problem => ({
	code: "plan/base-platform",
	message: `is built from ${name}, which is not made for ${platform}`,
	at: service.at,
	fix: `add ${platform} to the platforms of ${name}`,
});
