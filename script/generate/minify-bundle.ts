import { type MinifyOptions, minify } from "terser";
import { parenthesizeFactories } from "./parenthesize-factories.ts";

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
