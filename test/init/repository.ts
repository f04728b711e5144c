import { loadCatalog } from "../../src/model/catalog/load.ts";
import { toTree } from "../../src/model/dockerfile/dockerfile.ts";
import type { Catalog } from "../../src/model/service/service.ts";
import type { Proposal } from "../../src/stages/init/propose/proposal.ts";
import { propose } from "../../src/stages/init/propose/propose.ts";
import { readBuildCommands } from "../../src/stages/init/read/build-commands.ts";
import { parseComposeFile } from "../../src/stages/init/read/compose.ts";
import { parseEnvFile } from "../../src/stages/init/read/compose-variables.ts";
import { findRelevantFiles } from "../../src/stages/init/read/find-files.ts";
import { readKubernetesManifest } from "../../src/stages/init/read/kubernetes.ts";
import { catalogText } from "../../src/stages/init/write/catalog-text.ts";
import { defined } from "../../src/util/defined.ts";

export interface Proposed {
	readonly proposal: Proposal;
	readonly text: string;
	/** As it is read again. */
	readonly catalog: Catalog;
	readonly service: (name: string) => Proposal["services"][number];
}

/**
 * The proposal for a repository of these files, parsed as a catalog again: every proposal must be valid.
 */
export function proposalFor(
	files: Readonly<Record<string, string>>,
	more: { readonly project?: string; readonly home?: string; readonly from?: readonly string[] } = {},
): Proposed {
	const names = Object.keys(files).sort();
	const found = findRelevantFiles(names);
	const compose = found.compose.flatMap((file) => {
		const env = parseEnvFile(files[file.replace(/[^/]*$/, ".env")] ?? "");
		const services = parseComposeFile(files[file] ?? "", file, (name) => env.get(name));
		return services === undefined ? [] : [{ file, services }];
	});
	const made = propose({
		project: more.project ?? "shop",
		...defined({ home: more.home }),
		tree: toTree(names.map((path) => ({ path, kind: "file" as const, executable: false }))),
		dockerfiles: found.dockerfiles,
		compose,
		commands: (more.from ?? []).flatMap((file) => readBuildCommands(files[file] ?? "", file).commands),
		manifests: found.manifests.flatMap((file) => readKubernetesManifest(files[file] ?? "", file)),
		text: (path) => files[path],
	});
	const proposal = { ...made, left: [...found.left, ...made.left] };
	const folders = new Set(
		names.flatMap((name) => name.split("/").map((_, i, parts) => parts.slice(0, i).join("/") || ".")),
	);
	const host = {
		kindOf: (path: string) =>
			path in files ? ("file" as const) : folders.has(path) ? ("folder" as const) : ("missing" as const),
		list: () => [],
	};
	const text = catalogText(proposal);
	return {
		proposal,
		text,
		catalog: loadCatalog({ file: "lucid.yml", text, root: "/", paths: host }),
		service: (name) => {
			const one = proposal.services.find((service) => service.name === name);
			if (one === undefined)
				throw new Error(`no service ${name} in ${proposal.services.map((service) => service.name).join(", ")}`);
			return one;
		},
	};
}
