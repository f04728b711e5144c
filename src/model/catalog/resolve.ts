import { defined } from "../../util/defined.ts";
import type { Catalog, External, Phase, PlannedService, Service } from "../service/service.ts";
import { checkLayers } from "./check-layers.ts";
import { checkPaths, findDockerfile } from "./check-paths.ts";
import { resolveHealthSettings } from "./health-settings.ts";
import type { RepositoryPaths } from "./host.ts";
import { checkUniqueImages, resolveCopies, resolveImageName } from "./image-names.ts";
import { mergeLint, mergeSettings, type SettingsLayer } from "./merge-settings.ts";
import type { KeyPath, Problems } from "./problems.ts";
import { type CatalogSource, resolveNeeds } from "./references.ts";
import type { RawCatalog, RawService } from "./schema/catalog.ts";

/** What a catalog is resolved against. */
export interface ResolveContext {
	readonly host: RepositoryPaths;
	/** Takes the place of the catalog's registry. */
	readonly registry?: string;
}

type Parts = Pick<
	Catalog,
	"project" | "network" | "imageTemplate" | "lint" | "phases" | "services" | "planned" | "externals"
>;

/** Applies defaults, expands image names, and checks each service against the file system. What is wrong is noted; its service is left out. */
export function resolveCatalog(
	raw: RawCatalog,
	around: ResolveContext,
	written: CatalogSource,
	problems: Problems,
): Parts {
	const entries = Object.entries(raw.services);
	checkLayers(raw, around.host, written, problems);
	const services = entries
		// Where `planned` itself is wrong, nobody knows what the service must have.
		.filter(([name, service]) => service.planned !== true && !problems.isInvalid(["services", name, "planned"]))
		.map(([name, service]) => resolveService(raw, name, service, around, written, problems));
	checkUniqueImages(
		services.filter((one) => one !== undefined),
		written,
		problems,
	);
	return {
		project: raw.project,
		network: {
			name: raw.network?.name ?? raw.project,
			...defined({ subnet: raw.network?.subnet }),
		},
		...defined({ imageTemplate: raw.image }),
		...mergeLint([raw.defaults]),
		phases: phasesOf(raw, written),
		services: services.filter((one) => one !== undefined),
		planned: entries
			.filter(([, service]) => service.planned === true)
			.map(([name, { title, phase }]): PlannedService => {
				const at = written.locate(["services", name], "key");
				return { name, title: title ?? titleOf(name), ...defined({ phase }), at };
			}),
		externals: Object.entries(raw.externals ?? {}).map(([name, external]) =>
			resolveExternal(raw, name, external, written, problems),
		),
	};
}

/** In the order of the file: an object puts keys that are numbers first. */
function phasesOf({ phases }: RawCatalog, { locate }: CatalogSource): readonly Phase[] {
	return Object.entries(phases ?? {})
		.map(([id, { title }]) => ({ id, title: title ?? id, at: locate(["phases", id], "key") }))
		.sort(({ at: a }, { at: b }) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
		.map(({ id, title }) => ({ id, title }));
}

function resolveService(
	raw: RawCatalog,
	name: string,
	service: RawService,
	around: ResolveContext,
	written: CatalogSource,
	problems: Problems,
): Service | undefined {
	const base = ["services", name] as const;
	const phase = service.phase === undefined ? undefined : raw.phases?.[service.phase];
	const { health: _, ...own } = service;
	const layers: (SettingsLayer | undefined)[] = [raw.defaults, phase, own];
	const settings = mergeSettings(layers);
	const ports = service.ports ?? [];
	const images = resolveImageName(raw, name, service, around.registry, written, problems);
	const context = service.context ?? ".";
	const dockerfile = findDockerfile(
		service.dockerfile ?? (context === "." ? "Dockerfile" : `${context}/Dockerfile`),
		around.host,
	);
	checkPaths(base, service, context, dockerfile, around.host, written, problems);
	const unbuildable = problems.ofService(name);
	const { timing, health } = resolveHealthSettings({ ...service, ports }, [raw.defaults?.health, phase?.health]);
	if (health !== undefined && "code" in health) {
		const path = [...base, "health"];
		// A port that is wrong is told as such; that none is left follows from it.
		if (!problems.isInvalidWithin([...base, "ports"]) && !problems.isInvalidWithin(path))
			problems.add(health, written.locate(path, "key"), path);
		return undefined;
	}
	if (images === undefined) return undefined;
	return {
		name,
		title: service.title ?? titleOf(name),
		...defined({ description: service.description, phase: service.phase }),
		...images,
		dockerfile,
		context,
		...defined({ target: service.target }),
		...settings,
		...defined({ run: service.run, command: service.command }),
		ports,
		...defined({ health, timing }),
		...resolveCopies(raw, name, service, layers, around.registry, images.image, written, problems),
		needs: [...new Set(resolveNeeds(raw, name, service))],
		...(unbuildable.length > 0 && { problems: unbuildable }),
		at: written.locate(base, "key"),
	};
}

function resolveExternal(
	raw: RawCatalog,
	name: string,
	external: NonNullable<RawCatalog["externals"]>[string],
	written: CatalogSource,
	problems: Problems,
): External {
	const ports = external.ports ?? [];
	const base: KeyPath = ["externals", name];
	const path = [...base, "health"];
	const { timing, health } = resolveHealthSettings({ ...external, ports }, [raw.defaults?.health]);
	const wrong = health !== undefined && "code" in health;
	if (wrong && !problems.isInvalidWithin(path) && !problems.isInvalidWithin([...base, "ports"]))
		problems.add(health, written.locate(path, "key"), path);
	return {
		name,
		image: external.image,
		...defined({ run: external.run, command: external.command }),
		env: external.env ?? {},
		ports,
		...(health !== undefined && !wrong && { health }),
		...defined({ timing }),
		needs: [...new Set(external.needs ?? [])],
		at: written.locate(base, "key"),
	};
}

/** `api-gateway` -> `Api Gateway`. */
function titleOf(name: string): string {
	return name.replaceAll(/(^|[-_.]+)([a-z0-9])/g, (_, before: string, letter: string) =>
		before === "" ? letter.toUpperCase() : ` ${letter.toUpperCase()}`,
	);
}
