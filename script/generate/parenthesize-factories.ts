import { type Expression, type ModuleDeclaration, parse, type Statement } from "acorn";

/**
 * The same module with every factory of webpack's in parentheses, as webpack writes them and a minifier takes them out. V8 takes a function in parentheses
 * for one that is called at once and compiles it when it reads the file; without, it goes over the text twice (https://v8.dev/blog/preparser#pife).
 */
export function parenthesizeFactories(code: string): string {
	const { body } = parse(code, { ecmaVersion: "latest", sourceType: "module" });
	const marks = body.flatMap(factories).flatMap(({ start, end }) => [start, end]);
	const pieces = [0, ...marks].map((from, i) => code.slice(from, marks[i]));
	return pieces.reduce((text, piece, i) => text + (i % 2 === 1 ? "(" : ")") + piece);
}

/** The functions of an object that a variable of the module starts with: `export const modules={123:(e,t,n)=>{...}}`. */
function factories(statement: Statement | ModuleDeclaration): readonly Expression[] {
	const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
	if (declared?.type !== "VariableDeclaration") return [];
	return declared.declarations.flatMap(({ init }) =>
		init?.type !== "ObjectExpression"
			? []
			: init.properties.flatMap((property) =>
					property.type === "Property" && property.value.type === "ArrowFunctionExpression" ? property.value : [],
				),
	);
}
