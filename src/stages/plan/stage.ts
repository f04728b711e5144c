import { openCheckout } from "../../adapters/git/checkout.ts";
import { changedSince } from "../../adapters/git/revisions.ts";
import type { Registry } from "../../adapters/registry/registry.ts";
import type { Finding, SkippedCheck } from "../../model/documents/lint.ts";
import type { ListedInputs, Plan } from "../../model/documents/plan.ts";
import type { Service } from "../../model/service/service.ts";
import { serviceKind } from "../../model/service/service-kind.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import { prefetch } from "../../util/prefetch.ts";
import { addLintErrors, type LintServicesRequest, lintServices, toLintSubjects } from "../lint/lint-services.ts";
import { queryIndexes } from "../lint/package-indexes.ts";
import { findSpecialModes } from "../lint/special-modes.ts";
import { catalogRoot, openGit } from "../shared/catalog-root.ts";
import type { StageContext } from "../shared/context.ts";
import { openRun } from "../shared/default-branch.ts";
import { writeDocument } from "../shared/documents-folder.ts";
import { commitComparer, openCatalog, openRegistries, openTree } from "../shared/open-catalog.ts";
import { inputReader, type SelectionScope } from "../shared/read-inputs.ts";
import { plannedReuse, signaturesOf } from "../shared/reuse.ts";
import { runTags } from "../shared/service-tags.ts";
import { baseConfigReader } from "./base-config.ts";
import type { PlanLookups } from "./decide/lookups.ts";
import { listInputs } from "./fingerprint/list-inputs.ts";
import { ImagePrefetch } from "./image-prefetch.ts";
import { addSmokeJobs } from "./jobs/add-smoke-jobs.ts";
import { readBuildTimes } from "./jobs/build-times.ts";
import { assemblePlan, type DecidedImages, decideImages, type PlanRequest, parentServices } from "./make-plan.ts";
import { findImage, findPrevious, keepExistingTags } from "./published-images.ts";
import { findRemovedServices } from "./removed-services.ts";
import { resolveSelection } from "./select/select.ts";

/** A plan waits no longer for registries in total, milliseconds. */
const maxRegistryWaitMs = 600_000;

export type { SelectionScope } from "../shared/read-inputs.ts";

/** A plan, and what lint found while it was made. */
export interface LintedPlan {
	readonly plan: Plan;
	/** About the selected services. */
	readonly findings: readonly Finding[];
	/** Checks that could not run. */
	readonly skipped: readonly SkippedCheck[];
	readonly selected: readonly Service[];
}

export interface PlanSettings {
	/** Without it, a client is opened. */
	readonly registry?: Registry | undefined;
	/** Without it, what the plan's smoke jobs need. */
	readonly scope?: SelectionScope | undefined;
	/** All findings, or only the errors, which forbid a build. */
	readonly lint?: "all" | "errors";
	/** `aside`: the plan is only for information, and `plan.json` is not written. */
	readonly keep?: "written" | "aside";
}

/** Decides what has to be built and why, and writes `plan.json`. */
export async function plan(options: StageOptions, context: StageContext, settings: PlanSettings = {}): Promise<Plan> {
	return (await planAndLint(options, context, settings)).plan;
}

/** The same, with the findings of lint. */
export async function planAndLint(
	options: StageOptions,
	context: StageContext,
	settings: PlanSettings,
): Promise<LintedPlan> {
	const { registry = openRegistries(options, context), lint: level = "errors", keep = "written" } = settings;
	const { scope = options.smokeJobs === "off" ? "to-build" : "to-run" } = settings;
	const silentMs = options.registryTimeout * 1000;
	using _ = registry.limit({ silentMs, totalMs: maxRegistryWaitMs, option: "registry-timeout" });

	const loaded = await load({ options, context, registry });
	const read = await readInputs(loaded, scope);
	const linted = lint(read, level);
	const planned = await makePlan(linted);
	if (keep === "written") await writeDocument(options.out, planned.plan);
	return planned;
}

