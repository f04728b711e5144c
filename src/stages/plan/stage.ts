import { changedSince } from "../../adapters/git/revisions.ts";
import { openCheckout } from "../../adapters/git/checkout.ts";
import type { Registry } from "../../adapters/registry/registry.ts";
import type { Finding, SkippedCheck } from "../../model/documents/lint.ts";
import type { ListedInputs, Plan } from "../../model/documents/plan.ts";
import type { Catalog, Service } from "../../model/service/service.ts";
import type { CachedFiles } from "../../model/service/service-inputs.ts";
import { serviceKind } from "../../model/service/service-kind.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { addLintErrors, type LintServicesRequest, lintServices, toLintSubjects } from "../lint/lint-services.ts";
import { queryIndexes } from "../lint/package-indexes.ts";
import { findSpecialModes } from "../lint/special-modes.ts";
import { catalogRoot, openGit } from "../shared/catalog-root.ts";
import { commitComparer } from "../shared/commit-order.ts";
import type { StageContext } from "../shared/context.ts";
import { writeDocument } from "../shared/documents-folder.ts";
import { openCatalog, openRegistries, openSource, openTree } from "../shared/open-catalog.ts";
import { inputReader, type SelectionScope } from "../shared/read-inputs.ts";
import { runTags } from "../shared/service-tags.ts";
import { baseConfigReader } from "./base-config.ts";
import type { PlanLookups } from "./decide/lookups.ts";
import { listInputs } from "./fingerprint/list-inputs.ts";
import { ImagePrefetch } from "./image-prefetch.ts";
import { addSmokeJobs } from "./jobs/add-smoke-jobs.ts";
import { readBuildTimes } from "./jobs/build-times.ts";
import { makePlan, type PlanRequest, parentServices } from "./make-plan.ts";
import { findImage, findPrevious, keepExistingTags } from "./published-images.ts";
import { findRemovedServices } from "./removed-services.ts";
import { resolveSelection } from "./select/select.ts";

export type { SelectionScope } from "../shared/read-inputs.ts";

/** No plan waits longer for registries in all, milliseconds. */
const longestMs = 600_000;

/** A plan, and what lint found on the way to it. */
export interface LintedPlan {
	readonly plan: Plan;
	/** About the selected services. */
	readonly findings: readonly Finding[];
	/** Checks that could not be made. */
	readonly skipped: readonly SkippedCheck[];
	readonly selected: readonly Service[];
}

/** Works out what has to be built and why, and writes `plan.json`, unless it is only for information (`aside`). */
export async function plan(
	options: StageOptions,
	world: StageContext,
	registry = openRegistries(options, world),
	// Whoever smokes by this plan needs what its services need, too.
	reach: SelectionScope = options.smokeJobs === "off" ? "to-build" : "to-run",
	keep: "written" | "aside" = "written",
): Promise<Plan> {
	return (await planAndLint(options, world, registry, reach, "errors", keep)).plan;
}

