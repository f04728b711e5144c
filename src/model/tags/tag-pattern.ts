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

/** Number of groups of a pattern; undefined if it is not a valid regular expression. */
export function countGroups({ source, flags }: TagPattern): number | undefined {
	try {
		const text = source.map((part) => (part.kind === "text" ? part.text : "x")).join("");
		// With the empty alternative it always matches.
		return (new RegExp(`${text}|`, flags).exec("")?.length ?? 1) - 1;
	} catch {
		return undefined;
	}
}

/**
 * Matches a pattern. Values of names are matched literally; undefined if a name has no value. A name at the start
 * matches a whole name: `{{name}}@(.*)` of the service `api` does not match `web-api@1.2.0`.
 */
export function matchTagPattern(
	text: string,
	{ source, flags }: TagPattern,
	values: ExpressionValues,
): RegExpExecArray | undefined {
	const parts = source.map((part, i) => {
		if (part.kind === "text") return part.text;
		const value = renderExpression([part], values);
		return value === undefined ? undefined : (i === 0 ? "(?<![\\w.-])" : "") + escaped(value);
	});
	return parts.includes(undefined) ? undefined : (new RegExp(parts.join(""), flags).exec(text) ?? undefined);
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
