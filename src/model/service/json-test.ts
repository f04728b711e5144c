/** A path into JSON: names, indexes, and `each` for `*`. */
type Path = readonly (string | number | typeof each)[];
const each = Symbol("each");
type Value = string | number | boolean | null;

const operators = ["==", "!=", "<=", ">=", "<", ">"] as const;
type Operator = (typeof operators)[number];

/** A condition on a JSON document. Without `compare`, the value must exist and be neither false nor null. */
export interface JsonTest {
	readonly kind: "test";
	readonly path: Path;
	readonly compare?: { readonly operator: Operator; readonly value: Value };
}

export interface InvalidJsonTest {
	readonly kind: "unreadable";
	readonly why: string;
}

const step = /^(?:\.([\p{L}_][\p{L}\p{N}_-]*|\*)|\[\s*(?:(\*)|(-?\d{1,9})|"((?:[^"\\]|\\.)*)"|'([^'\\]*)')\s*\])/u;

/**
 * Parses `$.status == "healthy"`: RFC 9535 paths of names, indexes (negative: from the end) and wildcards, compared
 * with a string, number, true, false or null. Without filters, slices and `..`, evaluation is always short.
 */
export function readJsonTest(text: string): JsonTest | InvalidJsonTest {
	let rest = text.trim();
	if (!rest.startsWith("$")) return { kind: "unreadable", why: "a path starts with $, the root of the response" };
	rest = rest.slice(1);
	const path: Path[number][] = [];
	for (let match = step.exec(rest); match !== null; match = step.exec(rest)) {
		const [all, name, star, index, double, single] = match;
		if (name === "*" || star !== undefined) path.push(each);
		else if (index !== undefined) path.push(Number(index));
		else path.push(name ?? single ?? unquoted(double ?? ""));
		rest = rest.slice(all.length);
	}
	rest = rest.trim();
	if (rest === "") return { kind: "test", path };
	const operator = operators.find((prefix) => rest.startsWith(prefix));
	if (operator === undefined)
		return {
			kind: "unreadable",
			why: `expected one of ${operators.join(" ")} after the path, found ${rest.slice(0, 20)}`,
		};
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

/** Why a body fails the test; undefined if it passes. The path must match, and every match must pass. */
export function jsonMismatch(test: JsonTest, body: string): string | undefined {
	let document: unknown;
	try {
		document = JSON.parse(body);
	} catch {
		return "which is not JSON";
	}
	let nodes: readonly unknown[] = [document];
	for (const key of test.path) nodes = nodes.flatMap((node) => follow(node, key));
	if (nodes.length === 0) return "in which the path matches nothing";
	const bad = nodes.find((node) => !passes(node, test.compare));
	return nodes.some((node) => !passes(node, test.compare))
		? `in which it is ${JSON.stringify(bad)?.slice(0, 80)}`
		: undefined;
}

function follow(node: unknown, key: Path[number]): readonly unknown[] {
	if (typeof node !== "object" || node === null) return [];
	if (key === each) return Object.values(node);
	if (Array.isArray(node)) {
		if (typeof key !== "number") return [];
		const item: unknown = node.at(key);
		return item === undefined ? [] : [item];
	}
	if (typeof key !== "string" || !Object.hasOwn(node, key)) return [];
	return [(node as Readonly<Record<string, unknown>>)[key]];
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
