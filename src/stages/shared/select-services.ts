import { matchesGlob } from "node:path/posix";
import type { Catalog, Service } from "../../model/service/service.ts";
import { type Problem, UserError } from "../../util/errors.ts";

export interface ServiceSelection {
	/** Names or globs; `*` is all. */
	readonly services: readonly string[];
	/** Phase ids; empty is all. */
	readonly phases: readonly string[];
}

/** The services a person asked for, in the catalog's order. A name or phase that selects nothing is a UserError, every one of them told. */
export function selectServices(catalog: Catalog, { services, phases }: ServiceSelection): readonly Service[] {
	const problems: Problem[] = [];
	for (const pattern of services) {
		if (pattern === "*" || catalog.services.some(({ name }) => matchesGlob(name, pattern))) continue;
		const planned = catalog.planned.some(({ name }) => matchesGlob(name, pattern));
		problems.push({
			code: "select/service",
			message: planned ? `"${pattern}" is planned: it has no Dockerfile yet` : `no service is called "${pattern}"`,
			at: { file: catalog.file },
			fix: planned ? "take `planned: true` away once it can be built" : `one of ${nearest(pattern, catalog.services)}`,
		});
	}
	for (const phase of phases) {
		if (catalog.phases.some(({ id }) => id === phase)) continue;
		problems.push({
			code: "select/phase",
			message: `there is no phase "${phase}"`,
			at: { file: catalog.file },
			fix:
				catalog.phases.length > 0
					? `one of ${catalog.phases.map(({ id }) => id).join(", ")}`
					: "the catalog names no phases",
		});
	}
	if (problems.length > 0) throw new UserError(problems);
	return catalog.services.filter(
		({ name, phase }) =>
			(services.length === 0 || services.some((pattern) => pattern === "*" || matchesGlob(name, pattern))) &&
			(phases.length === 0 || (phase !== undefined && phases.includes(phase))),
	);
}

/** Names that hold a part of what was typed come first; a long list is cut. */
function nearest(pattern: string, services: readonly Service[]): string {
	const parts = pattern.split(/[-*?[\]{}]+/).filter((part) => part.length > 2);
	const hits = ({ name }: Service) => parts.filter((part) => name.includes(part)).length;
	const sorted = [...services].sort((a, b) => hits(b) - hits(a)).map(({ name }) => name);
	return sorted.length > 8 ? `${sorted.slice(0, 8).join(", ")}, ...` : sorted.join(", ");
}
