// House rules on declarations: an exported name has one meaning in src/, and no function has more than four positional
// parameters. Prints violations, and then fails: node script/declarations.ts [--names] [--parameters] [FOLDER]
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Node } from "acorn";
import { childrenOf, parseSource } from "./syntax.ts";

const mostParameters = 4;

/** Exported names that several files may declare, each with the reason. */
const sharedNames: Readonly<Record<string, string>> = {};

/** A declaration in a source file; the line counts from 1. */
interface Declaration {
	readonly name: string;
	readonly line: number;
}

/** The exported declarations of a formatted source. A re-export declares nothing. */
function exportedNames(text: string): readonly Declaration[] {
	const pattern =
		/^export (?:declare |default |abstract |async )*(?:function\*?|const|let|class|interface|type|enum|namespace) ([\w$]+)/;
	return text.split("\n").flatMap((line, index) => {
		const name = pattern.exec(line)?.[1];
		return name === undefined ? [] : [{ name, line: index + 1 }];
	});
}

/** The functions of a source with more than four positional parameters. */
function wideFunctions(text: string): readonly (Declaration & { readonly parameters: number })[] {
	const wide: (Declaration & { readonly parameters: number })[] = [];
	const visit = (node: Node, name: string, parent?: Node): void => {
		const { params, id, key, loc } = node as Node & { params?: readonly Node[]; id?: Node; key?: Node };
		const ownName = nameOf(id) ?? nameOf(key) ?? name;
		if (Array.isArray(params) && params.length > mostParameters && !replaces(parent)) {
			wide.push({ name: ownName, line: loc?.start.line ?? 0, parameters: params.length });
		}
		for (const child of childrenOf(node)) visit(child, ownName, node);
	};
	visit(parseSource(text), "a function");
	return wide;
}

/** A call of String.replace: what it passes to its callback is not ours to choose. */
const replaces = (node: Node | undefined): boolean => {
	const { callee } = (node ?? {}) as { callee?: Node & { property?: Node } };
	return /^replace(All)?$/.test(nameOf(callee?.property) ?? "");
};

const nameOf = (node: Node | undefined): string | undefined =>
	node && "name" in node && typeof node.name === "string" ? node.name : undefined;

const ignored = /\.d\.ts$/;

/** The sources below some folders, by path. */
function sourcesIn(root: string, folders: readonly string[]): readonly (readonly [file: string, text: string])[] {
	const files = globSync(
		folders.map((folder) => `${folder}/**/*.ts`),
		{ cwd: root },
	);
	return files
		.filter((file) => !ignored.test(file))
		.toSorted()
		.map((file) => [file, readFileSync(path.join(root, file), "utf8")]);
}

/** One line for each exported name of src/ that several files declare. */
function nameProblems(root: string): readonly string[] {
	const places = new Map<string, string[]>();
	for (const [file, text] of sourcesIn(root, ["src"])) {
		// Overloads and a type beside its value share a name within one file.
		const exported = new Map(exportedNames(text).map(({ name, line }) => [name, line]));
		for (const [name, line] of exported) places.set(name, [...(places.get(name) ?? []), `${file}:${line}`]);
	}
	return [...places]
		.filter(([name, where]) => where.length > 1 && !(name in sharedNames))
		.map(([name, [first, ...others]]) => `${first}: ${name} is also exported by ${others.join(", ")} [one-meaning]`);
}

/** One line for each function with too many parameters. */
function parameterProblems(root: string): readonly string[] {
	return sourcesIn(root, ["bench", "script", "src", "test"]).flatMap(([file, text]) => {
		try {
			return wideFunctions(text).map(
				({ name, line, parameters }) =>
					`${file}:${line}: ${name} has ${parameters} positional parameters, use an object [parameters]`,
			);
		} catch (error) {
			return [`${file}: ${error instanceof Error ? error.message : error} [syntax]`];
		}
	});
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { names: { type: "boolean" }, parameters: { type: "boolean" } },
});
const root = positionals[0] ?? path.join(import.meta.dirname, "..");
const isAll = !values.names && !values.parameters;
const lines = [
	...(isAll || values.parameters ? parameterProblems(root) : []),
	...(isAll || values.names ? nameProblems(root) : []),
];
for (const line of lines) console.log(line);
process.exitCode = lines.length > 0 ? 1 : 0;
