import type { Plan, PlannedTags } from "../documents/plan.ts";
import type { Catalog, Service } from "../documents/service.ts";
import type { Source } from "../documents/source.ts";
import { type Problem, UserError } from "../errors.ts";
import { changedSince } from "../git/changes.ts";
import { type Files, readInputs } from "../inputs/inputs.ts";
import type { StageOptions } from "../interface/values.ts";
import { makePlan, type PlanRequest } from "../plan/plan.ts";
import type { Previous } from "../plan/reasons.ts";
import { selectServices } from "../plan/select.ts";
import type { Registry } from "../registry/registry.ts";
import { computeTags } from "../tags/tags.ts";
import { writeDocument } from "./folder.ts";
import { gitOf, openCatalog, openRegistries, openSource, openTree } from "./open.ts";
import type { World } from "./world.ts";

/** How far a selection reaches: to what its images are built from, or also to what they need to run. */
export type Reach = "to-build" | "to-run";

/** Works out what has to be built and why, and writes `plan.json`. */
export async function plan(
	options: StageOptions,
	world: World,
	registry = openRegistries(options, world),
	reach: Reach = "to-build",
): Promise<Plan> {
	const catalog = await openCatalog(options, world);
	const git = gitOf(catalog.root, world);
	const [source, tree] = await Promise.all([openSource(options, git, world), openTree(catalog.root, git)]);
	const selected = selectServices(catalog, { services: options.service, phases: options.phase });
	const request: PlanRequest = {
		catalog,
		source,
		selected,
		force: options.force,
		inputs: await readAllInputs(catalog, selected, options.platform, tree.files, reach),
		tags: tagsOf(selected, source, catalog),
	};
	const made = await makePlan(request, {
		hash: tree.hash,
		resolveBase: (ref, platform) => registry.resolve(ref, platform),
		findImage: (ref, platform) => findImage(registry, ref, platform),
		findPrevious: (service, platform) => findPrevious(registry, service, platform, source, catalog),
		changedSince: (revision, paths) => changedSince(git, revision, paths),
	});
	await writeDocument(options.out, made);
	return made;
}

/** The selected services, and all that they reach. */
async function readAllInputs(
	catalog: Catalog,
	selected: readonly Service[],
	platforms: readonly string[],
	files: Files,
	reach: Reach,
): Promise<PlanRequest["inputs"]> {
	const inputs: PlanRequest["inputs"][number][] = [];
	const seen = new Set<string>();
	let next = selected;
	while (next.length > 0) {
		for (const { name } of next) seen.add(name);
		const wanted = next.flatMap((service) =>
			service.platforms.flatMap((platform) =>
				platforms.length === 0 || platforms.includes(platform) ? [{ service, platform }] : [],
			),
		);
		const read = await Promise.all(
			wanted.map(async ({ service, platform }) => {
				const found = await readInputs(service, platform, catalog, files);
				return "trace" in found ? found : { service, platform, problems: found };
			}),
		);
		inputs.push(...read);
		const needs = reach === "to-run" ? next.flatMap((service) => service.needs) : [];
		const names = new Set([...needs, ...read.flatMap((one) => ("from" in one ? Object.values(one.from) : []))]);
		next = catalog.services.filter(({ name }) => names.has(name) && !seen.has(name));
	}
	return inputs;
}

/** Tags are known before anything is built: one that is illegal stops here, not after ten minutes. */
function tagsOf(services: readonly Service[], source: Source, catalog: Catalog): Readonly<Record<string, PlannedTags>> {
	const problems: Problem[] = [];
	const tags = services.map((service) => {
		const { immutable, floating, problems: wrong } = serviceTags(service, source, catalog);
		problems.push(...wrong.map((problem) => ({ ...problem, at: problem.at ?? service.at })));
		return [service.name, { immutable, floating }] as const;
	});
	if (problems.length > 0) throw new UserError(problems);
	return Object.fromEntries(tags);
}

function serviceTags(service: Service, source: Source, { project }: Catalog) {
	const vars = { name: service.name, project, ...(service.phase !== undefined && { phase: service.phase }) };
	return computeTags({ immutable: service.tags, floating: service.floating }, source, vars);
}

async function findImage(registry: Registry, ref: string, platform: string) {
	const manifest = await registry.manifest(ref);
	if (manifest === undefined) return undefined;
	const { content, descriptor } = manifest;
	if (content.kind === "image")
		return {
			digest: descriptor.digest,
			size: [content.config, ...content.layers].reduce((sum, { size }) => sum + size, 0),
		};
	// A builder with attestations pushes an index even for one platform.
	const found = await registry.imageFacts(ref, platform);
	return found && { digest: found.digest, size: found.size };
}

/** What the floating tag of a normal push names: also on a pull request, which moves none. */
async function findPrevious(
	registry: Registry,
	service: Service,
	platform: string,
	source: Source,
	catalog: Catalog,
): Promise<Previous | undefined> {
	const push: Source = { ...source, event: { kind: "push", branch: source.defaultBranch ?? "main" } };
	const [floating] = serviceTags(service, push, catalog).floating;
	const facts =
		floating === undefined ? undefined : await registry.imageFacts(`${service.image}:${floating}`, platform);
	if (facts === undefined) return undefined;
	const revision = facts.labels["org.opencontainers.image.revision"];
	return {
		components: readComponents(facts.annotations["com.lucid.components"]),
		...(revision !== undefined && { revision }),
	};
}

function readComponents(text: string | undefined): Readonly<Record<string, string>> {
	try {
		const value: unknown = JSON.parse(text ?? "{}");
		return typeof value === "object" && value !== null ? (value as Readonly<Record<string, string>>) : {};
	} catch {
		// Somebody else's annotation: nothing is known, and all parts count as new.
		return {};
	}
}
