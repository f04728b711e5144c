import type { Catalog } from "../service/service.ts";
import type { RepositoryPaths } from "./host.ts";
import { type KeyPath, Problems } from "./problems.ts";
import { type CatalogSource, checkReferences } from "./references.ts";
import { resolveCatalog } from "./resolve.ts";
import { validate } from "./validate.ts";
import { parseRegistry } from "./values/names.ts";
import { readYaml, type YamlFile } from "./yaml/read-yaml.ts";

export interface CatalogInput {
	/** The file's name, as problems should show it. */
	readonly file: string;
	readonly text: string;
	/** Absolute folder that every path in it is relative to. */
	readonly root: string;
	readonly host: RepositoryPaths;
	/** Takes the place of the catalog's registry: images are pushed there, under the same names. */
	readonly registry?: string;
}

/**
 * Reads, checks and resolves a service catalog. Pure: what it has to know of the file system, `host` answers.
 * Throws a UserError that holds every problem found, each with its place in the file.
 */
export function loadCatalog({ file, text, root, host, registry }: CatalogInput): Catalog {
	const problems = new Problems();
	const pushTo = registry === undefined ? undefined : parseRegistry(registry);
	// It stands in no file: the message has to say where it comes from.
	if (pushTo?.ok === false)
		problems.add({ ...pushTo.fault, message: `option registry: ${pushTo.fault.message}` }, undefined);
	const yaml = readYaml(file, text, problems);
	const raw = yaml === undefined ? undefined : validate(yaml, problems);
	if (yaml === undefined || raw === undefined) return problems.fail();
	const written = asWritten(yaml);
	checkReferences(raw, written, problems);
	const around = { host, ...(pushTo?.ok === true && { registry: pushTo.value }) };
	const parts = resolveCatalog(raw, around, written, problems);
	if (!problems.isEmpty) problems.fail();
	return { version: 1, file, root, ...parts };
}

function asWritten({ value, locate }: YamlFile): CatalogSource {
	const at = (path: KeyPath): unknown => {
		let found: unknown = value;
		for (const step of path)
			found =
				typeof found === "object" && found !== null ? (found as Record<string | number, unknown>)[step] : undefined;
		return found;
	};
	const names = (key: string) => new Set(Object.keys((at([key]) as object | undefined | null) ?? {}));
	const known = { services: names("services"), externals: names("externals"), phases: names("phases") };
	return {
		locate,
		names: (key) => known[key],
		list: (path) => {
			const list = at(path);
			return Array.isArray(list) ? list : [];
		},
	};
}
