import { parsePlatformName } from "../../model/catalog/values/values.ts";
import { compileGlob } from "../../model/dockerfile/dockerfile.ts";
import type { Catalog, Service } from "../../model/service/service.ts";
import { type Problem, UserError } from "../../util/errors.ts";

export interface ServiceSelection {
	/** Names or globs; `*` selects all. */
	readonly services: readonly string[];
	/** Phase ids; an empty list selects all. */
	readonly phases: readonly string[];
}

/** The selected services in catalog order. Throws a UserError with every pattern that selects nothing. */
export function selectServices(
	catalog: Pick<Catalog, "file" | "phases" | "services" | "planned">,
	{ services, phases }: ServiceSelection,
): readonly Service[] {
	const problems: Problem[] = [];
	for (const pattern of services) {
		const matches = nameMatcher(pattern);
		if (pattern === "*" || catalog.services.some(({ name }) => matches(name))) continue;
		const planned = catalog.planned.some(({ name }) => matches(name));
		problems.push({
			code: "select/service",
			message: planned ? `"${pattern}" is planned: it has no Dockerfile yet` : `no service is called "${pattern}"`,
			at: { file: catalog.file },
			fix: planned
				? "remove `planned: true` once it can be built"
				: `one of ${suggestNames(pattern, catalog.services)}`,
		});
	}
	for (const phase of phases) {
		if (catalog.phases.some(({ id }) => id === phase)) continue;
		problems.push({
			code: "select/phase",
			message: `unknown phase "${phase}"`,
			at: { file: catalog.file },
			fix:
				catalog.phases.length > 0
					? `one of ${catalog.phases.map(({ id }) => id).join(", ")}`
					: "the catalog has no phases",
		});
	}
	if (problems.length > 0) throw new UserError(problems);
	const matchers = services.map(nameMatcher);
	return catalog.services.filter(
		({ name, phase }) =>
			(services.length === 0 || matchers.some((matches) => matches(name))) &&
			(phases.length === 0 || (phase !== undefined && phases.includes(phase))),
	);
}

/** `session-*`, `v?`, `[a-c]*`, `[!a]*`; a malformed glob matches nothing. */
function nameMatcher(pattern: string): (name: string) => boolean {
	return compileGlob(pattern.replaceAll("[!", "[^")) ?? (() => false);
}

/** Names that contain a part of the pattern come first; a long list is cut. */
function suggestNames(pattern: string, services: readonly Service[]): string {
	const parts = pattern.split(/[-*?[\]{}]+/).filter((part) => part.length > 2);
	const hits = ({ name }: Service) => parts.filter((part) => name.includes(part)).length;
	const sorted = [...services].sort((a, b) => hits(b) - hits(a)).map(({ name }) => name);
	return sorted.length > 8 ? `${sorted.slice(0, 8).join(", ")}, ...` : sorted.join(", ");
}

/** The services with all that are built from them or need them to run, also indirectly; in the order of the catalog. */
export function withDependents(
	services: readonly Service[],
	selected: readonly Service[],
	builtFrom: (name: string) => readonly string[],
): readonly Service[] {
	const names = new Set(selected.map(({ name }) => name));
	for (let size = -1; size !== names.size; ) {
		size = names.size;
		for (const { name, needs } of services)
			if ([...needs, ...builtFrom(name)].some((other) => names.has(other))) names.add(name);
	}
	return services.filter(({ name }) => names.has(name));
}

/** Platforms in the form of the catalog: `linux/arm64/v8` is `linux/arm64`. */
export function canonicalPlatforms(platforms: readonly string[]): readonly string[] {
	return platforms.map((text) => {
		const read = parsePlatformName(text);
		return read.ok ? read.value : text;
	});
}

/** Throws a UserError with every platform that no service has. */
export function checkPlatforms(platforms: readonly string[], services: readonly Service[]): void {
	const available = [...new Set(services.flatMap(({ platforms }) => platforms))];
	const problems = canonicalPlatforms(platforms)
		.filter((name) => !available.includes(name))
		.map((name) => ({
			code: "select/platform",
			message: `no service is built for ${JSON.stringify(name)}`,
			fix: `one of ${available.join(", ")}`,
		}));
	if (problems.length > 0 && available.length > 0) throw new UserError(problems);
}
