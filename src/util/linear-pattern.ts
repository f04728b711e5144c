import { RE2JS } from "re2js";

const flagBits: Readonly<Record<string, number>> = {
	i: RE2JS.CASE_INSENSITIVE,
	m: RE2JS.MULTILINE,
	s: RE2JS.DOTALL,
};

/**
 * A regular expression in JavaScript's syntax that matches in linear time. Flags other than `i`, `m` and `s` have no
 * effect. Throws an Error with the reason, also for lookaheads and back-references, which only backtracking can match.
 */
export function compileLinear(source: string, flags = ""): RE2JS {
	const bits = [...flags].reduce((all, flag) => all | (flagBits[flag] ?? 0), RE2JS.LOOKBEHINDS);
	try {
		return RE2JS.compile(RE2JS.translateRegExp(source), bits);
	} catch (cause) {
		const why = cause instanceof Error ? cause.message.replace(/^error parsing regexp: /, "") : String(cause);
		throw new Error(why, { cause });
	}
}
