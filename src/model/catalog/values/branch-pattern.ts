import { isNot, type ParseResult, valid } from "./values.ts";

/** A pattern of branch names, `release/*`: `*` matches any text without a slash, `**` any text. */
export function parseBranchPattern(text: string): ParseResult<string> {
	const wrong = (why: string) => isNot(text, "a branch", { code: "catalog/branch", why, fix: 'write "release/*"' });
	if (text.startsWith("refs/")) return wrong("it is a full ref");
	if (text.length > 255 || !/^[\w*][\w./*+@#-]*$/.test(text) || text.includes("..") || text.endsWith("/"))
		return wrong("a branch consists of letters, digits and . _ / + @ # -, and a pattern also of *");
	return valid(text);
}

/** Whether a branch matches a pattern. Linear in both, since branch names come from anyone who can push. */
export function matchesBranch(branch: string, pattern: string): boolean {
	const parts = pattern.match(/\*\*|./gsu) ?? [];
	const isStar = (part: string | undefined) => part === "*" || part === "**";
	/** Adds the states after stars, which may match nothing. */
	const withSkips = (states: readonly number[]) => {
		const all = new Set(states);
		for (const state of all) if (isStar(parts[state])) all.add(state + 1);
		return all;
	};
	let states = withSkips([0]);
	for (const letter of branch) {
		const next = [...states].flatMap((state) => {
			const part = parts[state];
			if (part === "**" || (part === "*" && letter !== "/")) return [state];
			return part === letter ? [state + 1] : [];
		});
		states = withSkips(next);
	}
	return states.has(parts.length);
}
