// House rules on declarations: an exported name has one meaning in src/, and no function has more than four positional
// parameters. Prints what breaks them and then fails.
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
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

/** One line for each rule that is broken, and where. */
function problems(folder: string): readonly string[] {
	const places = new Map<string, string[]>();
	const lines: string[] = [];
	for (const file of globSync(["src/**/*.ts", "script/**/*.ts", "bench/**/*.ts", "test/**/*.ts"], {
		cwd: folder,
	}).sort()) {
		if (file.endsWith(".d.ts")) continue;
		const text = readFileSync(path.join(folder, file), "utf8");
		for (const { name, line, parameters } of wideFunctions(text)) {
			lines.push(`${file}:${line}: ${name} has ${parameters} positional parameters, use an object [parameters]`);
		}
		if (!file.startsWith("src/")) continue;
		// Overloads and a type beside its value share a name within one file.
		const exported = new Map(exportedNames(text).map(({ name, line }) => [name, line]));
		for (const [name, line] of exported) places.set(name, [...(places.get(name) ?? []), `${file}:${line}`]);
	}
	for (const [name, where] of places) {
		if (where.length > 1 && !(name in sharedNames)) {
			lines.push(`${where[0]}: ${name} is also exported by ${where.slice(1).join(", ")} [one-meaning]`);
		}
	}
	const unused = Object.keys(sharedNames).filter((name) => (places.get(name)?.length ?? 0) < 2);
	return [...lines, ...unused.map((name) => `script/declarations.ts: ${name} needs no exception any more`)];
}

if (import.meta.main) {
	const lines = problems(process.argv[2] ?? path.join(import.meta.dirname, ".."));
	for (const line of lines) console.log(line);
	process.exitCode = lines.length > 0 ? 1 : 0;
}
