// Writes the imports of every source, types included, as JavaScript to .cache/imports/src, where dependency-cruiser
// reads them. It has no parser for TypeScript 7, and from what the compiler emits type imports have vanished.
import { globSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");
const out = path.join(root, ".cache/imports");

/** The modules of this repository that a formatted source names in an import, an export or `import()`. */
export function importedModules(text: string): readonly string[] {
	const found = text.matchAll(/^(?:import|export)\b[^;"]*"(\.[^"]+)\.ts"|\bimport\("(\.[^"]+)\.ts"\)/gm);
	return [...found].map(([, written = "", called = ""]) => written + called);
}

if (import.meta.main) await writeImports();

async function writeImports(): Promise<void> {
	await rm(out, { recursive: true, force: true });
	for (const name of globSync("src/**/*.ts", { cwd: root })) {
		const modules = importedModules(await readFile(path.join(root, name), "utf8"));
		const file = path.join(out, name.replace(/\.ts$/, ".js"));
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, modules.map((module) => `import "${module}.js";\n`).join(""));
	}
}
