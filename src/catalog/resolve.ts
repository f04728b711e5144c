import type { Catalog, External, Phase, PlannedService, Service } from "../documents/service.ts";
import type { Location } from "../errors.ts";
import { expand } from "../template.ts";
import { credentialFault } from "./credentials.ts";
import { resolveHealth } from "./health.ts";
import type { Host } from "./host.ts";
import { type Layer, mergeLint, mergeSettings } from "./merge.ts";
import { parseImageName } from "./names.ts";
import { pathFault } from "./paths.ts";
import type { Fault, Path, Problems } from "./problems.ts";
import { needsOf, type Written } from "./relations.ts";
import type { RawCatalog, RawService } from "./schema.ts";
import { quote } from "./show.ts";

/** What a catalog is resolved against. */
export interface Surroundings {
	readonly host: Host;
	/** Takes the place of the catalog's registry. */
	readonly registry?: string;
}

type Parts = Pick<
	Catalog,
	"project" | "network" | "imageTemplate" | "lint" | "phases" | "services" | "planned" | "externals"
>;

/** Applies defaults, expands image names, and checks each service against the file system. What is wrong is noted; its service is left out. */
export function resolve(raw: RawCatalog, around: Surroundings, written: Written, problems: Problems): Parts {
	const entries = Object.entries(raw.services);
	checkLayers(raw, around.host, written, problems);
	const services = entries
		// Where `planned` itself is wrong, nobody knows what the service must have.
		.filter(([name, service]) => service.planned !== true && !problems.spoiled(["services", name, "planned"]))
		.map(([name, service]) => resolveService(raw, name, service, around, written, problems));
	checkImages(
		services.filter((one) => one !== undefined),
		written,
		problems,
	);
	return {
		project: raw.project,
		network: {
			name: raw.network?.name ?? raw.project,
			...(raw.network?.subnet !== undefined && { subnet: raw.network.subnet }),
		},
		...(raw.image !== undefined && { imageTemplate: raw.image }),
		...mergeLint([raw.defaults]),
		phases: phasesOf(raw, written),
		services: services.filter((one) => one !== undefined),
		planned: entries
			.filter(([, service]) => service.planned === true)
			.map(([name, { title, phase }]): PlannedService => {
				const at = written.locate(["services", name], "key");
				return { name, title: title ?? titleOf(name), ...(phase !== undefined && { phase }), at };
			}),
		externals: Object.entries(raw.externals ?? {}).map(([name, external]) =>
			resolveExternal(raw, name, external, written, problems),
		),
	};
}

