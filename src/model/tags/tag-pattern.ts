import { type Expression, type ExpressionValues, renderExpression } from "./expression.ts";

/** A regular expression with names in it, such as `{{name}}@(.*)`; the names are filled in for each service. */
export interface TagPattern {
	readonly source: Expression;
	readonly flags: string;
}

/** Reads `/v(.*)/i`, or the same without slashes and flags. `read` reads the names. */
export function parseTagPattern(text: string, read: (text: string) => Expression): TagPattern {
	const [, source = text, flags = ""] = /^\/(.+)\/([a-z]*)$/s.exec(text) ?? [];
	return { source: read(source), flags: flags.replace(/[gy]/g, "") };
}

/** How many groups a pattern has; undefined when it is not a regular expression. */
export function countGroups({ source, flags }: TagPattern): number | undefined {
	try {
		const text = source.map((part) => (part.kind === "text" ? part.text : "x")).join("");
		// Together with the empty alternative it always matches.
		return (new RegExp(`${text}|`, flags).exec("")?.length ?? 1) - 1;
	} catch {
		return undefined;
	}
}

/**
 * What a pattern finds in a text. What a name stands for is taken as it is, whatever it means in a regular expression; undefined when one has no
 * value. A name at the start matches whole: `{{name}}@(.*)` of the service `api` does not find `web-api@1.2.0`.
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
