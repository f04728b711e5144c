import { stripTypeScriptTypes } from "node:module";
import { type Node, parse } from "acorn";

/** The syntax tree of a TypeScript source without its types; offsets and lines are those of the source. */
export const parseSource = (text: string): Node =>
	parse(stripTypeScriptTypes(text), {
		ecmaVersion: "latest",
		sourceType: "module",
		allowHashBang: true,
		locations: true,
	});

/** The direct sub-nodes of a node. */
export function childrenOf(node: Node): readonly Node[] {
	const children: Node[] = [];
	for (const value of Object.values(node)) {
		if (Array.isArray(value)) children.push(...value.filter(isNode));
		else if (isNode(value)) children.push(value);
	}
	return children;
}

const isNode = (value: unknown): value is Node =>
	typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