interface Run {
	readonly options: StageOptions;
	readonly context: StageContext;
	readonly registry: Registry;
}

/** The commit, the tree, the catalog with the default branch's settings, and the services that the run is about. */
async function load(run: Run) {
	const { options, context, registry } = run;
	const root = catalogRoot(options, context);
	const git = openGit(root, context);
	const checkout = context.checkout ?? openCheckout(git);
	const own = await openCatalog(options, context, checkout);
	const [{ catalog, source: opened }, { tree, files, around }] = await Promise.all([
		openRun(own, options, { context, checkout }),
		openTree(own.root, git, checkout),
	]);
	const source = { ...opened, dirty: opened.dirty || (await tree.hidesChanges()) };
	const readBaseConfig = baseConfigReader(registry);
	const reader = inputReader(catalog, files, readBaseConfig);
	const { readText } = files;
	const selected = await resolveSelection({ catalog, options, git, tree, reader, readBaseConfig, readText });
	return { ...run, root, git, catalog, source, tree, files, around, reader, selected };
}

type Loaded = Awaited<ReturnType<typeof load>>;
type Inputs = PlanRequest["inputs"];

/** What the images of the run are built from. */
async function readInputs(loaded: Loaded, scope: SelectionScope) {
	const { options, context, registry, root, git, catalog, source, tree, reader, selected } = loaded;
	const reuse = plannedReuse(catalog, options);
	const signatures = await signaturesOf(registry, { source, ...defined({ reuse }) }, options, context);
	const images = { registry, signatures };
	const lookups: PlanLookups = {
		hash: tree.hash,
		resolveBase: (ref, platform) => registry.resolve(ref, platform),
		findImage: (image) => findImage(images, image, source),
		findPrevious: (service, platform) => findPrevious(images, service, platform, { source, catalog }),
		changedSince: (revision, paths) => changedSince(git, revision, paths),
	};
	const tags = runTags(selected, source, catalog);
	const removed = prefetch(() =>
		findRemovedServices(catalog, source, registry, commitComparer(options, root, context)),
	);
	const ahead = new ImagePrefetch(lookups, { source, project: catalog.project, versions: tags.versions });
	const isAsked = !options.force && reuse?.from !== "none";
	const onRead = isAsked ? (input: Inputs[number]) => ahead.start(input) : undefined;
	const inputs = await reader.readAll(selected, options.platform, scope, onRead);
	return { ...loaded, reuse, signatures, lookups, tags, removed, prefetch: ahead, inputs };
}

type Read = Awaited<ReturnType<typeof readInputs>>;

/** What lint finds in the tree; package indexes and file modes are checked for images to build only. */
function lint(read: Read, level: "all" | "errors") {
	const { inputs, catalog, around } = read;
	const names = new Set(inputs.map(({ service }) => service.name));
	const services = catalog.services.filter(({ name }) => names.has(name));
	const lintRequest: LintServicesRequest = {
		...{ inputs, services, catalog, around },
		...(level === "errors" && { minSeverity: "error" }),
	};
	const findings = lintServices(lintRequest);
	return { ...read, level, lintRequest, findings, buildable: withProblems(read, findings) };
}

type Linted = ReturnType<typeof lint>;

/**
 * Adds what blocks an image: errors of lint, and illegal tags. Inputs to which nothing is added stay the same object.
 */
function withProblems({ inputs, tags }: Read, findings: readonly Finding[]): Inputs {
	return addLintErrors(inputs, findings).map((input) => {
		const tagProblems = tags.problems.get(input.service.name) ?? [];
		return tagProblems.length === 0 ? input : { ...input, problems: [...input.problems, ...tagProblems] };
	});
}

