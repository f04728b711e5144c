import type { KeyPath, Locate, Problems } from "./problems.ts";
import type { RawCatalog } from "./schema/catalog.ts";
import { valueAt } from "./validate.ts";
import type { YamlFile } from "./yaml/read-yaml.ts";

/**
 * The kind of a path, symbolic links followed. `outside`: they lead out of the repository. `unknown`: the tree is not
 * checked out, and every path is accepted.
 */
export type PathKind = "file" | "folder" | "other" | "missing" | "outside" | "unknown";

/** The file system of the repository. Paths are POSIX paths relative to the catalog's folder. */
export interface RepositoryPaths {
	kindOf(path: string): PathKind;
	/** Names in a folder; empty if it does not exist. */
	list(path: string): readonly string[];
	/** How to get a missing path, if known. */
	howToGet?(path: string): string | undefined;
}

/** For a catalog whose tree is not checked out. */
export const unknownPaths: RepositoryPaths = { kindOf: () => "unknown", list: () => [] };

/** The catalog's values as written, invalid ones included, and their locations. */
export interface CatalogSource {
	readonly names: (key: "services" | "externals" | "phases") => ReadonlySet<string>;
	readonly list: (path: KeyPath) => readonly unknown[];
	readonly locate: Locate;
}

/** What the checks and the resolution of a catalog share. */
export interface ResolveContext {
	readonly raw: RawCatalog;
	readonly source: CatalogSource;
	readonly paths: RepositoryPaths;
	/** Overrides the catalog's registry. */
	readonly registry?: string;
	readonly problems: Problems;
}

export function catalogSource({ value, locate }: YamlFile): CatalogSource {
	const names = (key: string) => new Set(Object.keys(valueAt(value, [key]) ?? {}));
	const byKey = { services: names("services"), externals: names("externals"), phases: names("phases") };
	return {
		locate,
		names: (key) => byKey[key],
		list: (path) => {
			const list = valueAt(value, path);
			return Array.isArray(list) ? list : [];
		},
	};
}

/** `defaults`, phases and services, with their paths. */
export function settingsLayers({ defaults, phases, services }: RawCatalog) {
	const entries = <T>(key: string, map: Readonly<Record<string, T>> = {}) =>
		Object.entries(map).map(([name, layer]) => [[key, name], layer] as const);
	const first = defaults === undefined ? [] : [[["defaults"], defaults] as const];
	return [...first, ...entries("phases", phases), ...entries("services", services)];
}
