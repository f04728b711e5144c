import type { Service } from "../../model/service/service.ts";

/** The services and, however far up, all that are built from one of them or need one to run; in the catalog's order. */
export function withDependents(
	services: readonly Service[],
	selected: readonly Service[],
	builtFrom: (name: string) => readonly string[],
): readonly Service[] {
	const found = new Set(selected.map(({ name }) => name));
	for (let before = -1; before !== found.size; ) {
		before = found.size;
		for (const { name, needs } of services)
			if ([...needs, ...builtFrom(name)].some((other) => found.has(other))) found.add(name);
	}
	return services.filter(({ name }) => found.has(name));
}
