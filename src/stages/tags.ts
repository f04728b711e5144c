import type { PlannedTags } from "../documents/plan.ts";
import type { Catalog, Service } from "../documents/service.ts";
import type { Source } from "../documents/source.ts";
import { type Problem, UserError } from "../errors.ts";
import { computeTags } from "../tags/tags.ts";

/** Tags are known before anything is built: one that is illegal stops here, not after ten minutes. */
export function tagsOf(
	services: readonly Service[],
	source: Source,
	catalog: Catalog,
): Readonly<Record<string, PlannedTags>> {
	const problems: Problem[] = [];
	const tags = services.map((service) => {
		const { immutable, floating, problems: wrong } = serviceTags(service, source, catalog);
		problems.push(...wrong.map((problem) => ({ ...problem, at: problem.at ?? service.at })));
		return [service.name, { immutable, floating }] as const;
	});
	if (problems.length > 0) throw new UserError(problems);
	return Object.fromEntries(tags);
}

export function serviceTags(service: Service, source: Source, { project }: Pick<Catalog, "project">) {
	const vars = { name: service.name, project, ...(service.phase !== undefined && { phase: service.phase }) };
	const { tags: immutable, floating, flavor } = service;
	return computeTags({ immutable, floating, ...(flavor && { flavor }) }, source, vars);
}
