import path from "node:path";
import type { Git } from "../../../adapters/git/git.ts";
import type { Tree } from "../../../adapters/git/tree.ts";
import { type TreeAtCommit, treeAtCommit } from "../../../adapters/git/tree-at-commit.ts";
import type { WorkingTreeEntry } from "../../../adapters/git/tree-entry.ts";
import type { RepositoryPaths } from "../../../model/catalog/host.ts";
import { loadCatalog } from "../../../model/catalog/load.ts";
import { toTree } from "../../../model/dockerfile/dockerfile.ts";
import type { Catalog, Service } from "../../../model/service/service.ts";
import { cacheFiles, type ReadBaseConfig } from "../../../model/service/service-inputs.ts";
import { smokeCriteria } from "../../../model/service/smoke-criteria.ts";
import type { StageOptions } from "../../../options/parse-options.ts";
import { defined } from "../../../util/defined.ts";
import { UserError } from "../../../util/errors.ts";
import { checkPlatforms } from "../../shared/check-platforms.ts";
import { withDependents } from "../../shared/dependents.ts";
import { type InputReader, inputReader } from "../../shared/read-inputs.ts";
import { selectServices } from "../../shared/select-services.ts";
import { changedServices } from "./changed-services.ts";

export interface SelectionRequest {
	readonly catalog: Catalog;
	readonly options: StageOptions;
	readonly git: Git;
	readonly tree: Tree;
	/** Of the working tree. */
	readonly reader: InputReader;
	readonly readBaseConfig: ReadBaseConfig;
	/** A file as it is now. */
	readonly readText: (name: string) => Promise<string | undefined>;
}

/** The services a run is about: by name and phase, of these those that changed since a commit, and with those what depends on them. */
export async function resolveSelection(selecting: SelectionRequest): Promise<readonly Service[]> {
	const { catalog, options, reader } = selecting;
	checkPlatforms(options.platform, catalog.services);
	const named = selectServices(catalog, { services: options.service, phases: options.phase });
	const changed = options.changed === undefined ? named : await changedOf(named, options.changed, selecting);
	if (!options.dependents || changed.length === 0) return changed;
	const inputs = await reader.readAll(catalog.services, options.platform, "to-build");
	const from = new Map<string, string[]>();
	for (const one of inputs)
		if ("from" in one) from.set(one.service.name, [...(from.get(one.service.name) ?? []), ...Object.values(one.from)]);
	return withDependents(catalog.services, changed, (name) => from.get(name) ?? []);
}

async function changedOf(
	services: readonly Service[],
	ref: string,
	{ catalog, options, git, tree, reader, readBaseConfig, readText }: SelectionRequest,
): Promise<readonly Service[]> {
	const then = await treeAtCommit(git, ref, tree);
	if (then === undefined) throw unknown(ref);
	if (then.changed.length === 0) return [];
	const inputs = await reader.readAll(services, options.platform, "to-build");
	const old = await catalogThen(catalog, then, options.registry, readText);
	// A catalog that cannot be read as it was says nothing about what has changed.
	if (old === undefined) return services;
	const names = new Set(inputs.map(({ service }) => service.name));
	const files = cacheFiles(toTree(then.entries), (name) => then.read(name, readText));
	const before = await inputReader(old, files, readBaseConfig).readAll(
		old.services.filter(({ name }) => names.has(name)),
		options.platform,
		"to-build",
	);
	const changed = await changedServices({ inputs, hash: tree.hash }, { inputs: before, hash: then.hash });
	const [checks, checksThen] = [checksIn(catalog), checksIn(old)];
	return services.filter(({ name }) => changed.has(name) || checks.get(name) !== checksThen.get(name));
}

/** What each service is put to when it is smoked: an image that is the same is tried again when that has changed. */
const checksIn = (catalog: Catalog): ReadonlyMap<string, string> =>
	new Map(catalog.services.map((service) => [service.name, smokeCriteria({ ...catalog, images: [] }, service).hash]));

async function catalogThen(
	catalog: Catalog,
	then: TreeAtCommit,
	registry: string | undefined,
	now: (name: string) => Promise<string | undefined>,
): Promise<Catalog | undefined> {
	const name = path.basename(catalog.file);
	if (!then.changed.includes(name)) return catalog;
	const text = await then.read(name, now);
	if (text === undefined) return undefined;
	try {
		const host = hostOf(then.entries);
		return loadCatalog({
			file: catalog.file,
			text,
			root: catalog.root,
			host,
			...defined({ registry }),
		});
	} catch (error) {
		if (error instanceof UserError) return undefined;
		throw error;
	}
}

/** What the catalog asks of the file system, answered by a list of what was there. Links are not followed: such a catalog counts as unreadable. */
function hostOf(entries: readonly WorkingTreeEntry[]): RepositoryPaths {
	const kinds = new Map<string, "file" | "folder" | "other">([[".", "folder"]]);
	for (const { path: name, kind } of entries) {
		kinds.set(name, kind === "file" ? "file" : kind === "dir" ? "folder" : "other");
		for (let up = path.dirname(name); up !== "."; up = path.dirname(up)) kinds.set(up, "folder");
	}
	return {
		kindOf: (name) => kinds.get(name) ?? "missing",
		list: (name) => [...kinds.keys()].filter((one) => path.dirname(one) === name).map((one) => path.basename(one)),
	};
}

const unknown = (ref: string) =>
	new UserError({
		code: "options/changed",
		message: `there is no commit ${JSON.stringify(ref)} in this clone`,
		why: "what changed since a commit is only known where the commit is; a shallow clone holds few",
		fix: "check out with fetch-depth: 0, or fetch that one: git fetch --depth=1 origin <branch or commit>",
	});
