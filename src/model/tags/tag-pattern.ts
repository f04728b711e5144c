import { RE2JS } from "re2js";
import { compileLinear } from "../../util/linear-pattern.ts";
import { type Expression, type ExpressionValues, renderExpression } from "./expression.ts";

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

/** Number of groups of a pattern. Throws an Error with the reason if it is not a valid regular expression. */
export function countGroups({ source, flags }: TagPattern): number {
	return compileLinear(source.map((part) => (part.kind === "text" ? part.text : "x")).join(""), flags).groupCount();
}

/**
 * Matches a pattern, in linear time. Resolves names literally; undefined without a match, or if a name has no value. A
 * name at the start matches a whole name: `{{name}}@(.*)` of the service `api` does not match `web-api@1.2.0`.
 */
export function matchTagPattern(
	text: string,
	{ source, flags }: TagPattern,
	values: ExpressionValues,
): readonly (string | undefined)[] | undefined {
	const parts = source.map((part, i) => {
		if (part.kind === "text") return part.text;
		const value = renderExpression([part], values);
		return value === undefined ? undefined : (i === 0 ? "(?<![\\w.-])" : "") + RE2JS.quote(value);
	});
	if (parts.includes(undefined)) return undefined;
	const match = compileLinear(parts.join(""), flags).matcher(text);
	if (!match.find()) return undefined;
	return Array.from({ length: match.groupCount() + 1 }, (_, group) => match.group(group) ?? undefined);
}
