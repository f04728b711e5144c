/** A path into JSON: names, places, and `*` for each one of them. */
type Path = readonly (string | number | typeof each)[];
const each = Symbol("each");
type Value = string | number | boolean | null;

const operators = ["==", "!=", "<=", ">=", "<", ">"] as const;
type Operator = (typeof operators)[number];

/** What must hold of a JSON document. Without a comparison, what the path leads to must be there, and neither false nor null. */
export interface JsonTest {
	readonly kind: "test";
	readonly path: Path;
	readonly compare?: { readonly operator: Operator; readonly value: Value };
}

/** Not written as it must be. */
export interface InvalidJsonTest {
	readonly kind: "unreadable";
	readonly why: string;
}

const step = /^(?:\.([\p{L}_][\p{L}\p{N}_-]*|\*)|\[\s*(?:(\*)|(-?\d{1,9})|"((?:[^"\\]|\\.)*)"|'([^'\\]*)')\s*\])/u;

/**
 * Reads `$.status == "healthy"`: RFC 9535's paths of names, places (from the end, if negative) and wildcards, and its comparisons with a string,
 * number, true, false or null. Filters, slices and `..` are left out: a health answer needs none, and nothing here can run away.
 */
export function readJsonTest(text: string): JsonTest | InvalidJsonTest {
	let rest = text.trim();
	if (!rest.startsWith("$")) return { kind: "unreadable", why: "a path begins with $, the whole answer" };
	rest = rest.slice(1);
	const path: Path[number][] = [];
	for (let found = step.exec(rest); found !== null; found = step.exec(rest)) {
		const [all, name, star, place, double, single] = found;
		if (name === "*" || star !== undefined) path.push(each);
		else if (place !== undefined) path.push(Number(place));
		else path.push(name ?? single ?? unquoted(double ?? ""));
		rest = rest.slice(all.length);
	}
	rest = rest.trim();
	if (rest === "") return { kind: "test", path };
	const operator = operators.find((one) => rest.startsWith(one));
	if (operator === undefined)
		return { kind: "unreadable", why: `after the path comes ${operators.join(" ")}, not ${rest.slice(0, 20)}` };
	const literal = rest.slice(operator.length).trim();
	const value = literalOf(literal);
	if (value === undefined)
		return {
			kind: "unreadable",
			why: `${literal === "" ? "nothing" : literal.slice(0, 20)} is not a string, number, true, false or null`,
		};
	return { kind: "test", path, compare: { operator, value } };
}

const unquoted = (text: string): string => {
	try {
		return String(JSON.parse(`"${text}"`));
	} catch {
		return text;
	}
};

function literalOf(text: string): Value | undefined {
	const single = /^'([^'\\]*)'$/.exec(text)?.[1];
	if (single !== undefined) return single;
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === "object" && value !== null ? undefined : (value as Value);
	} catch {
		return undefined;
	}
}

/** Why a text, as JSON, does not pass; undefined when it does. Of several nodes each must pass, and there must be one. */
export function jsonMismatch(test: JsonTest, body: string): string | undefined {
	let document: unknown;
	try {
		document = JSON.parse(body);
	} catch {
		return "which is no JSON";
	}
	let nodes: readonly unknown[] = [document];
	for (const one of test.path) nodes = nodes.flatMap((node) => follow(node, one));
	if (nodes.length === 0) return "in which the path leads nowhere";
	const bad = nodes.find((node) => !passes(node, test.compare));
	return nodes.some((node) => !passes(node, test.compare))
		? `in which it is ${JSON.stringify(bad)?.slice(0, 80)}`
		: undefined;
}

function follow(node: unknown, one: Path[number]): readonly unknown[] {
	if (typeof node !== "object" || node === null) return [];
	if (one === each) return Object.values(node);
	if (Array.isArray(node)) {
		if (typeof one !== "number") return [];
		const found: unknown = node.at(one);
		return found === undefined ? [] : [found];
	}
	if (typeof one !== "string" || !Object.hasOwn(node, one)) return [];
	return [(node as Readonly<Record<string, unknown>>)[one]];
}

function passes(node: unknown, compare: JsonTest["compare"]): boolean {
	if (compare === undefined) return node !== null && node !== false;
	const { operator, value } = compare;
	if (operator === "==") return node === value;
	if (operator === "!=") return node !== value;
	const comparable =
		(typeof node === "number" && typeof value === "number") || (typeof node === "string" && typeof value === "string");
	if (!comparable) return false;
	switch (operator) {
		case "<":
			return (node as number) < (value as number);
		case "<=":
			return (node as number) <= (value as number);
		case ">":
			return (node as number) > (value as number);
		case ">=":
			return (node as number) >= (value as number);
	}
}
