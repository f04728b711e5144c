import { parse } from "acorn";

/**
 * JavaScript without its comments, otherwise letter by letter the same: a quarter of the bundle is comments, and every
 * job that uses the actions downloads and parses them. Licences are kept apart, in licenses.txt.
 */
export function withoutComments(code: string): string {
	const kept: string[] = [];
	let at = 0;
	parse(code, {
		ecmaVersion: "latest",
		sourceType: "module",
		allowHashBang: true,
		onComment: (block, text, start, end) => {
			if (code.startsWith("#!", start)) return;
			const lineStart = code.lastIndexOf("\n", start - 1) + 1;
			const newline = code.indexOf("\n", end);
			const lineEnd = newline < 0 ? code.length : newline + 1;
			const alone =
				lineStart >= at && code.slice(lineStart, start).trim() === "" && code.slice(end, lineEnd).trim() === "";
			kept.push(code.slice(at, alone ? lineStart : start));
			// A comment parts words, and one with a line break ends a statement like the break itself.
			if (!alone && block) kept.push(text.includes("\n") ? "\n" : " ");
			at = alone ? lineEnd : end;
		},
	});
	kept.push(code.slice(at));
	return kept.join("");
}
