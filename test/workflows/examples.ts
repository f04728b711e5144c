import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const folder = path.join(import.meta.dirname, "../../examples/workflows");

/**
 * A workflow with the registry of this test where it names GitHub's; the organization's is the catalog's. Nothing else
 * is changed.
 */
export function atHome(text: string, registry: string): string {
	const [host = ""] = registry.split("/");
	return text
		.replaceAll(/ghcr\.io\/(?:acme|\$\{\{ github\.repository_owner \}\})/g, registry)
		.replaceAll("ghcr.io", host);
}

/** The example workflows as a repository has them, by path. */
export async function exampleWorkflows(registry: string): Promise<Readonly<Record<string, string>>> {
	const names = await readdir(folder);
	const files = names.map(async (name) => {
		const text = await readFile(path.join(folder, name), "utf8");
		return [`.github/workflows/${name}`, atHome(text, registry)] as const;
	});
	return Object.fromEntries(await Promise.all(files));
}
