import type { PlannedTags, PlanRemark } from "../../model/documents/plan.ts";
import type { Source } from "../../model/documents/source.ts";
import type { Catalog, Service } from "../../model/service/service.ts";
import { computeTags } from "../../model/tags/compute-tags.ts";
import { defined } from "../../util/defined.ts";
import type { Problem } from "../../util/errors.ts";

/** The tags and versions of a run. */
export interface RunTags {
	/** By selected service. */
	readonly tags: Readonly<Record<string, PlannedTags>>;
	/** By service, selected or not: the selection must not change an image. */
	readonly versions: ReadonlyMap<string, string>;
	/** Illegal tags, by selected service. */
	readonly problems: ReadonlyMap<string, readonly Problem[]>;
	readonly remarks: readonly PlanRemark[];
}

export function runTags(selected: readonly Service[], source: Source, catalog: Catalog): RunTags {
	const byService = new Map(catalog.services.map((service) => [service, serviceTags(service, source, catalog)]));
	const entries = selected.map((service) => ({
		service,
		tags: byService.get(service) ?? serviceTags(service, source, catalog),
	}));
	return {
		tags: Object.fromEntries(
			entries.map(({ service, tags: { problems: _, silent: __, ...tags } }) => [service.name, tags] as const),
		),
		versions: new Map(
			[...byService].flatMap(([{ name }, { version }]) => (version === undefined ? [] : [[name, version]])),
		),
		problems: new Map(
			entries.flatMap(({ service, tags: { problems } }) =>
				problems.length === 0
					? []
					: [[service.name, problems.map((problem) => ({ ...problem, at: problem.at ?? service.at }))] as const],
			),
		),
		remarks: [...(catalog.remarks ?? []), ...silentRules(entries, source)],
	};
}

/**
 * Reports rules about git tags that gave no service a tag in the run of a git tag. If another rule gave one, that is
 * probably right: the rule may be about other components.
 */
function silentRules(
	entries: readonly { readonly service: Service; readonly tags: ReturnType<typeof serviceTags> }[],
	{ event }: Source,
): readonly PlanRemark[] {
	if (event.kind !== "tag") return [];
	const silent = new Set(entries.flatMap(({ tags }) => tags.silent ?? []));
	for (const { service, tags } of entries)
		for (const rule of [...service.tags, ...service.floating]) if (!tags.silent?.includes(rule)) silent.delete(rule);
	if (silent.size === 0) return [];
	const rules = [...silent].map((rule) => JSON.stringify(rule)).join(", ");
	return [
		{
			code: "tags/silent",
			severity: entries.some(({ tags }) => tags.version !== undefined) ? "note" : "warning",
			message: `${rules}: no service gets a tag by ${silent.size === 1 ? "this rule" : "these rules"}, although this run is of the git tag ${event.tag}`,
			why: "they match nothing in that git tag",
			fix: "docs/tags.md has rules for the usual forms of git tags",
		},
	];
}

export function serviceTags(service: Service, source: Source, { project }: Pick<Catalog, "project">) {
	const vars = { name: service.name, project, ...defined({ phase: service.phase }) };
	const { tags: immutable, floating, flavor } = service;
	return computeTags({ immutable, floating, ...defined({ flavor }) }, source, vars);
}
