import { type MinifyOptions, minify } from "terser";
import { parenthesizeFactories } from "./parenthesize-factories.ts";

/** Whose code a file of the bundle holds. */
export type CodeOwner = "ours" | "libraries";

const how: Readonly<Record<CodeOwner, MinifyOptions>> = {
	ours: {
		module: true,
		compress: false,
		mangle: { keep_fnames: true, keep_classnames: true },
		// One statement a line: a line of a stack trace says something.
		format: { comments: false, shebang: true, semicolons: false, ascii_only: true },
	},
	libraries: {
		module: true,
		// Some tell their errors apart by the name of a class.
		compress: {
			defaults: false,
			unused: true,
			dead_code: true,
			side_effects: true,
			toplevel: true,
			keep_classnames: true,
		},
		mangle: { keep_classnames: true },
		// A field named `set` on a line of its own would become a setter named like the next.
		format: { comments: false, semicolons: true, max_line_len: 500, ascii_only: true },
	},
};

/**
 * A module in fewer characters: half of the bundle is comments and white space, and every job that uses the actions downloads and parses it. What is ours
 * keeps the names of functions and classes, so that a stack trace can be read. Libraries lose what nobody calls, and all names that nobody outside sees but those of classes. Licences are kept
 * apart, in licenses.txt.
 */
export async function minifyBundle(code: string, whose: CodeOwner): Promise<string> {
	const { code: less } = await minify(code, how[whose]);
	return parenthesizeFactories(`${less?.trimEnd()}\n`);
}
