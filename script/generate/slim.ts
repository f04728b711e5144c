import { type MinifyOptions, minify } from "terser";
import { eager } from "./eager.ts";

/** Whose code a file of the bundle holds. */
export type CodeOf = "ours" | "libraries";

const how: Readonly<Record<CodeOf, MinifyOptions>> = {
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
export async function slim(code: string, whose: CodeOf): Promise<string> {
	const { code: less } = await minify(code, how[whose]);
	return eager(`${less?.trimEnd()}\n`);
}
