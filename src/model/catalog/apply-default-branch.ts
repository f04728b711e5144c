import { defined } from "../../util/defined.ts";
import type { RunEvent } from "../documents/source.ts";
import type { Catalog, CatalogRemark, Service } from "../service/service.ts";
import { fillTemplate } from "../tags/template.ts";
import { parseImageName } from "./values/names.ts";
import { joinWithAnd, quote } from "./values/quote.ts";

/** Settings of a service that decide where and under which tags it is published. */
const publishing = ["image", "copies", "tags", "floating", "flavor"] as const;
type Publishing = Pick<Service, (typeof publishing)[number]>;

/** What a run that is not on the default branch knows of it. */
export interface DefaultBranch {
	readonly branch: string;
	/** The catalog at its head; undefined if it has none, or if it cannot be read. */
	readonly catalog: Catalog | undefined;
}

/**
 * The catalog of a run that is not on the default branch: services are built as the run's own catalog says, and
 * published as that of the default branch says, which also says whose images count. A service that is new gets its
 * content tag and tags of the pull request only, in the default branch's registry. Remarks list the settings that have
 * no effect.
 */
export function applyDefaultBranch(own: Catalog, { branch, catalog }: DefaultBranch, event: RunEvent): Catalog {
	const known = new Map(catalog?.services.map((service) => [service.name, service]));
	const services = own.services.map((service) => {
		const trusted = known.get(service.name);
		return trusted !== undefined && catalog !== undefined
			? published(service, expandNames(trusted, catalog, { ...service, project: own.project }))
			: published(service, newService(service, own, catalog, event));
	});
	const isNew = ({ name }: Service) => !known.has(name);
	const { reuse: _, publishOn: __, ...rest } = own;
	return {
		...rest,
		...defined({ reuse: catalog?.reuse, publishOn: catalog?.publishOn }),
		services: services.map((service) => (isNew(service) ? blockTakenImage(service, services, branch) : service)),
		written: new Map(own.services.map((service) => [service.name, service])),
		remarks: [
			...ignoredSettings(own, branch, catalog),
			...(catalog === undefined ? [] : newServices(own.services.filter(isNew), { branch, own, event })),
		],
	};
}

function published(service: Service, settings: Publishing): Service {
	const { image: _, copies: __, tags: ___, floating: ____, flavor: _____, ...rest } = service;
	const { image, copies, tags, floating, flavor } = settings;
	return { ...rest, image, tags, floating, ...defined({ copies, flavor }) };
}

/** In a pull request its own rules count, because all their tags have the number of the pull request. */
function newService(service: Service, own: Catalog, catalog: Catalog | undefined, event: RunEvent): Publishing {
	const image = catalog === undefined ? service.image : imageIn(catalog, service, own);
	const { tags, floating, flavor } = service;
	return event.kind === "pull_request"
		? { image, tags, floating, ...defined({ flavor }) }
		: { image, tags: [], floating: [] };
}

/** The name of a new service's image in the default branch's registry. */
function imageIn(catalog: Catalog, { name, phase, image }: Service, own: Catalog): string {
	const { registry, imageTemplate = "{{name}}", project } = catalog;
	// A template with a host of its own.
	if (image === fillTemplate(imageTemplate, { name, project, ...defined({ phase: phase?.toLowerCase() }) }))
		return image;
	if (image.startsWith(`${own.registry}/`)) return `${registry}/${image.slice(own.registry.length + 1)}`;
	const parsed = parseImageName(image);
	return parsed.ok ? `${registry}/${parsed.value.path}` : image;
}

/** Blocks a new service whose image has the name of another service's image or copy. */
function blockTakenImage(service: Service, services: readonly Service[], branch: string): Service {
	const { name, image, at, problems = [] } = service;
	const owner = services.find((other) => other.name !== name && [other.image, ...(other.copies ?? [])].includes(image));
	if (owner === undefined) return service;
	const problem = {
		code: "catalog/duplicate-image",
		message: `${name} has the image of ${owner.name}, ${quote(image)}, in the catalog of ${branch}`,
		why: "each would overwrite the other's tags",
		fix: `give ${name} its own \`image\`; to move ${owner.name} to another image, merge that change into ${branch} first`,
		at,
	};
	return { ...service, problems: [...problems, problem] };
}

