import { performance } from "node:perf_hooks";
import { runWithin } from "../../util/run-within.ts";
import { type Expression, type ExpressionValues, type RuleFault, renderExpression } from "./expression.ts";

/** A regular expression with expressions, such as `{{name}}@(.*)`, which are rendered for each service. */
export interface TagPattern {
	readonly source: Expression;
	readonly flags: string;
}

/** Parses `/v(.*)/i`, or the same without slashes and flags. `read` parses the expressions. */
export function parseTagPattern(text: string, read: (text: string) => Expression): TagPattern {
	const [, source = text, flags = ""] = /^\/(.+)\/([a-z]*)$/s.exec(text) ?? [];
	return { source: read(source), flags: flags.replace(/[gy]/g, "") };
}

/** Number of groups of a pattern; undefined if it is not a valid regular expression. */
export function countGroups({ source, flags }: TagPattern): number | undefined {
	const text = source.map((part) => (part.kind === "text" ? part.text : "x")).join("");
	// With the empty alternative it always matches.
	const match = execWithin(patternTime.limitMs, `${text}|`, flags, "");
	return typeof match === "object" ? match.length - 1 : undefined;
}

/** What a pattern gives for a text: its groups, or nothing. `fault`: it takes too long. */
export type TagMatch = { readonly groups: readonly (string | undefined)[] } | { readonly fault: RuleFault } | undefined;

/**
 * Matches a pattern. Values of names are matched literally; undefined if a name has no value. A name at the start
 * matches a whole name: `{{name}}@(.*)` of the service `api` does not match `web-api@1.2.0`.
 */
export function matchTagPattern(text: string, { source, flags }: TagPattern, values: ExpressionValues): TagMatch {
	const parts = source.map((part, i) => {
		if (part.kind === "text") return part.text;
		const value = renderExpression([part], values);
		return value === undefined ? undefined : (i === 0 ? "(?<![\\w.-])" : "") + escaped(value);
	});
	if (parts.includes(undefined)) return undefined;
	const pattern = parts.join("");
	const match = execWithin(Math.min(patternTime.limitMs, patternTime.leftMs), pattern, flags, text);
	if (typeof match === "object") return { groups: match };
	if (match === "no match") return undefined;
	const message = `the regular expression ${pattern} takes too long on ${JSON.stringify(shorten(text))}`;
	return { fault: { message, fix: "repeat no group that contains a repetition, as in (a+)+" } };
}

/**
 * Time for the patterns of a catalog, ms. JavaScript's regular expressions backtrack, and the rules of
 * docker/metadata-action may use all of them, so no linear engine gives the same results.
 */
const patternTime = { limitMs: 1000, quickMs: 100, leftMs: 2000 };

/** Runs a regular expression for a limited time. */
function execWithin(
	limitMs: number,
	pattern: string,
	flags: string,
	text: string,
): readonly (string | undefined)[] | "no match" | "too slow" {
	try {
		const regExp = new RegExp(pattern, flags);
		// With at most one choice to make, it takes quadratic time at worst.
		if (text.length < 1000 && (pattern.match(/[*+?{|]/g) ?? []).length < 2) return regExp.exec(text) ?? "no match";
		if (limitMs <= 0) return "too slow";
		const startedAt = performance.now();
		const result = runWithin(limitMs, () => regExp.exec(text));
		const tookMs = performance.now() - startedAt;
		// A busy machine alone does not use up the time.
		if (tookMs > patternTime.quickMs) patternTime.leftMs -= tookMs;
		return result === "timeout" ? "too slow" : (result.value ?? "no match");
	} catch {
		// Too large, or not valid, which parsing a rule finds.
		return "too slow";
	}
}

const shorten = (text: string) => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);
const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
