import { minify } from "terser";

/**
 * A module in fewer characters: comments and white space are left out, every name stays, so that a stack trace can be read. Half of the bundle is those, and
 * every job that uses the actions downloads and parses it. Licences are kept apart, in licenses.txt.
 */
export async function slim(code: string): Promise<string> {
	const { code: less } = await minify(code, {
		module: true,
		compress: false,
		mangle: false,
		// One statement a line: a difference between two bundles can be read, and a line of a stack trace says something.
		format: { comments: false, shebang: true, semicolons: false },
	});
	return `${less?.trimEnd()}\n`;
}
