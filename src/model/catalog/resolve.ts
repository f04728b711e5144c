import { defined } from "../../util/defined.ts";
import type { Catalog, External, Phase, PlannedService, Service } from "../service/service.ts";
import { checkLayers } from "./check-layers.ts";
import { checkPaths, findDockerfile } from "./check-paths.ts";
import { type CheckedHealth, resolveHealthSettings } from "./health-settings.ts";
import { checkUniqueImages, resolveCopies, resolveImageName } from "./image-names.ts";
import { mergeLint, mergeSettings } from "./merge-settings.ts";
import type { KeyPath } from "./problems.ts";
import { resolveNeeds } from "./references.ts";
import type { ResolveContext } from "./resolve-context.ts";
import type { RawCatalog, RawService } from "./schema/catalog.ts";
import type { RawTiming } from "./schema/health.ts";

/** Applies defaults, expands image names, and checks paths. A service with a problem is left out. */
export function resolveCatalog(context: ResolveContext): Omit<Catalog, "version" | "file" | "root"> {
	const { raw, source, problems } = context;
	const entries = Object.entries(raw.services);
	checkLayers(context);
	const services = entries
		// With an invalid `planned`, it is unknown what the service must have.
		.filter(([name, service]) => service.planned !== true && !problems.isInvalid(["services", name, "planned"]))
		.flatMap(([name, service]) => resolveService(context, name, service) ?? []);
	checkUniqueImages(context, services);
	return {
		project: raw.project,
		network: { name: raw.network?.name ?? raw.project, ...defined({ subnet: raw.network?.subnet }) },
		registry: context.registry ?? raw.registry ?? "docker.io",
		...defined({ imageTemplate: raw.image, publishOn: raw.publish_on }),
		...(raw.reuse && { reuse: { ...defined({ from: raw.reuse.from }), keys: raw.reuse.key ?? [] } }),
		...mergeLint([raw.defaults]),
		phases: phasesOf(context),
		services,
		planned: entries
			.filter(([, service]) => service.planned === true)
			.map(([name, { title, phase }]): PlannedService => {
				const at = source.locate(["services", name], "key");
				return { name, title: title ?? titleOf(name), ...defined({ phase }), at };
			}),
		externals: Object.entries(raw.externals ?? {}).map(([name, external]) => resolveExternal(context, name, external)),
	};
}

/** In the order of the file: an object has numeric keys first. */
function phasesOf({ raw, source }: ResolveContext): readonly Phase[] {
	return Object.entries(raw.phases ?? {})
		.map(([id, { title }]) => ({ id, title: title ?? id, at: source.locate(["phases", id], "key") }))
		.sort(({ at: a }, { at: b }) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
		.map(({ id, title }) => ({ id, title }));
}

function resolveService(context: ResolveContext, name: string, raw: RawService): Service | undefined {
	const { source, problems, paths } = context;
	const { defaults, phases } = context.raw;
	const base = ["services", name];
	const phase = phases?.[raw.phase ?? ""];
	const { health: _, ...own } = raw;
	const images = resolveImageName(context, name, raw);
	const folder = raw.context ?? ".";
	const dockerfile = findDockerfile(raw.dockerfile ?? (folder === "." ? "Dockerfile" : `${folder}/Dockerfile`), paths);
	checkPaths(context, name, raw, { context: folder, dockerfile });
	const blocking = problems.ofService(name);
	const { description, target, run, command, ports = [] } = raw;
	const health = checkedHealth(context, base, { ...raw, ports }, [defaults?.health, phase?.health]);
	if (health === undefined || images === undefined) return undefined;
	return {
		name,
		title: raw.title ?? titleOf(name),
		...defined({ description, phase: raw.phase }),
		...images,
		dockerfile,
		context: folder,
		...defined({ target }),
		...mergeSettings([defaults, phase, own]),
		...defined({ run, command }),
		ports,
		...health,
		...resolveCopies(context, name, raw, images.image),
		needs: [...new Set(resolveNeeds(context.raw, name, raw))],
		...(blocking.length > 0 && { problems: blocking }),
		at: source.locate(base, "key"),
	};
}

function resolveExternal(
	context: ResolveContext,
	name: string,
	{ image, run, command, env = {}, ports = [], health, needs = [] }: NonNullable<RawCatalog["externals"]>[string],
): External {
	const base = ["externals", name];
	return {
		name,
		image,
		...defined({ run, command }),
		env,
		ports,
		...checkedHealth(context, base, { run, health, ports }, [context.raw.defaults?.health]),
		needs: [...new Set(needs)],
		at: context.source.locate(base, "key"),
	};
}

/** The health check and timing at a path; undefined if it is invalid. */
function checkedHealth(
	{ source, problems }: ResolveContext,
	base: KeyPath,
	checked: CheckedHealth,
	layers: readonly (RawTiming | undefined)[],
): Pick<Service, "health" | "timing"> | undefined {
	const { timing, health } = resolveHealthSettings(checked, layers);
	if (health === undefined || !("code" in health)) return defined({ health, timing });
	const path = [...base, "health"];
	// With an invalid port, "no port" is only a consequence.
	if (!problems.isInvalidWithin([...base, "ports"]) && !problems.isInvalidWithin(path))
		problems.add(health, source.locate(path, "key"), path);
	return undefined;
}

/** `api-gateway` -> `Api Gateway`. */
function titleOf(name: string): string {
	return name.replaceAll(/(^|[-_.]+)([a-z0-9])/g, (_, before: string, letter: string) =>
		before === "" ? letter.toUpperCase() : ` ${letter.toUpperCase()}`,
	);
}