/** In the order of the file: an object puts keys that are numbers first. */
function phasesOf({ phases }: RawCatalog, { locate }: Written): readonly Phase[] {
	return Object.entries(phases ?? {})
		.map(([id, { title }]) => ({ id, title: title ?? id, at: locate(["phases", id], "key") }))
		.sort(({ at: a }, { at: b }) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
		.map(({ id, title }) => ({ id, title }));
}

function resolveService(
	raw: RawCatalog,
	name: string,
	service: RawService,
	around: Surroundings,
	written: Written,
	problems: Problems,
): Service | undefined {
	const base = ["services", name] as const;
	const phase = service.phase === undefined ? undefined : raw.phases?.[service.phase];
	const { health: rawHealth, ...own } = service;
	const layers: (Layer | undefined)[] = [raw.defaults, phase, own];
	const settings = mergeSettings(layers);
	const ports = service.ports ?? [];
	const images = imageOf(raw, name, service, around.registry, written, problems);
	const context = service.context ?? ".";
	const dockerfile = dockerfileOf(
		service.dockerfile ?? (context === "." ? "Dockerfile" : `${context}/Dockerfile`),
		around.host,
	);
	checkPaths(base, service, context, dockerfile, around.host, written, problems);
	const unbuildable = problems.of(name);
	const health =
		rawHealth === undefined ? undefined : resolveHealth(rawHealth, ports, [raw.defaults?.health, phase?.health]);
	if (health !== undefined && "code" in health) {
		const path = [...base, "health"];
		// A port that is wrong is told as such; that none is left follows from it.
		if (!problems.touched([...base, "ports"]) && !problems.touched(path))
			problems.add(health, written.locate(path, "key"), path);
		return undefined;
	}
	if (images === undefined) return undefined;
	return {
		name,
		title: service.title ?? titleOf(name),
		...(service.description !== undefined && { description: service.description }),
		...(service.phase !== undefined && { phase: service.phase }),
		...images,
		dockerfile,
		context,
		...(service.target !== undefined && { target: service.target }),
		...settings,
		ports,
		...(health !== undefined && { health }),
		...copiesOf(raw, name, service, layers, around.registry, images.image, written, problems),
		needs: [...new Set(needsOf(raw, name, service))],
		...(unbuildable.length > 0 && { problems: unbuildable }),
		at: written.locate(base, "key"),
	};
}

/** None where the registry is another than the catalog's: who tries something out must not overwrite what is published. */
function copiesOf(
	{ project }: RawCatalog,
	name: string,
	{ phase = "" }: RawService,
	layers: readonly (Layer | undefined)[],
	registry: string | undefined,
	image: string,
	{ locate }: Written,
	problems: Problems,
): Pick<Service, "copies"> {
	const templates = layers.findLast((layer) => layer?.copies !== undefined)?.copies ?? [];
	if (registry !== undefined) return {};
	const copies = templates.flatMap((template): readonly string[] => {
		const text = expand(template, { name, project, phase: phase.toLowerCase() });
		const parsed = parseImageName(text);
		if (parsed.ok) return [`${parsed.value.host ?? "docker.io"}/${parsed.value.path}`];
		problems.add(parsed.fault, locate(["services", name], "key"));
		return [];
	});
	const others = [...new Set(copies)].filter((copy) => copy !== image);
	return others.length === 0 ? {} : { copies: others };
}

function resolveExternal(
	raw: RawCatalog,
	name: string,
	external: NonNullable<RawCatalog["externals"]>[string],
	written: Written,
	problems: Problems,
): External {
	const ports = external.ports ?? [];
	const base: Path = ["externals", name];
	const path = [...base, "health"];
	const health =
		external.health === undefined ? undefined : resolveHealth(external.health, ports, [raw.defaults?.health]);
	const wrong = health !== undefined && "code" in health;
	if (wrong && !problems.touched(path) && !problems.touched([...base, "ports"]))
		problems.add(health, written.locate(path, "key"), path);
	return {
		name,
		image: external.image,
		...(external.command !== undefined && { command: external.command }),
		env: external.env ?? {},
		ports,
		...(health !== undefined && !wrong && { health }),
		needs: [...new Set(external.needs ?? [])],
		at: written.locate(base, "key"),
	};
}

/** The image's name in the catalog's registry and in the one it will be pushed to. */
function imageOf(
	raw: RawCatalog,
	name: string,
	service: RawService,
	registry: string | undefined,
	{ locate }: Written,
	problems: Problems,
): Pick<Service, "image" | "declaredImage"> | undefined {
	const path: Path = service.image === undefined ? ["image"] : ["services", name, "image"];
	if (problems.spoiled(["services", name, "image"]) || problems.spoiled(["image"])) return undefined;
	const template = service.image ?? raw.image ?? "{{name}}";
	if (service.phase === undefined && /\{\{\s*phase\s*\}\}/.test(template)) {
		const message = `the image name uses {{phase}}, and ${name} has none`;
		const at = locate(service.image === undefined ? ["services", name] : path, "key");
		problems.add({ code: "catalog/template", message, fix: "give it a phase, or an `image` of its own" }, at);
		return undefined;
	}
	const { phase } = service;
	const text = expand(template, {
		name,
		project: raw.project,
		...(phase !== undefined && { phase: phase.toLowerCase() }),
	});
	const parsed = parseImageName(text);
	if (!parsed.ok) {
		// One wrong template is one mistake, whatever number of services it names.
		if (!problems.spoiled(["services", name])) problems.add(parsed.fault, locate(path, "value"), path);
		return undefined;
	}
	const { host = raw.registry ?? "docker.io", path: rest } = parsed.value;
	return { image: `${registry ?? host}/${rest}`, declaredImage: `${host}/${rest}` };
}

/** Where there is no `Dockerfile`, BuildKit takes a `dockerfile`. */
function dockerfileOf(name: string, host: Host): string {
	if (!/(?:^|\/)Dockerfile$/.test(name) || host.look(name) !== "missing") return name;
	const lower = name.replace(/Dockerfile$/, "dockerfile");
	return host.look(lower) === "file" ? lower : name;
}

/** A path that leads out of the repository is refused whatever else there is; one that leads nowhere only keeps its own service from being built. */
function checkPaths(
	base: readonly ["services", string],
	service: RawService,
	context: string,
	dockerfile: string,
	host: Host,
	{ locate }: Written,
	problems: Problems,
): void {
	const [, name] = base;
	const add = (fault: Fault, at: Location, path: Path) =>
		fault.code === "catalog/missing-file" ? problems.addTo(name, fault, at, path) : problems.add(fault, at, path);
	const contextPath = [...base, "context"];
	const spoiled = problems.spoiled(contextPath);
	const contextFault = spoiled ? undefined : pathFault(host, "context", context, "folder");
	if (contextFault !== undefined) add(contextFault, locate(contextPath, "value"), contextPath);
	const path = [...base, "dockerfile"];
	if (problems.spoiled(path)) return;
	// The default lies in the context: where that is missing, so is this, and one problem is enough.
	if (service.dockerfile === undefined && problems.spoiled(contextPath)) return;
	const fault = pathFault(host, "Dockerfile", dockerfile, "file", context === "." ? [] : [`${context}/${dockerfile}`]);
	if (fault !== undefined) {
		const at = service.dockerfile === undefined ? locate(base, "key") : locate(path, "value");
		add(fault, at, path);
	}
}

/** Checks what is written once and used by many: named contexts, secret files, and values that look like credentials. */
function checkLayers(raw: RawCatalog, host: Host, { locate, list }: Written, problems: Problems): void {
	const layers: [Path, Layer | RawService | undefined][] = [
		[["defaults"], raw.defaults],
		...Object.entries(raw.phases ?? {}).map(([id, layer]): [Path, Layer] => [["phases", id], layer]),
		...Object.entries(raw.services).map(([id, layer]): [Path, RawService] => [["services", id], layer]),
	];
	for (const [base, layer] of layers) {
		for (const [key, what] of [
			["args", "build argument"],
			["labels", "label"],
		] as const) {
			for (const [name, value] of Object.entries(layer?.[key] ?? {})) {
				const fault = credentialFault(what, name, value);
				const path = [...base, key, name];
				if (fault !== undefined) problems.add(fault, locate(path, "value"), path);
			}
		}
		for (const [name, context] of Object.entries(layer?.contexts ?? {})) {
			const path = [...base, "contexts", name];
			const fault = context.kind === "path" ? pathFault(host, "context", context.path, "folder") : undefined;
			if (fault === undefined) continue;
			// A service's own concerns nobody else.
			if (base[0] === "services" && fault.code === "catalog/missing-file")
				problems.addTo(String(base[1]), fault, locate(path, "value"), path);
			else problems.add(fault, locate(path, "value"), path);
		}
		for (const secret of layer?.secrets ?? []) {
			// A secret's file is often made just before the build; only one that leads out is wrong.
			if (secret.from !== "file" || host.look(secret.file) !== "outside") continue;
			const written = list([...base, "secrets"]);
			const index = written.findIndex((one) => (one as { id?: unknown } | null)?.id === secret.id);
			const fault = pathFault(host, "secret file", secret.file, "file");
			if (fault !== undefined) problems.add(fault, locate([...base, "secrets", index, "file"], "value"));
		}
	}
}

/** Two services under one name would overwrite each other. */
function checkImages(services: readonly Service[], { locate }: Written, problems: Problems): void {
	const seen = new Map<string, Service>();
	for (const service of services) {
		const copy = service.copies?.find((name) => seen.has(name));
		const first = seen.get(service.image) ?? (copy === undefined ? undefined : seen.get(copy));
		for (const name of service.copies ?? []) if (first === undefined) seen.set(name, service);
		if (first === undefined) {
			seen.set(service.image, service);
			continue;
		}
		const message = `${service.name} and ${first.name} (line ${first.at.line}) have one image, ${quote(copy ?? service.image)}`;
		const why = "each would overwrite the other's tags";
		const fix = "use {{name}} in `image`, or give one of them an `image` of its own";
		const own = locate(["services", service.name, "image"], "value");
		problems.add({ code: "catalog/duplicate-image", message, why, fix }, own);
	}
}

/** `api-gateway` -> `Api Gateway`. */
function titleOf(name: string): string {
	return name.replaceAll(/(^|[-_.]+)([a-z0-9])/g, (_, before: string, letter: string) =>
		before === "" ? letter.toUpperCase() : ` ${letter.toUpperCase()}`,
	);
}
