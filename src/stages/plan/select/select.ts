import path from "node:path";
import type { Git } from "../../../adapters/git/git.ts";
import type { Tree } from "../../../adapters/git/tree.ts";
import { type TreeAtCommit, treeAtCommit } from "../../../adapters/git/tree-at-commit.ts";
import type { WorkingTreeEntry } from "../../../adapters/git/tree-entry.ts";
import { loadCatalog } from "../../../model/catalog/load.ts";
import type { RepositoryPaths } from "../../../model/catalog/resolve-context.ts";
import { toTree } from "../../../model/dockerfile/dockerfile.ts";
import type { Catalog, Service } from "../../../model/service/service.ts";
import { cacheFiles, type ReadBaseConfig } from "../../../model/service/service-inputs.ts";
import { smokeCriteria } from "../../../model/service/smoke-criteria.ts";
import type { StageOptions } from "../../../options/parse-options.ts";
import { defined } from "../../../util/defined.ts";
import { UserError } from "../../../util/errors.ts";
import { type InputReader, inputReader } from "../../shared/read-inputs.ts";
import { checkPlatforms, selectServices, withDependents } from "../../shared/select-services.ts";
import { changedServices } from "./changed-services.ts";

export interface SelectionRequest {
	readonly catalog: Catalog;
	readonly options: StageOptions;
	readonly git: Git;
	readonly tree: Tree;
	/** Reads the working tree. */
	readonly reader: InputReader;
	readonly readBaseConfig: ReadBaseConfig;
	/** Reads a file of the working tree. */
	readonly readText: (name: string) => Promise<string | undefined>;
}

/** The services of a run: by name and phase, narrowed by `changed`, with their dependents if `dependents` is set. */
export async function resolveSelection(selecting: SelectionRequest): Promise<readonly Service[]> {
	const { catalog, options, reader } = selecting;
	checkPlatforms(options.platform, catalog.services);
	const named = selectServices(catalog, { services: options.service, phases: options.phase });
	const changed = options.changed === undefined ? named : await keepChanged(named, options.changed, selecting);
	if (!options.dependents || changed.length === 0) return changed;
	const inputs = await reader.readAll(catalog.services, options.platform, "to-build");
	const from = new Map<string, string[]>();
	for (const entry of inputs)
		if ("from" in entry)
			from.set(entry.service.name, [...(from.get(entry.service.name) ?? []), ...Object.values(entry.from)]);
	return withDependents(catalog.services, changed, (name) => from.get(name) ?? []);
}

async function keepChanged(
	services: readonly Service[],
	ref: string,
	{ catalog, options, git, tree, reader, readBaseConfig, readText }: SelectionRequest,
): Promise<readonly Service[]> {
	const old = await treeAtCommit(git, ref, tree);
	if (old === undefined) throw unknownCommit(ref);
	if (old.changed.length === 0) return [];
	const inputs = await reader.readAll(services, options.platform, "to-build");
	const oldCatalog = await loadOldCatalog(catalog, old, options.registry, readText);
	// Without the old catalog, all services count as changed.
	if (oldCatalog === undefined) return services;
	const names = new Set(inputs.map(({ service }) => service.name));
	const files = cacheFiles(toTree(old.entries), (name) => old.read(name, readText));
	const oldInputs = await inputReader(oldCatalog, files, readBaseConfig).readAll(
		oldCatalog.services.filter(({ name }) => names.has(name)),
		options.platform,
		"to-build",
	);
	const changed = await changedServices({ inputs, hash: tree.hash }, { inputs: oldInputs, hash: old.hash });
	const [criteria, oldCriteria] = [criteriaOf(catalog), criteriaOf(oldCatalog)];
	return services.filter(({ name }) => changed.has(name) || criteria.get(name) !== oldCriteria.get(name));
}

/** The smoke criteria of each service: if they change, an unchanged image is smoked again. */
const criteriaOf = (catalog: Catalog): ReadonlyMap<string, string> =>
	new Map(catalog.services.map((service) => [service.name, smokeCriteria({ ...catalog, images: [] }, service).hash]));

async function loadOldCatalog(
	catalog: Catalog,
	old: TreeAtCommit,
	registry: string | undefined,
	readCurrent: (name: string) => Promise<string | undefined>,
): Promise<Catalog | undefined> {
	const name = path.basename(catalog.file);
	if (!old.changed.includes(name)) return catalog;
	const text = await old.read(name, readCurrent);
	if (text === undefined) return undefined;
	try {
		const host = hostOf(old.entries);
		return loadCatalog({
			file: catalog.file,
			text,
			root: catalog.root,
			paths: host,
			...defined({ registry }),
		});
	} catch (error) {
		if (error instanceof UserError) return undefined;
		throw error;
	}
}

/** A file system made of a list of entries. Links are not followed: a catalog that needs them counts as unreadable. */
function hostOf(entries: readonly WorkingTreeEntry[]): RepositoryPaths {
	const kinds = new Map<string, "file" | "folder" | "other">([[".", "folder"]]);
	for (const { path: name, kind } of entries) {
		kinds.set(name, kind === "file" ? "file" : kind === "dir" ? "folder" : "other");
		for (let up = path.dirname(name); up !== "."; up = path.dirname(up)) kinds.set(up, "folder");
	}
	return {
		kindOf: (name) => kinds.get(name) ?? "missing",
		list: (name) => [...kinds.keys()].filter((entry) => path.dirname(entry) === name).map((one) => path.basename(one)),
	};
}

const unknownCommit = (ref: string) =>
	new UserError({
		code: "options/changed",
		message: `there is no commit ${JSON.stringify(ref)} in this clone`,
		why: "`changed` needs the commit itself, and a shallow clone has few",
		fix: "check out with fetch-depth: 0, or fetch it: git fetch --depth=1 origin <branch or commit>",
	});