/** The same, with what lint found: all of it, or only what forbids to build. */
export async function planAndLint(
	options: StageOptions,
	world: StageContext,
	registry: Registry,
	reach: SelectionScope,
	lint: "all" | "errors",
	keep: "written" | "aside" = "written",
): Promise<LintedPlan> {
	using _ = registry.limit({
		silentMs: options.registryTimeout * 1000,
		totalMs: longestMs,
		option: "registry-timeout",
	});
	const root = catalogRoot(options, world);
	const git = openGit(root, world);
	const checkout = world.checkout ?? openCheckout(git);
	const catalog = await openCatalog(options, world, checkout);
	const [said, tree] = await Promise.all([
		openSource(options, root, world, checkout),
		openTree(catalog.root, git, checkout),
	]);
	const source = { ...said, dirty: said.dirty || (await tree.tree.hidesChanges()) };
	const readBaseConfig = baseConfigReader(registry);
	const reader = inputReader(catalog, tree.files, readBaseConfig);
	const { readText } = tree.files;
	const selected = await resolveSelection({ catalog, options, git, tree: tree.tree, reader, readBaseConfig, readText });
	const outside: PlanLookups = {
		hash: tree.tree.hash,
		resolveBase: (ref, platform) => registry.resolve(ref, platform),
		findImage: (ref, platform) => findImage(registry, ref, platform),
		findPrevious: (service, platform) => findPrevious(registry, service, platform, source, catalog),
		changedSince: (revision, paths) => changedSince(git, revision, paths),
	};
	const { tags, versions, problems, remarks } = runTags(selected, source, catalog);
	const removed = findRemovedServices(catalog, source, registry, commitComparer(options, root, world));
	const ahead = new ImagePrefetch(outside, { source, project: catalog.project, versions });
	const read = await reader.readAll(
		selected,
		options.platform,
		reach,
		options.force ? undefined : (one) => ahead.start(one),
	);
	const least = lint === "errors" ? ({ minSeverity: "error" } as const) : {};
	const reached = new Set(read.map(({ service }) => service.name));
	const concerned = catalog.services.filter(({ name }) => reached.has(name));
	const judged = { inputs: read, services: concerned, catalog, around: tree.around, ...least };
	let findings = lintServices(judged);
	// Known before anything is built, and no matter of the other services.
	const untaggable = (inputs: PlanRequest["inputs"]): PlanRequest["inputs"] =>
		inputs.map((one) => {
			const more = problems.get(one.service.name) ?? [];
			// The same object where nothing is added: what was asked ahead is found by it.
			return more.length === 0 ? one : { ...one, problems: [...one.problems, ...more] };
		});
	const inputs = untaggable(addLintErrors(read, findings));
	// Both build a commit again, on purpose.
	const again = options.stale || source.event.kind === "schedule";
	const parents = await parentsElsewhere(catalog, read, tree.files);
	const request: PlanRequest = {
		catalog,
		source,
		selected,
		force: options.force,
		...(options.stale && { staleAt: (world.date ?? Date.now)() }),
		inputs,
		versions,
		remarks: [...remarks, ...(await removed)],
		parents,
		tags: again ? await keepExistingTags(tags, selected, registry) : tags,
		runners: options.emulate ? "emulated" : "native",
		maxJobs: options.maxJobs,
		estimate: options.estimate || world.env.GITHUB_ACTIONS === "true",
		times: (images) => readBuildTimes(options, world, images),
		prefetch: ahead,
	};
	let made = await makePlan(request, outside);
	// Only what is to be built has to be there to be installed, and to have modes that git keeps; a run that builds nothing asks nobody.
	const building = new Set(made.images.flatMap(({ service, decision }) => (decision.kind === "build" ? service : [])));
	const [asked, special] = await Promise.all([
		lint === "all" ? askAbout(building, judged, options, world) : undefined,
		findSpecialModes(
			catalog.root,
			inputs.filter(({ service }) => building.has(service.name)),
		),
	]);
	if (asked !== undefined || special.size > 0) {
		findings = lintServices({ ...judged, ...(asked && { packageFacts: asked.packageFacts }), specialModes: special });
		const refused = untaggable(addLintErrors(read, findings));
		if (refused.some((one, i) => one.problems.length > (inputs[i]?.problems.length ?? 0)))
			made = await makePlan({ ...request, inputs: refused }, outside);
	}
	const jobs = await addSmokeJobs(made, options, registry);
	const listed = options.inputs ? { ...jobs, inputs: listAll(made, inputs) } : jobs;
	if (keep === "written") await writeDocument(options.out, listed);
	const names = new Set(selected.map(({ name }) => name));
	const mine = findings.filter(({ service }) => service === undefined || names.has(service));
	const skipped = (asked?.failures ?? []).map((why) => ({ check: "packages", why }) as const);
	return { plan: listed, findings: mine, skipped, selected };
}

/**
 * Services that others are built from, where that decides whether they are started and those others are not part of this run. Their Dockerfiles say it, and
 * no registry is asked.
 */
async function parentsElsewhere(
	catalog: Catalog,
	read: PlanRequest["inputs"],
	files: CachedFiles,
): Promise<readonly string[]> {
	const seen = new Set(read.map(({ service }) => service.name));
	const others = catalog.services.filter(({ name }) => !seen.has(name));
	const unsure = read.some(
		(one) =>
			one.trace !== undefined &&
			one.command !== "own" &&
			serviceKind({ ...catalog, images: [] }, one.service) === "base",
	);
	return unsure && others.length > 0
		? parentServices(await inputReader(catalog, files).readAll(others, [], "to-build"))
		: [];
}

/** What package indexes know of what the images to build install. */
function askAbout(
	building: ReadonlySet<string>,
	judged: LintServicesRequest,
	options: StageOptions,
	world: StageContext,
) {
	const services = judged.catalog.services.filter(({ name }) => building.has(name));
	const catalog = { ...judged.catalog, services };
	return queryIndexes({ catalog, subjects: toLintSubjects(judged.inputs), around: judged.around }, options, world);
}

function listAll({ images, selected }: Plan, inputs: PlanRequest["inputs"]): readonly ListedInputs[] {
	return selected.flatMap((name) =>
		inputs.flatMap((one) => {
			if (one.service.name !== name || one.trace === undefined) return [];
			const image = images.find(({ service, platform }) => service === name && platform === one.platform);
			return [listInputs(one, image)];
		}),
	);
}
