import { defined } from "../../util/defined.ts";
import type { Catalog } from "../service/service.ts";
import { Problems } from "./problems.ts";
import { checkReferences } from "./references.ts";
import { resolveCatalog } from "./resolve.ts";
import { catalogSource, type RepositoryPaths } from "./resolve-context.ts";
import { validate } from "./validate.ts";
import { parseRegistry } from "./values/names.ts";
import { readYaml } from "./yaml/read-yaml.ts";

export interface CatalogInput {
	/** File name for problems. */
	readonly file: string;
	readonly text: string;
	/** Absolute folder of all relative paths in it. */
	readonly root: string;
	readonly paths: RepositoryPaths;
	/** Overrides the catalog's registry. */
	readonly registry?: string;
}

/** Reads, checks and resolves a service catalog. Throws a UserError with every problem and its location. */
export function loadCatalog({ file, text, root, paths, registry: given }: CatalogInput): Catalog {
	const problems = new Problems();
	const parsed = given === undefined ? undefined : parseRegistry(given);
	// An option has no location in the file, so the message names it.
	if (parsed?.ok === false)
		problems.add({ ...parsed.fault, message: `option registry: ${parsed.fault.message}` }, undefined);
	const registry = parsed?.ok ? parsed.value : undefined;
	const yaml = readYaml(file, text, problems);
	const raw = yaml && validate(yaml, problems);
	if (yaml === undefined || raw === undefined) return problems.fail();
	const context = { raw, source: catalogSource(yaml), paths, ...defined({ registry }), problems };
	checkReferences(context);
	const resolved = resolveCatalog(context);
	if (!problems.isEmpty) problems.fail();
	return { version: 1, file, root, ...resolved };
}
