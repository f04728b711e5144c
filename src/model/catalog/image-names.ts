import { defined } from "../../util/defined.ts";
import type { Service } from "../service/service.ts";
import { fillTemplate } from "../tags/template.ts";
import type { KeyPath } from "./problems.ts";
import type { ResolveContext } from "./resolve-context.ts";
import type { RawService } from "./schema/catalog.ts";
import { parseImageName } from "./values/names.ts";
import { quote } from "./values/quote.ts";

/** The image's name in the catalog's registry and in the registry to push to. */
export function resolveImageName(
	{ raw, registry, source, problems }: ResolveContext,
	name: string,
	{ image, phase }: RawService,
): Pick<Service, "image" | "declaredImage"> | undefined {
	const own = ["services", name];
	const path: KeyPath = image === undefined ? ["image"] : [...own, "image"];
	if (problems.isInvalid([...own, "image"]) || problems.isInvalid(["image"])) return undefined;
	const template = image ?? raw.image ?? "{{name}}";
	if (phase === undefined && /\{\{\s*phase\s*\}\}/.test(template)) {
		const message = `the image name uses {{phase}}, but ${name} has no phase`;
		const at = source.locate(image === undefined ? own : path, "key");
		problems.add({ code: "catalog/template", message, fix: "give it a phase or its own `image`" }, at);
		return undefined;
	}
	const text = fillTemplate(template, { name, project: raw.project, ...defined({ phase: phase?.toLowerCase() }) });
	const parsed = parseImageName(text);
	if (!parsed.ok) {
		// An invalid template is one problem, however many services use it.
		if (!problems.isInvalid(own)) problems.add(parsed.fault, source.locate(path, "value"), path);
		return undefined;
	}
	const { host = raw.registry ?? "docker.io", path: rest } = parsed.value;
	return { image: `${registry ?? host}/${rest}`, declaredImage: `${host}/${rest}` };
}

/** None if the option `registry` overrides the catalog's: a test run must not overwrite published images. */
export function resolveCopies(
	{ raw, registry, source, problems }: ResolveContext,
	name: string,
	{ copies, phase = "" }: RawService,
	image: string,
): Pick<Service, "copies"> {
	if (registry !== undefined) return {};
	const templates = copies ?? raw.phases?.[phase]?.copies ?? raw.defaults?.copies ?? [];
	const images = templates.flatMap((template): readonly string[] => {
		const text = fillTemplate(template, { name, project: raw.project, phase: phase.toLowerCase() });
		const parsed = parseImageName(text);
		if (parsed.ok) return [`${parsed.value.host ?? "docker.io"}/${parsed.value.path}`];
		problems.add(parsed.fault, source.locate(["services", name], "key"));
		return [];
	});
	const others = [...new Set(images)].filter((copy) => copy !== image);
	return others.length === 0 ? {} : { copies: others };
}

/** Reports services with the same image name. */
export function checkUniqueImages({ source, problems }: ResolveContext, services: readonly Service[]): void {
	const seen = new Map<string, Service>();
	for (const service of services) {
		const copy = service.copies?.find((name) => seen.has(name));
		const first = seen.get(service.image) ?? (copy === undefined ? undefined : seen.get(copy));
		if (first === undefined) {
			for (const name of [service.image, ...(service.copies ?? [])]) seen.set(name, service);
			continue;
		}
		const image = quote(copy ?? service.image);
		const message = `${service.name} and ${first.name} (line ${first.at.line}) have the same image, ${image}`;
		const why = "each would overwrite the other's tags";
		const fix = "use {{name}} in `image`, or give one of them its own `image`";
		const at = source.locate(["services", service.name, "image"], "value");
		problems.add({ code: "catalog/duplicate-image", message, why, fix }, at);
	}
}