/** Decides on the images, and again on those that checks of the images to build block. */
async function makePlan(linted: Linted): Promise<LintedPlan> {
	const { options, registry, signatures, lookups, selected } = linted;
	const request = await toPlanRequest(linted);
	const first = await decideImages({ ...request, lookups });
	const { inputs, findings, skipped } = await checkImagesToBuild(linted, first);
	const decided = inputs === linted.buildable ? first : await decideImages({ ...request, lookups, inputs }, first);
	const planned = await addSmokeJobs(await assemblePlan(request, decided), options, { registry, signatures });
	const names = new Set(selected.map(({ name }) => name));
	return {
		plan: options.inputs ? { ...planned, inputs: listAllInputs(planned, linted.inputs) } : planned,
		findings: findings.filter(({ service }) => service === undefined || names.has(service)),
		...{ skipped, selected },
	};
}

async function toPlanRequest(linted: Linted): Promise<PlanRequest> {
	const { options, context, registry, catalog, source, selected, reuse, tags, removed, prefetch, buildable } = linted;
	const { versions, remarks } = tags;
	const parents = await parentsOutsideRun(linted);
	// Both build a commit again on purpose: its immutable tags stay with the first build.
	const isRebuild = options.stale || source.event.kind === "schedule";
	return {
		...{ catalog, source, selected, inputs: buildable, versions, parents, prefetch },
		force: options.force,
		...defined({ reuse }),
		...(options.stale && { staleAt: (context.date ?? Date.now)() }),
		remarks: [...remarks, ...(await removed)],
		tags: isRebuild ? await keepExistingTags(tags.tags, selected, registry) : tags.tags,
		runners: options.emulate ? "emulated" : "native",
		maxJobs: options.maxJobs,
		estimate: options.estimate || context.env.GITHUB_ACTIONS === "true",
		times: (images) => readBuildTimes(options, context, images),
	};
}

/** Checks packages and file modes of images to build. The inputs stay the same object unless one is blocked. */
async function checkImagesToBuild(linted: Linted, { byInputs }: DecidedImages) {
	const { options, context, catalog, around, level, lintRequest, findings, buildable } = linted;
	const toBuild = [...byInputs.values()].filter(({ decision }) => decision.kind === "build");
	const names = new Set(toBuild.map(({ service }) => service));
	const services = catalog.services.filter(({ name }) => names.has(name));
	const queries = { catalog: { ...catalog, services }, subjects: toLintSubjects(linted.inputs), around };
	const [answers, special] = await Promise.all([
		level === "all" ? queryIndexes(queries, options, context) : undefined,
		findSpecialModes(
			catalog.root,
			buildable.filter(({ service }) => names.has(service.name)),
		),
	]);
	const skipped = (answers?.failures ?? []).map((why) => ({ check: "packages", why }) as const);
	if (answers === undefined && special.size === 0) return { inputs: buildable, findings, skipped };
	const all = lintServices({
		...{ ...lintRequest, specialModes: special },
		...defined({ packageFacts: answers?.packageFacts }),
	});
	const inputs = withProblems(linted, all);
	const isBlocking = inputs.some(({ problems }, i) => problems.length > (buildable[i]?.problems.length ?? 0));
	return { inputs: isBlocking ? inputs : buildable, findings: all, skipped };
}

/** Services outside of this run that others are built from, if that decides whether they are started. */
async function parentsOutsideRun({ catalog, files, inputs }: Read): Promise<readonly string[]> {
	const names = new Set(inputs.map(({ service }) => service.name));
	const others = catalog.services.filter(({ name }) => !names.has(name));
	const mayBeBase = ({ trace, command, service }: Inputs[number] & { readonly command?: unknown }) =>
		trace !== undefined && command !== "own" && serviceKind({ ...catalog, images: [] }, service) === "base";
	if (others.length === 0 || !inputs.some(mayBeBase)) return [];
	return parentServices(await inputReader(catalog, files).readAll(others, [], "to-build"));
}

function listAllInputs({ images, selected }: Plan, inputs: Inputs): readonly ListedInputs[] {
	return selected.flatMap((name) =>
		inputs.flatMap((input) => {
			if (input.service.name !== name || input.trace === undefined) return [];
			const image = images.find(({ service, platform }) => service === name && platform === input.platform);
			return [listInputs(input, image)];
		}),
	);
}
