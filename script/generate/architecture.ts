import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { importedModules } from "../imports.ts";
import { layers, pathToTag, stages } from "./layers.ts";
import { code, markdownTable } from "./markdown.ts";

/** docs/architecture.md with its tables. Throws if the rules name a folder that does not exist. */
export function architecturePage(root: string, page: string): string {
	const marks = /(<!-- made by script\/build from script\/generate\/layers\.ts -->\n)[\s\S]*?(<!-- end -->)/;
	if (!marks.test(page)) throw new Error("docs/architecture.md has no place for the layers of src/");
	const folders = (name: string) => foldersOf(path.join(root, "src", name));
	same(
		"src",
		folders(""),
		layers.map(({ folder }) => folder),
	);
	same("src/stages", folders("stages"), ["shared", ...stages.map(({ name }) => name)]);
	const text = [layerTable(folders), stageTable(), pathList(root)].join("\n\n");
	return page.replace(marks, (_, start: string, end: string) => `${start}\n${text}\n\n${end}`);
}

/** Folders with a file at any depth: git knows no others, and a move can leave an empty one behind. */
function foldersOf(folder: string): readonly string[] {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const names = files.map(({ parentPath }) => path.relative(folder, parentPath).split(path.sep)[0] ?? "");
	return [...new Set(names)].filter((name) => name !== "").sort();
}

function same(where: string, there: readonly string[], declared: readonly string[]): void {
	const differ = [...there, ...declared].filter((name) => !there.includes(name) || !declared.includes(name));
	if (differ.length > 0) throw new Error(`${where} and script/generate/layers.ts differ in ${differ.join(", ")}`);
}

function layerTable(folders: (name: string) => readonly string[]): string {
	const list = (names: readonly string[]) => names.toSorted().map(code).join(" ");
	return markdownTable(
		["folder", "what is in it", "subfolders", "imports", "I/O"],
		layers.map(({ folder, holds, imports, doesIo: outside }) => [
			code(`src/${folder}/`),
			holds,
			list(folders(folder)),
			list(imports) || "nothing",
			outside,
		]),
	);
}

function stageTable(): string {
	const table = markdownTable(
		["stage", "what it does", "files that others may import"],
		stages.map(({ name, does, offers }) => [
			code(`src/stages/${name}/`),
			does,
			["stage", ...offers].map((file) => code(`${file}.ts`)).join(" "),
		]),
	);
	return `### Stages\n\nWhat several stages use is in ${code("src/stages/shared/")}.\n\n${table}`;
}

function pathList(root: string): string {
	const above: string[] = [];
	const lines = pathToTag.map(({ file, does }, i) => {
		const name = `src/${file}.ts`;
		const text = readFileSync(path.join(root, name), "utf8");
		if (i > 0 && !above.includes(name)) throw new Error(`${name} is not imported by a file above it in pathToTag`);
		above.push(...importedModules(text).map((module) => path.posix.join(path.posix.dirname(name), `${module}.ts`)));
		return `${i + 1}. ${code(name)}: ${does}`;
	});
	return `### From \`lucid.yml\` to a pushed tag\n\nThe ${lines.length} files that \`lucid run\` passes the data through, in this order; each is imported by one above it.\n\n${lines.join("\n")}`;
}
