import { type Expression, type ModuleDeclaration, parse, type Statement } from "acorn";
import { type MinifyOptions, minify } from "terser";

/** Whose code a file of the bundle contains. */
export type CodeOwner = "ours" | "libraries";

const how: Readonly<Record<CodeOwner, MinifyOptions>> = {
	ours: {
		module: true,
		compress: false,
		mangle: { keep_fnames: true, keep_classnames: true },
		// One statement per line, for readable stack traces.
		format: { comments: false, shebang: true, semicolons: false, ascii_only: true },
	},
	libraries: {
		module: true,
		// Some libraries compare errors by class name.
		compress: {
			defaults: false,
			unused: true,
			dead_code: true,
			side_effects: true,
			toplevel: true,
			keep_classnames: true,
		},
		mangle: { keep_classnames: true },
		// Without semicolons, a field named `set` becomes a setter for the next one.
		format: { comments: false, semicolons: true, max_line_len: 500, ascii_only: true },
	},
};

/**
 * Minifies a module: half of the bundle is comments and white space, and every job downloads and parses it. Our code
 * keeps the names of functions and classes for stack traces. Libraries lose unused code and internal names, except
 * those of classes. Licences are in licenses.txt.
 */
export async function minifyBundle(code: string, whose: CodeOwner): Promise<string> {
	const { code: less } = await minify(code, how[whose]);
	return parenthesizeFactories(`${less?.trimEnd()}\n`);
}

/**
 * Puts webpack's factories back in parentheses, which the minifier removes. V8 compiles a function in parentheses
 * when it reads the file; otherwise it parses the text twice (https://v8.dev/blog/preparser#pife).
 */
function parenthesizeFactories(code: string): string {
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
