import { type MinifyOptions, minify } from "terser";

/** Whose code a file of the bundle holds. */
export type CodeOf = "ours" | "libraries";

const all: MinifyOptions = {
	module: true,
	// One statement a line: a difference between two bundles can be read, and a line of a stack trace says something.
	format: { comments: false, shebang: true, semicolons: false },
};

const how: Readonly<Record<CodeOf, MinifyOptions>> = {
	ours: { ...all, compress: false, mangle: false },
	libraries: {
		...all,
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
	},
};

/**
 * A module in fewer characters: half of the bundle is comments and white space, and every job that uses the actions downloads and parses it. What is ours
 * keeps every name, so that a stack trace can be read. Libraries lose what nobody calls, and all names that nobody outside sees but those of classes. Licences are kept
 * apart, in licenses.txt.
 */
export async function slim(code: string, whose: CodeOf): Promise<string> {
	const { code: less } = await minify(code, how[whose]);
	return `${less?.trimEnd()}\n`;
}
