import { isNot, type ParseResult, valid } from "./values.ts";

/** A pattern of branch names, `release/*`: `*` matches any text without a slash, `**` any text. */
export function parseBranchPattern(text: string): ParseResult<string> {
	const wrong = (why: string) => isNot(text, "a branch", { code: "catalog/branch", why, fix: 'write "release/*"' });
	if (text.startsWith("refs/")) return wrong("it is a full ref");
	if (text.length > 255 || !/^[\w*][\w./*+@#-]*$/.test(text) || text.includes("..") || text.endsWith("/"))
		return wrong("a branch consists of letters, digits and . _ / + @ # -, and a pattern also of *");
	return valid(text);
}
