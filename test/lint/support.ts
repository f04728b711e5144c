import path from "node:path";
import type { Files, SpecialFile } from "../../script/generate/lint-examples.ts";
import { loadCatalog } from "../../src/model/catalog/load.ts";
import type { RepositoryPaths } from "../../src/model/catalog/resolve-context.ts";
import { type TreeEntry, toTree } from "../../src/model/dockerfile/dockerfile.ts";
import type { Finding } from "../../src/model/documents/lint.ts";
import { cacheFiles, readServiceInputs } from "../../src/model/service/service-inputs.ts";
import { type LintRequest, lintCatalog } from "../../src/stages/lint/linter.ts";

export type { Files };

/** One service with a Dockerfile in the repository's root, as most defects need no more. */
const oneService = `version: 1
project: shop
services:
  svc: { dockerfile: Dockerfile }
`;

/**
 * What lint finds in a repository that is all in memory. Without a `lucid.yml` of its own it gets one with a service
 * `svc`.
 */
export async function findingsIn(
	given: Files,
	asked: Pick<LintRequest, "packageFacts" | "currentDigest"> = {},
): Promise<readonly Finding[]> {
	const files: Files = { "lucid.yml": oneService, ...given };
	const odd = (name: string): Partial<SpecialFile> => (typeof files[name] === "object" ? files[name] : {});
	const entries = Object.keys(files).map((path): TreeEntry => {
		const { mode = 0o644, obstacle } = odd(path);
		return { path, kind: "file", executable: (mode & 0o100) !== 0, ...(obstacle && { obstacle }) };
	});
	const modes = Object.keys(files).map((name) => [name, odd(name).mode ?? 0] as const);
	const special = new Map(modes.filter(([, mode]) => (mode & 0o7000) !== 0));
	const tree = toTree(entries);
	const textOf = (name: string) => (typeof files[name] === "string" ? files[name] : odd(name).text);
	const catalog = loadCatalog({
		file: "lucid.yml",
		text: textOf("lucid.yml") ?? "",
		root: "/repo",
		paths: hostOf(Object.keys(files)),
	});
	const open = cacheFiles(tree, async (name) => textOf(name));
	const subjects = await Promise.all(
		catalog.services.map(async (service) => {
			const [platform = "linux/arm64"] = service.platforms;
			return [service.name, await readServiceInputs(service, platform, { catalog, files: open })] as const;
		}),
	);
	const size = (name: string) => {
		const found = textOf(name) ?? files[name];
		return typeof found === "string" ? Buffer.byteLength(found) : typeof found === "number" ? found : undefined;
	};
	return lintCatalog({
		catalog,
		subjects: new Map(subjects),
		around: { tree, text: textOf, size },
		specialModes: special,
		...asked,
	});
}

/** `rule file:line` of each finding, of one rule or of all but notes. */
export async function found(files: Files, rule?: string): Promise<readonly string[]> {
	const all = await findingsIn(files);
	return all
		.filter(({ code, severity }) => (rule === undefined ? severity !== "note" : code === rule))
		.map(({ code, at }) => `${rule === undefined ? `${code} ` : ""}${at?.file}:${at?.line}`);
}

function hostOf(names: readonly string[]): RepositoryPaths {
	const kinds = new Map<string, "file" | "folder">([[".", "folder"]]);
	for (const name of names) {
		kinds.set(name, "file");
		for (let up = path.dirname(name); up !== "."; up = path.dirname(up)) kinds.set(up, "folder");
	}
	return { kindOf: (name) => kinds.get(name) ?? "missing", list: () => [] };
}
