import { type Expression, type ModuleDeclaration, parse, type Statement } from "acorn";

/**
 * Puts webpack's factories back in parentheses, which the minifier removes. V8 compiles a function in parentheses
 * when it reads the file; otherwise it parses the text twice (https://v8.dev/blog/preparser#pife).
 */
export function parenthesizeFactories(code: string): string {
	const { body } = parse(code, { ecmaVersion: "latest", sourceType: "module" });
	const marks = body.flatMap(factories).flatMap(({ start, end }) => [start, end]);
	const pieces = [0, ...marks].map((from, i) => code.slice(from, marks[i]));
	return pieces.reduce((text, piece, i) => text + (i % 2 === 1 ? "(" : ")") + piece);
}

/** The functions in an object literal of a variable: `export const modules={123:(e,t,n)=>{...}}`. */
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
