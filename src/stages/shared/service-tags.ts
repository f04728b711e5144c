import type { PlannedTags, PlanRemark } from "../../model/documents/plan.ts";
import type { Source } from "../../model/documents/source.ts";
import type { Catalog, Service } from "../../model/service/service.ts";
import { computeTags } from "../../model/tags/compute-tags.ts";
import { defined } from "../../util/defined.ts";
import type { Problem } from "../../util/errors.ts";

/** What a run calls its images. */
export interface RunTags {
	/** Of the selected services. */
	readonly tags: Readonly<Record<string, PlannedTags>>;
	/** By service, also of those that are not selected: an image is the same whoever asks for it. */
	readonly versions: ReadonlyMap<string, string>;
	/** By selected service: an illegal tag is its own problem, known before anything is built. */
	readonly problems: ReadonlyMap<string, readonly Problem[]>;
	readonly remarks: readonly PlanRemark[];
}

export function runTags(selected: readonly Service[], source: Source, catalog: Catalog): RunTags {
	const all = new Map(catalog.services.map((service) => [service, serviceTags(service, source, catalog)]));
	const mine = selected.map((service) => ({
		service,
		found: all.get(service) ?? serviceTags(service, source, catalog),
	}));
	return {
		tags: Object.fromEntries(
			mine.map(({ service, found: { problems: _, silent: __, ...tags } }) => [service.name, tags] as const),
		),
		versions: new Map([...all].flatMap(([{ name }, { version }]) => (version === undefined ? [] : [[name, version]]))),
		problems: new Map(
			mine.flatMap(({ service, found: { problems } }) =>
				problems.length === 0
					? []
					: [[service.name, problems.map((one) => ({ ...one, at: one.at ?? service.at }))] as const],
			),
		),
		remarks: silentRules(mine, source),
	};
}

/**
 * Rules about git tags that gave no service a tag, although there is a git tag. Where others gave one, those of other components and other forms of git
 * tags rightly gave none.
 */
function silentRules(
	mine: readonly { readonly service: Service; readonly found: ReturnType<typeof serviceTags> }[],
	{ event }: Source,
): readonly PlanRemark[] {
	if (event.kind !== "tag") return [];
	const silent = new Set(mine.flatMap(({ found }) => found.silent ?? []));
	for (const { service, found } of mine)
		for (const rule of [...service.tags, ...service.floating]) if (!found.silent?.includes(rule)) silent.delete(rule);
	if (silent.size === 0) return [];
	const rules = [...silent].map((rule) => JSON.stringify(rule)).join(", ");
	return [
		{
			code: "tags/silent",
			severity: mine.some(({ found }) => found.version !== undefined) ? "note" : "warning",
			message: `${rules}: no service gets a tag by ${silent.size === 1 ? "this rule" : "these rules"}, although this run is of the git tag ${event.tag}`,
			why: "they find nothing in that git tag",
			fix: "docs/tags.md has rules for the usual forms of git tags",
		},
	];
}

export function serviceTags(service: Service, source: Source, { project }: Pick<Catalog, "project">) {
	const vars = { name: service.name, project, ...defined({ phase: service.phase }) };
	const { tags: immutable, floating, flavor } = service;
	return computeTags({ immutable, floating, ...defined({ flavor }) }, source, vars);
}
