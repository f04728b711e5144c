import type { RepositoryPaths } from "../../model/catalog/resolve-context.ts";
import { parentOf } from "../../util/path.ts";
import type { Checkout } from "./checkout.ts";
import { parseIndex } from "./index-file.ts";

/** Adds the files that the sparse checkout skips, and fixes for submodules that are not checked out. */
export async function withSkippedFiles(
	host: RepositoryPaths,
	{ index }: Pick<Checkout, "index">,
): Promise<RepositoryPaths> {
	const text = (await index()) ?? "";
	if (!/(?:^|\0)(?:[Ss] |. 160000)/.test(text)) return host;
	const { skipped, submodules } = parseIndex(text);
	const kinds = new Map<string, "file" | "folder">();
	for (const { path } of skipped) {
		kinds.set(path, "file");
		for (let up = parentOf(path); up !== "" && !kinds.has(up); up = parentOf(up)) kinds.set(up, "folder");
	}
	return {
		kindOf: (path) => {
			const kind = host.kindOf(path);
			return kind === "missing" ? (kinds.get(path) ?? "missing") : kind;
		},
		list: (path) => host.list(path),
		howToGet: (path) => {
			const submodule = submodules.find((name) => path === name || path.startsWith(`${name}/`));
			return submodule === undefined
				? undefined
				: `check out the submodule ${submodule}: \`submodules: recursive\` of actions/checkout, ` +
						"or `git submodule update --init --recursive`";
		},
	};
}