type Names = Readonly<Partial<Record<"project" | "phase", string>>>;

/** Rules of the default branch, with `{{project}}` and `{{phase}}` of its catalog, where those of this run differ. */
function expandNames(service: Service, { project }: Catalog, run: Names): Publishing {
	const names: Names = { project, ...defined({ phase: service.phase }) };
	if (run.project === project && run.phase === service.phase) return service;
	const expand = (text: string) =>
		text.replace(/\{\{\s*(project|phase)\s*\}\}/g, (all, name: keyof Names) => names[name] ?? all);
	const { image, copies, tags, floating, flavor } = service;
	const lists = { tags: tags.map(expand), floating: floating.map(expand), flavor: flavor?.map(expand) };
	// A rule with an expression without a value gives no tag.
	const isOpen = (text: string) => /\{\{\s*phase\s*\}\}/.test(text);
	const close = (rules: readonly string[]) => (lists.flavor?.some(isOpen) ? [] : rules.filter((rule) => !isOpen(rule)));
	return {
		image,
		...defined({ copies, flavor: lists.flavor }),
		tags: close(lists.tags),
		floating: close(lists.floating),
	};
}

/** Reports the settings of this run's catalog that differ from the default branch's, by service. */
function ignoredSettings(own: Catalog, branch: string, catalog: Catalog | undefined): readonly CatalogRemark[] {
	if (catalog === undefined) return [];
	const bySettings = new Map<string, string[]>();
	for (const service of own.services) {
		const trusted = catalog.services.find(({ name }) => name === service.name);
		const different = trusted && publishing.filter((key) => !isSame(service[key], trusted[key]));
		if (different === undefined || different.length === 0) continue;
		const settings = joinWithAnd(different.map((key) => `\`${key}\``));
		bySettings.set(settings, [...(bySettings.get(settings) ?? []), service.name]);
	}
	const parts = [...bySettings].map(([settings, names]) => `${settings} of ${listNames(names)}`);
	if (!isSame(own.publishOn, catalog.publishOn)) parts.push("`publish_on`");
	if (!isSame(own.reuse, catalog.reuse)) parts.push("`reuse`");
	if (parts.length === 0) return [];
	return [
		{
			...{ code: "catalog/default-branch", severity: "note", at: { file: own.file } },
			message: `the catalog of ${branch} decides what is published, so these settings come from there: ${parts.join("; ")}`,
			why: `this run is not on ${branch}, and its own catalog differs`,
			fix: `merge the change into ${branch}: it takes effect after the merge`,
		},
	];
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function newServices(
	services: readonly Service[],
	{ branch, own, event }: { readonly branch: string; readonly own: Catalog; readonly event: RunEvent },
): readonly CatalogRemark[] {
	const [first] = services;
	if (first === undefined) return [];
	const names = listNames(services.map(({ name }) => name));
	return [
		{
			...{ code: "catalog/default-branch", severity: "note", at: first.at },
			message: `${names} ${services.length === 1 ? "is" : "are"} not in the catalog of ${branch} yet: ${onlyTags(event)}`,
			fix: `merge ${own.file} into ${branch}: its other tags are written after the merge`,
		},
	];
}

/** What a run writes for a service that the default branch does not have. */
export function onlyTags(event: RunEvent): string {
	if (event.kind !== "pull_request") return "only content tags are written";
	return event.number === undefined
		? "only content tags are written, since GitHub does not give the number of the pull request"
		: `only content tags and tags pr-${event.number} are written`;
}

const mostNames = 8;

const listNames = (names: readonly string[]) =>
	joinWithAnd(names.length <= mostNames ? names : [...names.slice(0, mostNames), `${names.length - mostNames} more`]);
