import type { Service } from "../service/service.ts";
import { fillTemplate } from "../tags/template.ts";
import type { SettingsLayer } from "./merge-settings.ts";
import type { KeyPath, Problems } from "./problems.ts";
import type { CatalogSource } from "./references.ts";
import type { RawCatalog, RawService } from "./schema/catalog.ts";
import { parseImageName } from "./values/names.ts";
import { quote } from "./values/quote.ts";

/** The image's name in the catalog's registry and in the one it will be pushed to. */
export function resolveImageName(
	raw: RawCatalog,
	name: string,
	service: RawService,
	registry: string | undefined,
	{ locate }: CatalogSource,
	problems: Problems,
): Pick<Service, "image" | "declaredImage"> | undefined {
	const path: KeyPath = service.image === undefined ? ["image"] : ["services", name, "image"];
	if (problems.isInvalid(["services", name, "image"]) || problems.isInvalid(["image"])) return undefined;
	const template = service.image ?? raw.image ?? "{{name}}";
	if (service.phase === undefined && /\{\{\s*phase\s*\}\}/.test(template)) {
		const message = `the image name uses {{phase}}, and ${name} has none`;
		const at = locate(service.image === undefined ? ["services", name] : path, "key");
		problems.add({ code: "catalog/template", message, fix: "give it a phase, or an `image` of its own" }, at);
		return undefined;
	}
	const { phase } = service;
	const text = fillTemplate(template, {
		name,
		project: raw.project,
		...(phase !== undefined && { phase: phase.toLowerCase() }),
	});
	const parsed = parseImageName(text);
	if (!parsed.ok) {
		// One wrong template is one mistake, whatever number of services it names.
		if (!problems.isInvalid(["services", name])) problems.add(parsed.fault, locate(path, "value"), path);
		return undefined;
	}
	const { host = raw.registry ?? "docker.io", path: rest } = parsed.value;
	return { image: `${registry ?? host}/${rest}`, declaredImage: `${host}/${rest}` };
}

/** None where the registry is another than the catalog's: who tries something out must not overwrite what is published. */
export function resolveCopies(
	{ project }: RawCatalog,
	name: string,
	{ phase = "" }: RawService,
	layers: readonly (SettingsLayer | undefined)[],
	registry: string | undefined,
	image: string,
	{ locate }: CatalogSource,
	problems: Problems,
): Pick<Service, "copies"> {
	const templates = layers.findLast((layer) => layer?.copies !== undefined)?.copies ?? [];
	if (registry !== undefined) return {};
	const copies = templates.flatMap((template): readonly string[] => {
		const text = fillTemplate(template, { name, project, phase: phase.toLowerCase() });
		const parsed = parseImageName(text);
		if (parsed.ok) return [`${parsed.value.host ?? "docker.io"}/${parsed.value.path}`];
		problems.add(parsed.fault, locate(["services", name], "key"));
		return [];
	});
	const others = [...new Set(copies)].filter((copy) => copy !== image);
	return others.length === 0 ? {} : { copies: others };
}

/** Two services under one name would overwrite each other. */
export function checkUniqueImages(services: readonly Service[], { locate }: CatalogSource, problems: Problems): void {
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
